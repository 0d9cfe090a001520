"""Two who sign one plan at once, each over a connection of their own: one of them is told."""

from __future__ import annotations

import pytest

from tests.casework.custody.made import places
from tests.casework.custody.test_placements_at_once import at_once
from tests.casework.plans.made import (
    SIGNED,
    agreed,
    manager,
    plan_words,
    second,
    sentenced,
    with_a_goal,
)
from tests.casework.safety.made import CAST
from tests.staff import see_all_rows, written
from throughcare.casework.plans import actions
from throughcare.casework.plans.errors import AlreadySigned
from throughcare.casework.plans.models import Plan


@pytest.fixture(autouse=True)
def cast() -> None:
    """Nothing in the shared database: the test has one of its own."""


def test_a_plan_is_signed_by_one_of_two(own_database: str) -> None:
    for one in CAST:
        written(one)
    places()
    see_all_rows("SEN", "PLN")
    person = sentenced()
    plan = agreed(with_a_goal(person))
    here, there = manager(person), second(person)
    seen = plan_words(plan.id)
    told = at_once(
        lambda: actions.sign_plan(by=here, at=SIGNED, plan_id=plan.id, seen=seen),
        lambda: actions.sign_plan(by=there, at=SIGNED, plan_id=plan.id, seen=seen),
    )
    assert sorted(type(one).__name__ for one in told) == ["AlreadySigned", "NoneType"]
    error = next(one for one in told if one is not None)
    assert isinstance(error, AlreadySigned) and error.remedy
    see_all_rows("PLN")
    assert Plan.objects.filter(state="signed", stood_until=None).count() == 1
