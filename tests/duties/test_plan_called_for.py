"""What calls for a look at a plan: by itself, once, and until a version is signed."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pytest

from tests.casework.assessment.made import referred
from tests.casework.assessment.made_status import the_prisoner
from tests.casework.custody.made import places, step, with_status
from tests.casework.custody.made_moves import arrived, sent
from tests.casework.plans.made import (
    DAY,
    SIGNED,
    assigned,
    manager,
    marked,
    sentenced,
    signed,
    untried,
    with_a_goal,
)
from tests.casework.safety.made import CAST, grown
from tests.staff import written
from throughcare.access.terms import Role
from throughcare.casework.custody.terms import StepKind
from throughcare.casework.people.models import Person
from throughcare.duties.queries import plan_called_for, plans_called_at

pytestmark = pytest.mark.django_db
LATER = SIGNED + 10 * DAY


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    """Who acts, and where."""
    for one in CAST:
        written(one)
    places()


def calls(person: UUID, at: datetime = LATER) -> list[str]:
    return [one.trigger for one in plan_called_for(manager(person), person, at=at)]


def test_a_sentence_calls_for_the_first_plan_until_it_is_signed() -> None:
    person = untried()
    assert calls(person) == []
    other = sentenced("Karim")
    assert calls(other) == ["first"]
    with_a_goal(other)
    assert calls(other) == ["first"], "a draft is no plan yet"


def test_nothing_calls_right_after_a_plan_was_signed() -> None:
    person = sentenced()
    signed(person)
    assert calls(person) == []


def test_the_day_of_review_calls_by_itself() -> None:
    person = sentenced()
    plan = signed(person)
    assert calls(person, plan.review_at - DAY) == []
    assert calls(person, plan.review_at) == ["due"]


def test_violence_calls_for_one_look_and_once() -> None:
    person = sentenced()
    signed(person)
    for _again in (1, 2):
        referred(person, kind="violence", at=SIGNED + 5 * DAY, act="He struck a man with a stool.")
        assert calls(person) == ["risk"]


def test_a_birth_and_a_status_call_for_it() -> None:
    person = sentenced()
    signed(person)
    said = {"members": "a son, born here", "children": ["Nur"]}
    step(Person(id=person), StepKind.DEPENDANTS, said, at=SIGNED + 5 * DAY)
    assert calls(person) == ["care"]
    marked(person, at=SIGNED + 6 * DAY)
    assert calls(person) == ["care", "status"]


def test_a_plan_before_a_sentence_is_looked_at_once_the_sentence_is_there() -> None:
    person = grown()
    signed(person, parts={"release": ""})
    assert calls(person) == []
    with_status(person, "sentenced", at=SIGNED + DAY)
    assert calls(person) == ["sentence"]


def test_who_comes_to_another_prison_is_looked_at_there() -> None:
    person = sentenced()
    signed(person)
    sent(person, at=SIGNED + 5 * DAY)
    arrived(person, at=SIGNED + 6 * DAY)
    there = assigned(Role.CASE_MANAGER, 987, person, "south")
    assert [one.trigger for one in plan_called_for(there, person, at=LATER)] == ["move"]


def test_the_list_of_a_prison_names_those_of_the_reader_and_nobody_else() -> None:
    mine, other = sentenced(), sentenced("Karim")
    reader = manager(mine)
    found = plans_called_at(reader, "north", at=LATER)
    assert {one: [call.trigger for call in its] for one, its in found.items()} == {mine: ["first"]}
    assert other not in found
    assert plans_called_at(reader, "south", at=LATER) == {}


def test_the_person_is_not_told_of_a_referral_by_what_calls_for_a_plan() -> None:
    person = sentenced()
    signed(person)
    referred(person, kind="violence", at=SIGNED + 5 * DAY, act="He struck a man with a stool.")
    assert plan_called_for(the_prisoner(person), person, at=LATER) == []
    assert calls(person) == ["risk"]
