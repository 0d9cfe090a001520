"""What is due of plans: the steps of each, steps that nobody does, and reviews."""

from __future__ import annotations

from datetime import date

import pytest

from tests.casework.plans.made import (
    AT,
    DAY,
    SIGNED,
    begun,
    goal,
    manager,
    second,
    sentenced,
    signed,
    step,
    with_a_goal,
)
from throughcare.access.models import Post
from throughcare.casework.plans import actions
from throughcare.casework.plans.queries import plan_reviews_due, steps_due, steps_without_owner
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db
LATER, DUE = SIGNED + 5 * DAY, date(2026, 4, 1)


def test_a_step_of_a_plan_in_force_is_due_by_its_day_and_one_of_a_draft_is_not() -> None:
    person, drafted = sentenced(), sentenced("Karim")
    signed(person)
    with_a_goal(drafted)
    me = manager(person)
    manager(drafted)
    (one,) = steps_due(me, at=LATER, until=DUE)
    assert (one.person, one.due, one.mine) == (person, DUE, True)
    assert steps_due(me, at=LATER, until=date(2026, 3, 31)) == []
    assert Entry.objects.filter(event="read.steps_due").count() == 2


def test_a_step_that_is_done_is_due_no_more() -> None:
    person = sentenced()
    signed(person)
    me = manager(person)
    (one,) = steps_due(me, at=LATER, until=DUE)
    actions.close_step(by=me, at=LATER, step_id=one.step, state="done")
    assert steps_due(me, at=LATER, until=DUE) == []


def test_who_has_no_case_sees_no_step() -> None:
    person = sentenced()
    signed(person)
    stranger = second(sentenced("Karim"))
    assert steps_due(stranger, at=LATER, until=DUE) == []
    assert steps_without_owner(stranger, "north", at=LATER) == []
    assert plan_reviews_due(stranger, "north", at=AT + 200 * DAY) == []


def test_a_step_whose_member_of_staff_left_is_named_and_the_others_are_not() -> None:
    person = sentenced()
    leaver = second(person)
    plan = begun(person)
    of = goal(plan)
    step(of)
    gone = step(of, account=leaver.account, words="Write to the office.")
    signed(person, plan=plan)
    me = manager(person)
    assert steps_without_owner(me, "north", at=LATER) == []
    Post.objects.filter(account=leaver.account).update(ends=LATER)
    (one,) = steps_without_owner(me, "north", at=LATER)
    assert one.step == gone.first and not one.mine
    actions.hand_step(by=me, at=LATER, step_id=gone.first, account=me.account)
    assert steps_without_owner(me, "north", at=LATER) == []


def test_a_review_is_due_on_its_day_and_not_before() -> None:
    person = sentenced()
    plan = signed(person)
    me = manager(person)
    assert plan_reviews_due(me, "north", at=plan.review_at - DAY) == []
    (one,) = plan_reviews_due(me, "north", at=plan.review_at)
    assert (one.plan, one.person, one.review_at) == (plan.first, person, plan.review_at)
    (ahead,) = plan_reviews_due(me, "north", at=LATER, until=plan.review_at)
    assert ahead == one
