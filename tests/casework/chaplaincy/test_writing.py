"""Religion is written at the wish of the person, and read by the chaplain and the person alone."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import models

from tests.casework.assessment.made import assigned, refused_by
from tests.casework.chaplaincy.made import (
    ADMISSIONS,
    AT,
    DAY,
    HOUR,
    asked,
    chaplain,
    grown,
    the_prisoner,
    visited,
    wished,
)
from tests.casework.safety.made import DIRECTOR, INSPECTOR, NURSE, WING
from tests.staff import see_all_rows, see_no_rows
from throughcare.access.errors import NotThere, Refused
from throughcare.access.queries import viewer_of
from throughcare.access.terms import Role
from throughcare.casework.chaplaincy import actions, queries
from throughcare.casework.chaplaincy.errors import AgainstTheWish, BadWish, OverAlready
from throughcare.casework.chaplaincy.models import EVERY, Request, Service, Visit, Wish
from throughcare.casework.custody.errors import BadMoment, NotInCustody
from throughcare.casework.people.files import fresh_id
from throughcare.casework.rows.anew import anew
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db


def test_no_table_has_a_field_for_what_was_said() -> None:
    own = {
        field.name
        for model in EVERY
        for field in model._meta.concrete_fields
        if isinstance(field, (models.TextField, models.CharField)) and not field.choices
    }
    assert own - {"recorded_by", "struck_by", "struck_why"} == {"faith", "unit"}


def test_only_the_chaplain_of_the_person_and_the_person_read() -> None:
    person = grown()
    asked(person)
    for reader in (chaplain(person), the_prisoner(person)):
        assert len(queries.faith_of(reader, person, at=AT).asked) == 1
    manager = assigned(Role.CASE_MANAGER, 951, person)
    other = assigned(Role.CHAPLAIN, 972, grown("Bolat", cell=None))
    for closed in (DIRECTOR, INSPECTOR, NURSE, WING, ADMISSIONS, manager, other):
        with pytest.raises((Refused, NotThere)):
            queries.faith_of(closed, person, at=AT)


def test_the_reception_writes_a_request_down_and_reads_nothing_back() -> None:
    person = grown()
    row = asked(person, by=ADMISSIONS)
    see_all_rows("REL")
    assert Request.objects.get().own_hand is False
    see_no_rows()
    entry = Entry.objects.get(event="chaplaincy.asked")
    assert (entry.about, entry.row, entry.compartment) == (person, str(row.id), "REL")
    with pytest.raises(Refused):
        wished(person, by=ADMISSIONS)


def test_the_person_asks_wishes_and_thinks_otherwise_with_the_own_hand() -> None:
    person = grown()
    me = the_prisoner(person)
    assert asked(person, by=me).own_hand
    row = wished(person, by=me)
    actions.end_wish(by=me, at=AT + DAY, wish_id=row.id, until=AT + DAY)
    with pytest.raises(OverAlready):
        actions.end_wish(by=me, at=AT + DAY, wish_id=row.id, until=AT + DAY)
    with pytest.raises(Refused):
        visited(person, AT + DAY, by=me)
    with pytest.raises(Refused):
        actions.hold_service(
            by=me, at=AT + DAY, person_ids=[person], faith="Jewish", held_at=AT + DAY
        )


def test_no_visit_takes_place_against_the_wish_until_the_wish_has_ended() -> None:
    person = grown()
    row = wished(person)
    with pytest.raises(AgainstTheWish):
        visited(person, AT + DAY)
    visited(person, AT + DAY, outcome="declined")
    actions.end_wish(by=chaplain(person), at=AT + 2 * DAY, wish_id=row.id, until=AT + 2 * DAY)
    visited(person, AT + 3 * DAY)


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ({"kind": "prayer"}, BadWish),
        ({"kind": "services"}, BadWish),
        ({"kind": "services", "faith": "x" * 61}, BadWish),
        ({"kind": "services", "faith": "Sunni\nhe told me"}, BadWish),
        ({"faith": "Sunni"}, BadWish),
        ({"since": AT + DAY}, BadMoment),
        ({"since": AT - DAY}, NotInCustody),
    ],
)
def test_a_wish_is_of_the_list_and_names_a_faith_and_no_more(words: Any, error: Any) -> None:
    with pytest.raises(error) as refused:
        wished(grown(), **words)
    assert refused.value.remedy


def test_the_same_wish_stands_once() -> None:
    person = grown()
    wished(person, kind="services", faith="Sunni")
    with pytest.raises(BadWish):
        wished(person, AT + HOUR, kind="services", faith="sunni")
    wished(person, AT + HOUR, kind="services", faith="Sufi")


def test_a_visit_answers_a_request_of_the_same_file_that_was_made_before() -> None:
    person, other = grown(), grown("Bolat", cell=None)
    theirs, mine = asked(other), asked(person, AT + 2 * DAY)
    with pytest.raises(NotThere):
        visited(person, AT + DAY, request_id=theirs.id)
    with pytest.raises(BadWish):
        visited(person, AT + DAY, request_id=mine.id)


def test_a_service_is_written_for_each_in_the_unit_of_that_moment_once() -> None:
    one, two = grown(), grown("Bolat", cell="north/a/2/01")
    chaplain(one)
    chaplain(two)
    by = viewer_of(971, at=AT)
    rows = actions.hold_service(
        by=by, at=AT + DAY, person_ids=[one, two], faith="Sunni", held_at=AT + DAY
    )
    assert {row.unit for row in rows} == {"north/a/1", "north/a/2"}
    with pytest.raises(BadWish):
        actions.hold_service(by=by, at=AT + DAY, person_ids=[one], faith="Sunni", held_at=AT + DAY)
    nowhere = grown("Erlan", cell=None)
    with pytest.raises(BadWish):
        actions.hold_service(
            by=chaplain(nowhere), at=AT + DAY, person_ids=[nowhere], faith="Sunni",
            held_at=AT + DAY,
        )  # fmt: skip


def test_the_chaplain_sees_the_groups_of_the_own_people_and_who_waits() -> None:
    person, other = grown(), grown("Bolat", cell="north/a/1/02")
    by = chaplain(person)
    wished(person, kind="services", faith="Sunni")
    assigned(Role.CHAPLAIN, 972, other)
    actions.wish(
        by=assigned(Role.CHAPLAIN, 972, other), at=AT, person_id=other, kind="services",
        since=AT, faith="Sunni",
    )  # fmt: skip
    row = asked(person)
    groups, waiting = queries.groups_of(by, at=AT + DAY)
    assert [(one.unit, one.faith, one.people) for one in groups] == [
        ("north/a/1", "Sunni", [person])
    ]
    assert [one.id for one in waiting] == [row.id]
    visited(person, AT + DAY, request_id=row.id)
    assert queries.groups_of(by, at=AT + 2 * DAY)[1] == []
    for closed in (DIRECTOR, ADMISSIONS, INSPECTOR):
        assert queries.groups_of(closed, at=AT + DAY) == ([], [])


def test_the_database_itself_refuses_a_visit_against_the_wish() -> None:
    person = grown()
    row = visited(person, AT + DAY)
    wish = wished(person, AT + DAY + HOUR)
    see_all_rows("REL")

    def again(one: Any, **words: Any) -> None:
        fresh = anew(one, **words)
        fresh.id, fresh.person_id = fresh_id(AT), person
        fresh.recorded_at, fresh.recorded_by = AT + 9 * DAY, "971"
        fresh.save(force_insert=True)

    with refused_by("chaplaincy_no_visit_against_the_wish"):
        again(row, at=AT + 2 * DAY)
    with refused_by("chaplaincy_one_wish_at_a_time"):
        again(wish)
    with refused_by("chaplaincy_in_custody"):
        again(row, at=AT - DAY)
    with refused_by("chaplaincy_wish_names_a_faith_for_services"):
        again(wish, kind="services", until=wish.since)
    assert (Visit.objects.count(), Wish.objects.count(), Service.objects.count()) == (1, 1, 0)
