"""What calls for a board of classification: by itself, once, and until a board has decided."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

import pytest

from tests.casework.assessment.made import AT, DAY, assigned, grown, manager, referred
from tests.casework.assessment.made_board import (
    MEETS,
    appealed,
    called,
    classified,
    seats,
    staff,
)
from tests.casework.assessment.made_status import in_force, the_prisoner
from tests.casework.custody.made import places, step, with_status
from tests.casework.custody.made_moves import arrived, sent
from tests.casework.safety.made import CAST
from tests.casework.safety.made_measures import restrained
from tests.staff import written
from throughcare.access.terms import Role
from throughcare.casework.assessment import actions
from throughcare.casework.assessment.actions import Sitting
from throughcare.casework.custody.terms import StepKind
from throughcare.casework.people.models import Person
from throughcare.duties.queries import called_at, called_for

pytestmark = pytest.mark.django_db
LATER = MEETS + 40 * DAY


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    """Who acts, and where."""
    for one in CAST:
        written(one)
    places()


def triggers(person: UUID, at: datetime) -> list[str]:
    return [one.trigger for one in called_for(manager(person), person, at=at)]


def test_nothing_calls_for_a_board_right_after_one_decided() -> None:
    person = grown()
    classified(person)
    assert triggers(person, MEETS + 2 * DAY) == []


def test_the_day_of_review_calls_by_itself() -> None:
    person = grown()
    row = classified(person)
    assert triggers(person, row.review_at - DAY) == []
    assert triggers(person, row.review_at) == ["due"]


def test_a_granted_appeal_calls_for_another_board() -> None:
    person = grown()
    waits = appealed(person, classified(person), at=MEETS + 2 * DAY)
    other = assigned(Role.CASE_MANAGER, 980, person)
    actions.decide_appeal(
        by=other, at=MEETS + 3 * DAY, appeal_id=waits.id, outcome="granted", reasons="A ball."
    )
    assert triggers(person, MEETS + 3 * DAY) == ["appeal"]


def _violence(person: UUID) -> None:
    referred(person, kind="violence", at=MEETS + 10 * DAY, act="He struck a man with a stool.")


def _restraint(person: UUID) -> None:
    restrained(
        person, at=MEETS + 10 * DAY, since=MEETS + 10 * DAY, purpose="harm",
        reason="he struck a man and would not stop", ordered_by="A. Director",
        ordered_at=MEETS + 10 * DAY,
    )  # fmt: skip


def _birth(person: UUID) -> None:
    said = {"members": "a son, born here", "children": ["Nur"]}
    step(Person(id=person), StepKind.DEPENDANTS, said, at=MEETS + 10 * DAY)


@pytest.mark.parametrize(
    ("what", "happens"),
    [("risk", _violence), ("risk", _restraint), ("care", _birth)],
    ids=["violence", "restraint", "birth"],
)
def test_what_happened_calls_for_one_board_and_once(
    what: str, happens: Callable[[UUID], None]
) -> None:
    person = grown()
    classified(person)
    happens(person)
    assert triggers(person, MEETS + 10 * DAY) == [what]
    # Looked at again, and after more of the same, it is one call.
    happens(person)
    assert triggers(person, MEETS + 11 * DAY) == [what]
    board = called(person, at=LATER, trigger=what, meets_at=LATER)
    assert triggers(person, LATER) == [what], "a board that is only called has not answered it"
    classified(person, at=LATER, board=board)
    assert triggers(person, LATER + 2 * DAY) == []


def test_a_status_calls_when_it_begins_and_when_it_runs_out() -> None:
    person = grown()
    classified(person)
    row = in_force(
        person, at=MEETS + 3 * DAY, expires_at=MEETS + 20 * DAY, review_at=MEETS + 9 * DAY
    )
    assert triggers(person, MEETS + 4 * DAY) == ["status"]
    board = called(person, at=MEETS + 5 * DAY, trigger="status", meets_at=MEETS + 5 * DAY)
    classified(
        person, at=MEETS + 5 * DAY, board=board, model="integration", model_why="He works with all."
    )
    assert triggers(person, row.expires_at - DAY) == []
    assert triggers(person, row.expires_at) == ["status"]


def test_who_comes_to_another_prison_is_looked_at_there() -> None:
    person = grown()
    classified(person)
    sent(person, at=MEETS + 10 * DAY)
    arrived(person, at=MEETS + 11 * DAY)
    there = assigned(Role.CASE_MANAGER, 987, person, "south")
    found = called_for(there, person, at=MEETS + 11 * DAY)
    assert [one.trigger for one in found] == ["move"]


def with_specialist(person: UUID) -> list[Sitting]:
    """A board about a child."""
    specialist = staff(Role.JUVENILE_SPECIALIST, 986)
    return [*seats(person), Sitting(account=specialist.account, office="juvenile_specialist")]


@pytest.mark.parametrize("years", [18, 21])
def test_a_birthday_calls_on_its_day_and_not_before(years: int) -> None:
    turns = date(2026, 4, 1)
    person = grown(born=turns.replace(year=turns.year - years).isoformat(), cell=None)
    child = years == 18
    classified(person, **({"seats": with_specialist(person)} if child else {}))
    morning = datetime(2026, 4, 1, tzinfo=AT.tzinfo)
    assert triggers(person, morning - DAY) == []
    assert triggers(person, morning) == ["age"]


def test_a_sentence_calls_for_the_first_one() -> None:
    person = grown()
    assert triggers(person, AT + DAY) == []
    with_status(person, "sentenced", at=AT + DAY)
    assert triggers(person, AT + DAY) == ["first"]
    classified(person)
    assert triggers(person, MEETS + 2 * DAY) == []


def test_the_list_of_a_prison_names_those_and_nobody_else() -> None:
    mine, other = grown(), grown("Karim")
    for person in (mine, other):
        with_status(person, "sentenced", at=AT + DAY)
    found = called_at(manager(mine), "north", at=AT + 2 * DAY)
    assert {one: [call.trigger for call in calls] for one, calls in found.items()} == {
        mine: ["first"]
    }


def test_who_does_not_read_the_register_of_discipline_is_not_told_of_a_restraint() -> None:
    person = grown()
    classified(person)
    _restraint(person)
    probation = assigned(Role.PROBATION_OFFICER, 985, person)
    assert called_for(probation, person, at=MEETS + 10 * DAY) == []
    assert triggers(person, MEETS + 10 * DAY) == ["risk"]


def test_the_person_is_not_told_of_a_referral_by_what_calls_for_a_board() -> None:
    person = grown()
    classified(person)
    _violence(person)
    assert called_for(the_prisoner(person), person, at=MEETS + 10 * DAY) == []
    assert triggers(person, MEETS + 10 * DAY) == ["risk"]
