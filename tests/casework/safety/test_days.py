"""The day of a unit: many people at once, each entry once, and nothing wins silently."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.casework.safety.made import (
    AT,
    DAY,
    DEPUTY,
    DIRECTOR,
    ELSEWHERE,
    HOUR,
    INSPECTOR,
    MINUTE,
    NURSE,
    SECOND_OFFICER,
    WING,
    contact,
    grown,
    key,
    out,
    separated,
)
from tests.staff import see_all_rows
from throughcare.access.errors import Refused
from throughcare.casework.people.errors import NoReason
from throughcare.casework.people.files import fresh_id
from throughcare.casework.people.models import Person
from throughcare.casework.safety import actions
from throughcare.casework.safety.actions import DayWords, Fate
from throughcare.casework.safety.errors import AlreadySettled
from throughcare.casework.safety.models import (
    Contact,
    DayConflict,
    HealthVisit,
    OutOfCell,
    Separation,
)
from throughcare.casework.safety.queries import days_of, health_requests_waiting, separations_of
from throughcare.casework.safety.terms import EntryTable

pytestmark = pytest.mark.django_db
LATER = AT + 2 * DAY
MORNING = AT + DAY


@pytest.fixture
def person() -> UUID:
    """Somebody separated for three days."""
    found = grown()
    separated(found)
    return found


def fates(*entries: DayWords, by: object = WING) -> list[Fate]:
    """What becomes of these entries."""
    done = actions.enter_day(by=by, at=LATER, entries=entries)  # type: ignore[arg-type]
    return [one.fate for one in done.outcomes]


def count(model: type) -> int:
    """How many rows stand."""
    see_all_rows("DIS")
    return int(model.objects.filter(stood_until=None).count())  # type: ignore[attr-defined]


def test_an_officer_writes_the_day_of_two_people_at_once() -> None:
    people = [grown(), grown("Marat", cell="north/a/1/02")]
    for one in people:
        separated(one)
    entries = [
        *(out(one, MORNING, MORNING + HOUR) for one in people),
        *(contact(one, MORNING, MORNING + HOUR, "face_to_face") for one in people),
    ]
    assert fates(*entries) == [Fate.WRITTEN] * 4
    (_day, day) = days_of(
        INSPECTOR, people[0], first=date(2026, 3, 1), last=date(2026, 3, 2), at=LATER
    )
    assert (day.out_minutes, day.contact_minutes, day.meaningful_minutes) == (60, 60, 60)


def test_what_is_no_human_contact_is_written_and_does_not_count(person: UUID) -> None:
    fates(contact(person, MORNING, MORNING + HOUR, "food_hatch"))
    day = days_of(INSPECTOR, person, first=MORNING.date(), last=MORNING.date(), at=LATER)[0]
    assert (day.contact_minutes, day.meaningful_minutes) == (60, 0)


def test_hours_over_midnight_count_on_each_day_for_their_own_part(person: UUID) -> None:
    midnight = AT.replace(hour=23)  # midnight in Tunis is 23:00 UTC
    fates(contact(person, midnight - HOUR, midnight + 2 * HOUR))
    days = days_of(INSPECTOR, person, first=date(2026, 3, 1), last=date(2026, 3, 2), at=LATER)
    assert [one.meaningful_minutes for one in days] == [60, 120]


def test_a_double_click_and_a_device_that_sends_twice_write_once(person: UUID) -> None:
    entry = out(person, MORNING, MORNING + HOUR)
    assert fates(entry, entry) == [Fate.WRITTEN, Fate.ALREADY]
    assert fates(entry) == [Fate.ALREADY]
    assert count(OutOfCell) == 1


def test_where_one_entry_is_wrong_nothing_is_written_and_each_says_why(person: UUID) -> None:
    free, long = grown("Marat", cell="north/a/1/02"), grown("Aibek", cell="north/a/1/03")
    separated(long)
    entries = [
        out(person, MORNING, MORNING + HOUR),
        out(long, AT + 2 * HOUR, AT + 27 * HOUR),
        out(free, MORNING, MORNING + HOUR),
        out(uuid4(), MORNING, MORNING + HOUR),
        out(person, MORNING, MORNING),
        out(person, LATER, LATER + 3 * HOUR),
        contact(person, MORNING, MORNING + HOUR, "a chat"),
    ]
    done = actions.enter_day(by=WING, at=LATER, entries=entries)
    assert not done.written
    assert [one.fate for one in done.outcomes] == [Fate.HELD_BACK, *[Fate.REFUSED] * 6]
    for outcome, said in zip(
        done.outcomes[1:],
        ("longer than a day", "not separated", "not within your reach", "the end is missing",
         "clock of the device", "none of the list"),
        strict=True,
    ):  # fmt: skip
        assert said in outcome.said
    assert count(OutOfCell) == 0


def test_the_same_hours_of_one_person_twice_in_one_list_are_refused(person: UUID) -> None:
    twice = [out(person, MORNING, MORNING + HOUR), out(person, MORNING + MINUTE, MORNING + HOUR)]
    assert fates(*twice) == [Fate.HELD_BACK, Fate.REFUSED]


def test_the_time_that_the_device_showed_is_kept(person: UUID) -> None:
    fates(out(person, MORNING, MORNING + HOUR, said_at=LATER + 3 * HOUR))
    see_all_rows("DIS")
    assert OutOfCell.objects.get().said_at == LATER + 3 * HOUR


def test_the_same_hours_by_another_officer_are_no_conflict(person: UUID) -> None:
    fates(out(person, MORNING, MORNING + HOUR))
    assert fates(out(person, MORNING, MORNING + HOUR), by=SECOND_OFFICER) == [Fate.ALREADY]


def test_other_hours_by_another_officer_wait_for_a_person(person: UUID) -> None:
    fates(out(person, MORNING, MORNING + HOUR))
    later = out(person, MORNING + 30 * MINUTE, MORNING + 2 * HOUR)
    done = actions.enter_day(by=SECOND_OFFICER, at=LATER, entries=[later])
    (outcome,) = done.outcomes
    assert (outcome.fate, outcome.by) == (Fate.CONFLICT, "903")
    assert "a person settles it" in outcome.said
    assert (count(OutOfCell), count(DayConflict)) == (1, 1)
    assert fates(later, by=SECOND_OFFICER) == [Fate.ALREADY]  # sent again after a lost connection
    (waiting,) = separations_of(DIRECTOR, person, at=LATER).conflicts
    assert (waiting.since, waiting.written_by) == (later.since, "904")


@pytest.mark.parametrize("outcome", ["kept", "replaced"])
def test_a_conflict_is_settled_by_who_may_write_with_a_reason(person: UUID, outcome: str) -> None:
    first = contact(person, MORNING, MORNING + HOUR)
    second = contact(person, MORNING, MORNING + 2 * HOUR, "education")
    fates(first)
    fates(second, by=SECOND_OFFICER)
    see_all_rows("DIS")
    conflict = DayConflict.objects.get().id
    told = {"person_id": person, "conflict_id": conflict, "outcome": outcome}
    with pytest.raises(NoReason):
        actions.settle_conflict(by=DIRECTOR, at=LATER, why="", **told)
    with pytest.raises(Refused):
        actions.settle_conflict(by=WING, at=LATER, why="mine is right", **told)
    actions.settle_conflict(by=DIRECTOR, at=LATER, why="asked both", **told)
    see_all_rows("DIS")
    (stands,) = Contact.objects.filter(stood_until=None)
    assert stands.kind == ("programme" if outcome == "kept" else "education")
    with pytest.raises(AlreadySettled):
        actions.settle_conflict(by=DEPUTY, at=LATER, why="again", **told)
    assert not separations_of(DIRECTOR, person, at=LATER + MINUTE).conflicts


def test_only_health_staff_write_that_they_came_and_a_visit_answers_a_request(person: UUID) -> None:
    asked = DayWords(
        person_id=person, entry=EntryTable.HEALTH_REQUEST, key=key(), since=MORNING, kind="person"
    )
    assert fates(asked) == [Fate.WRITTEN]
    (waiting,) = health_requests_waiting(NURSE, [person], at=LATER)
    visit = DayWords(
        person_id=person, entry=EntryTable.HEALTH_VISIT, key=key(), since=MORNING + HOUR,
        answers=waiting.id,
    )  # fmt: skip
    assert fates(visit) == [Fate.REFUSED]
    assert fates(visit, by=NURSE) == [Fate.WRITTEN]
    assert not health_requests_waiting(NURSE, [person], at=LATER + MINUTE)
    again = DayWords(
        person_id=person, entry=EntryTable.HEALTH_VISIT, key=key(), since=MORNING + HOUR,
        answers=waiting.id,
    )  # fmt: skip
    assert fates(visit, by=NURSE) == [Fate.ALREADY]  # sent again: it is not judged again
    assert fates(again, by=NURSE) == [Fate.REFUSED]
    assert count(HealthVisit) == 1


def test_somebody_of_another_prison_writes_nothing_and_learns_nothing(person: UUID) -> None:
    done = actions.enter_day(by=ELSEWHERE, at=LATER, entries=[out(person, MORNING, MORNING + HOUR)])
    nobody = actions.enter_day(
        by=ELSEWHERE, at=LATER, entries=[out(uuid4(), MORNING, MORNING + HOUR)]
    )
    assert done.outcomes[0].said == nobody.outcomes[0].said
    assert not health_requests_waiting(ELSEWHERE, [person], at=LATER)


def test_a_list_of_two_thousand_people_is_written_in_one_go_with_few_questions(
    django_assert_max_num_queries: Any,
) -> None:
    many = _many(2_000)
    with django_assert_max_num_queries(40):
        done = actions.enter_day(
            by=WING, at=LATER, entries=[out(one, MORNING, MORNING + HOUR) for one in many]
        )
    assert {one.fate for one in done.outcomes} == {Fate.WRITTEN}
    assert count(OutOfCell) == len(many)


def _many(number: int) -> list[UUID]:
    """People in separation, as rows: each by its actions would take minutes."""
    see_all_rows("DIS")
    people = [Person(id=uuid4(), held_at="north", opened_at=AT, version=1) for _ in range(number)]
    Person.objects.bulk_create(people)
    spells = [fresh_id(AT) for _ in people]
    Separation.objects.bulk_create(
        Separation(
            id=spell, spell=spell, person=one, recorded_at=AT, recorded_by="901",
            kind="own_cell", since=AT, found="as rows",
        )
        for spell, one in zip(spells, people, strict=True)
    )  # fmt: skip
    return [one.id for one in people]
