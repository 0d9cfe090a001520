"""The answer of the person and both signatures are given to the plan that was shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from tests.casework.plans.made import (
    BEGUN,
    HOUR,
    PARTS,
    REVIEW,
    SIGNED,
    agreed,
    goal,
    manager,
    plan_words,
    second,
    sentenced,
    step,
    the_prisoner,
    with_a_goal,
)
from tests.staff import see_all_rows
from throughcare.access.question import Viewer
from throughcare.casework.plans import actions, queries
from throughcare.casework.plans.models import Goal, Plan, Step
from throughcare.casework.rows.errors import OtherWords

pytestmark = pytest.mark.django_db
LATER = SIGNED + HOUR


def another_goal(plan: Plan, by: Viewer) -> None:
    step(goal(plan, by=by, at=SIGNED, words="I want to see my son."), by=by, at=SIGNED)


def a_step_is_done(_plan: Plan, by: Viewer) -> None:
    see_all_rows("PLN")
    row = Step.objects.get(stood_until=None)
    actions.close_step(by=by, at=SIGNED, step_id=row.id, state="done", why="He went there.")


def a_step_is_handed_on(_plan: Plan, by: Viewer) -> None:
    see_all_rows("PLN")
    row = Step.objects.get(stood_until=None)
    actions.hand_step(by=by, at=SIGNED, step_id=row.id, account=by.account)


def other_parts(plan: Plan, by: Viewer) -> None:
    actions.write_plan(
        by=by, at=SIGNED, plan_id=plan.id, review_at=REVIEW, parts={**PARTS, "family": "None."}
    )


CHANGES: list[Callable[[Plan, Viewer], None]] = [
    another_goal, a_step_is_done, a_step_is_handed_on, other_parts,
]  # fmt: skip


def answered(plan: Plan, by: Viewer, *, at: Any = SIGNED) -> None:
    actions.write_agreement(
        by=by, at=at, plan_id=plan.id, agreement="agreed", seen=plan_words(plan.id)
    )


def now() -> Plan:
    see_all_rows("PLN")
    return Plan.objects.get(stood_until=None)


@pytest.mark.parametrize("change", CHANGES)
def test_an_answer_to_a_draft_that_has_changed_is_not_written(
    change: Callable[[Plan, Viewer], None],
) -> None:
    plan = with_a_goal(sentenced())
    by, seen = manager(plan.person_id), plan_words(plan.id)
    change(plan, second(plan.person_id))
    with pytest.raises(OtherWords, match="account 933") as told:
        actions.write_agreement(by=by, at=LATER, plan_id=plan.id, agreement="agreed", seen=seen)
    assert "read them once more" in told.value.remedy and now().agreement == ""


@pytest.mark.parametrize("change", CHANGES)
def test_the_person_does_not_sign_what_another_changed_and_answered_meanwhile(
    change: Callable[[Plan, Viewer], None],
) -> None:
    plan = with_a_goal(sentenced())
    me, other = the_prisoner(plan.person_id), second(plan.person_id)
    answered(plan, manager(plan.person_id))
    seen = plan_words(plan.id)
    change(plan, other)
    assert now().agreement == "", "of each change the person is asked again"
    answered(plan, other)
    with pytest.raises(OtherWords) as told:
        actions.sign_own(by=me, at=LATER, plan_id=plan.id, seen=seen)
    assert "were changed on" in told.value.what and "account" not in told.value.what
    on = {"by": manager(plan.person_id), "at": LATER, "plan_id": plan.id}
    with pytest.raises(OtherWords, match="account 933"):
        actions.write_signature(**on, how="thumb", seen=seen)
    row = actions.sign_own(by=me, at=LATER, plan_id=plan.id, seen=plan_words(plan.id))
    assert row.person_how == "account"


@pytest.mark.parametrize("change", CHANGES)
def test_staff_do_not_sign_what_another_changed_and_had_signed_meanwhile(
    change: Callable[[Plan, Viewer], None],
) -> None:
    plan = with_a_goal(sentenced())
    agreed(plan)
    seen, other = plan_words(plan.id), second(plan.person_id)
    change(plan, other)
    answered(plan, other)
    actions.write_signature(
        by=other, at=SIGNED, plan_id=plan.id, how="thumb", seen=plan_words(plan.id)
    )
    on = {"by": manager(plan.person_id), "at": LATER, "plan_id": plan.id}
    with pytest.raises(OtherWords, match="account 933"):
        actions.sign_plan(**on, seen=seen)
    assert actions.sign_plan(**on, seen=plan_words(plan.id)).state == "signed"


def test_staff_do_not_sign_under_an_answer_that_was_another_when_the_page_was_opened() -> None:
    plan = with_a_goal(sentenced())
    agreed(plan)
    seen = plan_words(plan.id)
    agreed(plan, agreement="not", why="I was not asked.")
    with pytest.raises(OtherWords):
        actions.sign_plan(by=manager(plan.person_id), at=LATER, plan_id=plan.id, seen=seen)


def test_each_keeps_which_words_it_was_given_to() -> None:
    plan = with_a_goal(sentenced())
    read = queries.plans_of(manager(plan.person_id), plan.person_id, at=SIGNED).draft
    assert read is not None
    row = actions.write_agreement(
        by=manager(plan.person_id), at=SIGNED, plan_id=plan.id, agreement="agreed", seen=read.words
    )
    assert row.agreement_seen == read.words
    agreed(plan)
    last = plan_words(plan.id)
    signed = actions.sign_plan(
        by=manager(plan.person_id), at=LATER, plan_id=plan.id, seen=last
    )  # fmt: skip
    assert signed.signed_seen == last and "" not in (signed.agreement_seen, signed.person_seen)
    assert len({signed.agreement_seen, signed.person_seen, signed.signed_seen}) == 3


def test_a_page_read_at_a_moment_carries_the_words_of_that_moment() -> None:
    plan = with_a_goal(sentenced())
    seen, by = plan_words(plan.id), manager(plan.person_id)
    step(Goal.objects.get(stood_until=None), at=SIGNED, words="Come each week.")
    before = queries.plans_of(by, plan.person_id, at=SIGNED, known_at=BEGUN + timedelta(minutes=1))
    after = queries.plans_of(by, plan.person_id, at=SIGNED)
    assert before.draft and after.draft
    assert before.draft.words == seen != after.draft.words == plan_words(plan.id)


def test_a_step_of_a_plan_in_force_is_closed_without_asking_anybody_to_sign_again() -> None:
    plan = with_a_goal(sentenced())
    agreed(plan)
    by = manager(plan.person_id)
    actions.sign_plan(by=by, at=SIGNED, plan_id=plan.id, seen=plan_words(plan.id))
    a_step_is_done(plan, by)
    assert (now().state, now().agreement) == ("signed", "agreed")
