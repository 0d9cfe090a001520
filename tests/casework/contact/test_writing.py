"""Contact is written by who keeps it, once, of the past, and never against a woman's word."""

from __future__ import annotations

from typing import Any

import pytest

from tests.casework.assessment.made import refused_by
from tests.casework.contact.made import (
    ADMISSIONS,
    AT,
    DAY,
    HOUR,
    grown,
    manager,
    said,
    woman,
    wrote,
)
from tests.casework.custody.made import say
from tests.casework.safety.made import DIRECTOR, ELSEWHERE, INSPECTOR, WING
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere, Refused
from throughcare.casework.contact import actions, queries
from throughcare.casework.contact.actions import DayWords
from throughcare.casework.contact.errors import BadContact, NotAgreed, WrittenAlready
from throughcare.casework.contact.models import Contact
from throughcare.casework.custody.errors import BadMoment, NotInCustody
from throughcare.casework.custody.models import Stay
from throughcare.casework.people.files import fresh_id
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Fact, Person
from throughcare.casework.rows.anew import anew
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db
REFUSAL: dict[str, Any] = {
    "outcome": "refused", "ground": "restriction", "refused_why": "An order stands.",
    "refused_until": AT + 30 * DAY,
}  # fmt: skip


def rows() -> list[Contact]:
    see_all_rows()
    return list(Contact.objects.order_by("recorded_at"))


def test_the_row_and_its_entry_are_written_together() -> None:
    person = grown()
    row = wrote(person, AT + DAY)
    entry = Entry.objects.get(event="contact.written")
    assert (entry.about, entry.row, entry.compartment) == (person, str(row.id), "CON")


def test_the_director_the_person_and_the_inspector_read_and_the_wing_does_not() -> None:
    person = grown()
    wrote(person, AT + DAY)
    for reader in (DIRECTOR, INSPECTOR, ADMISSIONS, manager(person)):
        assert len(queries.contacts_of(reader, person, at=AT + 2 * DAY).rows) == 1
    assert not queries.contacts_of(DIRECTOR, person, at=AT + 2 * DAY).may_write
    with pytest.raises(Refused):
        queries.contacts_of(WING, person, at=AT + 2 * DAY)
    with pytest.raises(NotThere):
        queries.contacts_of(ELSEWHERE, person, at=AT + 2 * DAY)


@pytest.mark.parametrize("by", [DIRECTOR, WING, INSPECTOR])
def test_whoever_does_not_keep_contact_writes_none(by: Any) -> None:
    with pytest.raises(Refused):
        wrote(grown(), AT + DAY, by=by)
    assert rows() == []


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ({"kind": "pigeon"}, BadContact),
        ({"whom": "lawyer"}, BadContact),
        ({"outcome": "good"}, BadContact),
        ({"outcome": "refused"}, BadContact),
        ({**REFUSAL, "refused_until": None}, BadContact),
        ({**REFUSAL, "refused_why": " "}, BadContact),
        ({**REFUSAL, "refused_until": AT}, BadContact),
        ({"ground": "safety"}, BadContact),
        ({"agreed": "yes", "agreed_at": AT}, BadContact),
        ({"search": "body"}, BadContact),
        ({"consent_at": AT}, BadContact),
        ({"kind": "call", "search": "body", "searched_at": AT + DAY}, BadContact),
        ({"search": "body", "searched_at": AT + 9 * DAY}, BadMoment),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(words: Any, error: Any) -> None:
    person = grown()
    with pytest.raises(error) as refused:
        wrote(person, AT + DAY, **words)
    assert refused.value.remedy
    assert rows() == []


def test_the_same_contact_without_that_fault_is_written() -> None:
    wrote(grown(), AT + DAY, **REFUSAL)
    assert len(rows()) == 1


def test_what_has_not_come_yet_is_no_contact() -> None:
    with pytest.raises(BadMoment):
        actions.write_contact(by=ADMISSIONS, at=AT, person_id=grown(), said=said(AT + HOUR))


def test_nobody_who_was_released_yesterday_had_a_visit_today() -> None:
    person = grown()
    by = manager(person)
    released(person)
    wrote(person, AT + 2 * DAY - HOUR, by=by)
    with pytest.raises(NotInCustody):
        wrote(person, AT + 3 * DAY, by=by)
    with pytest.raises(NotInCustody):
        wrote(person, AT - DAY, by=by)
    assert len(rows()) == 1


def released(person: Any) -> None:
    """As a row: the stay ended at AT + 2 days."""
    see_all_rows("SEN")
    stay = Stay.objects.get(person=person, stood_until=None)
    Stay.objects.filter(id=stay.id).update(stood_until=AT + 2 * DAY)
    ended = anew(stay, left_at=AT + 2 * DAY)
    ended.id, ended.person_id, ended.recorded_at = fresh_id(AT), person, AT + 2 * DAY
    ended.recorded_by, ended.replaces_id = "1", stay.id
    ended.save(force_insert=True)


def test_a_contact_is_written_once() -> None:
    person = grown()
    wrote(person, AT + DAY)
    with pytest.raises(WrittenAlready):
        wrote(person, AT + DAY)
    wrote(person, AT + DAY, whom="friend")
    assert len(rows()) == 2


def test_no_visit_takes_place_against_her_word() -> None:
    person = woman()
    with pytest.raises(NotAgreed):
        wrote(person, AT + DAY, agreed="no")
    with pytest.raises(BadContact):
        wrote(person, AT + DAY)
    wrote(person, AT + DAY, agreed="no", outcome="declined")
    wrote(person, AT + DAY, kind="call")
    assert len(rows()) == 2


def test_the_approved_contact_is_one_of_the_file() -> None:
    person, other = grown(), grown("Bolat", cell=None)
    for whose in (person, other):
        say(
            Person(id=whose), Kind.EMERGENCY_CONTACT,
            {"name": "Dana", "relation": "mother", "reached_by": "+216 1"},
        )  # fmt: skip
    see_all_rows()
    mine, theirs = (
        Fact.objects.get(person=whose, kind=Kind.EMERGENCY_CONTACT).id for whose in (person, other)
    )
    wrote(person, AT + DAY, approved=mine)
    with pytest.raises(BadContact):
        wrote(person, AT + 2 * DAY, approved=theirs)


def test_the_database_itself_refuses_what_the_action_refuses() -> None:
    person = woman()
    row = wrote(person, AT + DAY, agreed="yes", agreed_at=AT)
    see_all_rows()
    for name, words in {
        "contact_no_visit_against_her_word": {"agreed": "no", "agreed_at": None},
        "contact_refused_says_why_and_until_when": {"outcome": "refused"},
        "contact_is_of_the_lists": {"whom": "lawyer"},
        "contact_has_come": {"at": AT + 9 * DAY},
        "contact_in_custody": {"at": AT - DAY},
        "contact_search_is_of_a_visitor": {"search": "body"},
        "contact_is_written_once": {},
    }.items():  # fmt: skip
        again = anew(row, **words)
        again.id, again.person_id = fresh_id(AT), person
        again.recorded_at, again.recorded_by = row.recorded_at, "1"
        with refused_by(name):
            again.save(force_insert=True)


def test_a_day_of_the_visiting_room_is_written_whole_or_not_at_all() -> None:
    one, two = grown(), grown("Bolat", cell=None)
    visit = AT + DAY
    list_of = [DayWords(person_id=one, said=said(visit)), DayWords(person_id=two, said=said(visit))]
    wrong = [*list_of, DayWords(person_id=two, said=said(visit, outcome="refused"))]
    found = actions.write_day(by=ADMISSIONS, at=visit + HOUR, rows=wrong)
    assert list(found.wrong) == [2] and rows() == []
    twice = actions.write_day(by=ADMISSIONS, at=visit + HOUR, rows=[*list_of, list_of[0]])
    assert list(twice.wrong) == [2] and rows() == []
    done = actions.write_day(by=ADMISSIONS, at=visit + HOUR, rows=list_of)
    assert (done.written, len(rows())) == (2, 2)
    again = actions.write_day(by=ADMISSIONS, at=visit + HOUR, rows=list_of)
    assert list(again.wrong) == [0, 1] and len(rows()) == 2


def test_the_list_of_a_day_says_of_whom_nothing_can_have_been_then() -> None:
    one, two = grown(), grown("Bolat", cell=None)
    rows_of = [
        DayWords(person_id=one, said=said(AT + DAY)),
        DayWords(person_id=two, said=said(AT - DAY)),  # not received yet
    ]
    found = actions.write_day(by=ADMISSIONS, at=AT + 2 * DAY, rows=rows_of)
    assert list(found.wrong) == [1] and "not in custody" in found.wrong[1]
    assert rows() == []


def test_whom_somebody_does_not_reach_is_refused_in_the_list_of_a_day() -> None:
    one = grown()
    row = DayWords(person_id=one, said=said(AT + DAY))
    found = actions.write_day(by=WING, at=AT + DAY, rows=[row])
    assert list(found.wrong) == [0] and rows() == []


def test_who_has_had_no_contact_for_thirty_days_stands_on_the_list_the_longest_first() -> None:
    never, long_ago, lately = (grown(name, cell=None) for name in ("Aset", "Bolat", "Erlan"))
    wrote(long_ago, AT + DAY)
    wrote(lately, AT + 20 * DAY)
    wrote(lately, AT + 30 * DAY, outcome="absent")
    at = AT + 40 * DAY
    found = queries.without_contact(ADMISSIONS, "north", at=at)
    assert [(one.person, one.last) for one in found] == [(never, None), (long_ago, AT + DAY)]
    assert queries.without_contact(DIRECTOR, "north", at=AT + 29 * DAY) == []
    assert [one.person for one in queries.without_contact(manager(long_ago), "north", at=at)] == [
        long_ago
    ]
    assert queries.without_contact(WING, "north", at=at) == []
    assert queries.without_contact(ELSEWHERE, "north", at=at) == []


def test_the_list_of_a_unit_names_whose_contact_the_viewer_writes() -> None:
    person, other = woman(), grown("Bolat", cell="north/a/2/01")
    assert dict(queries.house_list(ADMISSIONS, "north", at=AT + DAY)) == {
        person: True, other: False,
    }  # fmt: skip
    assert queries.house_list(ADMISSIONS, "north/a/1", at=AT + DAY) == [(person, True)]
    assert queries.house_list(DIRECTOR, "north", at=AT + DAY) == []
