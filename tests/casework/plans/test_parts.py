"""Which part of a plan is asked of whom: of women, of children, of older and disabled people."""

from __future__ import annotations

import pytest

from tests.casework.custody.made import say
from tests.casework.plans.made import (
    PARTS,
    SIGNED,
    agreed,
    begun,
    goal,
    manager,
    sentenced,
    signed,
    step,
    untried,
    with_a_goal,
    woman,
)
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Person
from throughcare.casework.plans import actions
from throughcare.casework.plans.errors import MissingPart, NotSaid, TooMuchSaid

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("part", ["staff", "family", "release"])
def test_a_missing_part_is_named(part: str) -> None:
    plan = with_a_goal(sentenced(), parts={part: " "})
    with pytest.raises(MissingPart) as caught:
        agreed(plan)
    assert caught.value.part == part


def test_of_a_woman_care_children_and_her_choice_are_asked_and_of_a_man_not() -> None:
    person = woman()
    plan = with_a_goal(person)
    missing = []
    parts, choice = dict(PARTS), ""
    for _ in range(4):
        with pytest.raises(MissingPart) as caught:
            agreed(plan)
        missing.append(caught.value.part)
        if missing[-1] == "choice":
            choice = "not_said"
        else:
            parts[missing[-1]] = "Her mother looks after them."
        actions.write_plan(
            by=manager(person), at=SIGNED, plan_id=plan.id, review_at=plan.review_at, parts=parts,
            choice=choice,
        )  # fmt: skip
    assert missing == ["care", "children", "programmes", "choice"]
    assert agreed(plan).person_how == "signature"


def test_violence_that_she_suffered_is_written_by_her_choice_alone() -> None:
    with pytest.raises(NotSaid):
        begun(woman(), parts={"violence": "Her husband beat her."}, choice="not_said")


def test_of_a_child_school_and_guardian_are_asked() -> None:
    person = sentenced(born="2010-05-05")
    with pytest.raises(MissingPart) as caught:
        agreed(with_a_goal(person))
    assert caught.value.part == "school"


@pytest.mark.parametrize("who", ["older", "disabled"])
def test_of_older_and_disabled_people_it_is_asked_what_makes_daily_life_possible(who: str) -> None:
    person = sentenced(born="1960-05-05" if who == "older" else "1985-05-05")
    if who == "disabled":
        say(Person(id=person), Kind.ADJUSTMENT, {"need": "does not hear well"})
    with pytest.raises(MissingPart) as caught:
        agreed(with_a_goal(person))
    assert caught.value.part == "adjustments"


def test_before_a_sentence_the_plan_is_short_and_says_nothing_of_release() -> None:
    person = untried()
    with pytest.raises(TooMuchSaid):
        begun(person)
    plan = begun(person, parts={"release": "", "family": ""})
    assert plan.kind == "short"
    step(goal(plan))
    assert signed(person, plan=plan).state == "signed"
