"""Who has opened a file is told to those who may read it, and never who inspected."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests.web.desk import cast
from throughcare.access.terms import Role
from throughcare.casework.people import queries
from throughcare.casework.people.models import Person
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db
NOTHING = "There is nothing here. Check the number, or ask the records office."


@pytest.fixture
def file() -> Person:
    return cast.file("Aigerim", "Sadykova")


def _opened_by(role: Role, file: Person) -> None:
    queries.file_of(
        cast.viewer(cast.account(f"a {role}", role)), file.id, at=cast.now() - cast.HOUR, why=""
    )


def test_an_officer_of_the_place_reads_in_which_roles_the_file_was_opened(file: Person) -> None:
    _opened_by(Role.PHYSICIAN_NURSE, file)
    status, text = cast.page(
        cast.account("amel", Role.SECURITY_OFFICER), f"/people/{file.id}/readers"
    )
    assert status == 200
    assert "<td>physician or nurse</td><td><bdi>north</bdi></td>" in text
    assert "Sadykova" in text


def test_an_inspectors_reading_is_hidden_from_every_role_but_the_inspectors(file: Person) -> None:
    _opened_by(Role.NPM_INSPECTOR, file)
    _opened_by(Role.PHYSICIAN_NURSE, file)
    way = f"/people/{file.id}/readers"
    row = "<td>inspector of the national preventive mechanism</td>"
    assert row in cast.page(cast.account("inspector", Role.NPM_INSPECTOR), way)[1]
    for role in (Role.PRISON_DIRECTOR, Role.SECURITY_OFFICER, Role.ADMISSIONS_OFFICER):
        _, text = cast.page(cast.account(role, role), way)
        assert "<td>physician or nurse</td>" in text
        assert row not in text


def test_a_second_post_in_the_prison_takes_the_inspectors_view_away(file: Person) -> None:
    _opened_by(Role.NPM_INSPECTOR, file)
    row = "<td>inspector of the national preventive mechanism</td>"
    both = cast.account("both", Role.NPM_INSPECTOR, Role.PRISON_DIRECTOR)
    assert row not in cast.page(both, f"/people/{file.id}/readers")[1]


def test_a_file_elsewhere_and_no_file_at_all_are_answered_in_the_same_words(file: Person) -> None:
    here = cast.account("here", Role.SECURITY_OFFICER)
    elsewhere = cast.account("elsewhere", Role.SECURITY_OFFICER, at="south")
    assert cast.page(here, f"/people/{file.id}/readers")[0] == 200
    hidden = cast.page(elsewhere, f"/people/{file.id}/readers")
    absent = cast.page(elsewhere, f"/people/{uuid4()}/readers")
    assert hidden[0] == absent[0] == 404
    assert NOTHING in hidden[1] and NOTHING in absent[1]


def test_a_short_form_of_the_file_does_not_tell_who_opened_it(file: Person) -> None:
    manager, teacher = cast.account("m", Role.CASE_MANAGER), cast.account("t", Role.CHAPLAIN)
    cast.case(manager, Role.CASE_MANAGER, file.id)
    cast.case(teacher, Role.CHAPLAIN, file.id)
    assert cast.page(manager, f"/people/{file.id}/readers")[0] == 200
    assert cast.page(teacher, f"/people/{file.id}/readers")[0] == 403


def test_to_look_at_the_list_is_itself_written_down_once(file: Person) -> None:
    amel = cast.account("amel", Role.SECURITY_OFFICER)
    cast.page(amel, f"/people/{file.id}/readers")
    events = Entry.objects.filter(by=str(amel.pk), event__startswith="read.")
    assert sorted(events.values_list("event", flat=True)) == ["read.file", "read.readers"]
    _, text = cast.page(amel, f"/people/{file.id}/readers")
    assert text.count("<td>security officer</td>") == 1, "one visit is one row"


def test_a_long_list_goes_on_where_the_page_ends(file: Person) -> None:
    amel = cast.account("amel", Role.SECURITY_OFFICER)
    for half in range(queries.MOST_READERS + 1):
        at = cast.now() - cast.HOUR + half * cast.MINUTE / 2
        queries.file_of(cast.viewer(amel), file.id, at=at, why="")
    way = f"/people/{file.id}/readers"
    _, first = cast.page(amel, way)
    assert first.count("<td>security officer</td>") == queries.MOST_READERS
    earlier = first.split("readers?before=")[1].split('"')[0]
    _, rest = cast.page(amel, f"{way}?before={earlier}")
    assert rest.count("<td>security officer</td>") == 1
    assert "Earlier openings" in first and "Earlier openings" not in rest


@pytest.mark.parametrize(
    "before", ["x", "0001-01-01T00:00:00%2B14:00", "9999-12-31", "%00", "9" * 9999]
)
def test_a_wrong_moment_in_the_address_does_no_harm(file: Person, before: str) -> None:
    amel = cast.account("amel", Role.SECURITY_OFFICER)
    assert cast.page(amel, f"/people/{file.id}/readers?before={before}")[0] == 200
