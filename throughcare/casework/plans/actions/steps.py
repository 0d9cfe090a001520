"""Steps to a goal: who does what until when; done, given up, or in other hands."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.custody.calendar import today_at
from throughcare.casework.people.files import Holding, entering
from throughcare.casework.plans.checks import need_of, need_owner, need_said, need_short
from throughcare.casework.plans.errors import BadDay, NoOwner, WrongState
from throughcare.casework.plans.holding import hold_row, need_draft, need_live, reopen, standing
from throughcare.casework.plans.models import Goal, Plan, Step
from throughcare.casework.plans.terms import Actor, PlanState, StepState
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put


@entering
def add_step(
    *, by: Viewer, at: datetime, goal_id: UUID, words: str, actor: Actor | str, due: date,
    account: int | str = "", who: str = "",
) -> Step:  # fmt: skip
    """Write a step into a draft. `account` does it, or the person, or somebody named in `who`.

    Raises NoOwner for a member of staff without a post, NotSaid, BadDay for a day that has passed,
    WrongState, NotThere, Refused.
    """
    holding, goal = hold_row(Goal, goal_id, by=by, at=at)
    need_live(goal)
    plan = standing(Plan, goal.plan_id)
    need_draft(plan)
    said = need_said(words=words)
    owner = _owner(holding, actor, account, who)
    if due < today_at(holding.person.held_at, at=at):
        raise BadDay(
            _("this day has passed already"), remedy=_("give a day on which it can be done")
        )
    reopen(holding, plan)
    row = Step(goal_id=goal.first, due=due, state=StepState.OPEN, **said, **owner)
    return _put(holding, row)


@entering
def close_step(
    *, by: Viewer, at: datetime, step_id: UUID, state: StepState | str, why: str = ""
) -> Step:
    """Say that a step is done, or given up and why. In a plan in force; or in a draft, of which
    the person is asked again.

    Raises WrongState, NotSaid, NotThere, Refused.
    """
    holding, step = hold_row(Step, step_id, by=by, at=at, why=why)
    _need_open(step)
    need_of(state, [StepState.DONE, StepState.GIVEN_UP])
    said = need_said(reason=why) if state == StepState.GIVEN_UP else need_short(reason=why)
    _reopen(holding, step)
    row = anew(step, state=state, closed_at=at, closed_why=said["reason"])
    return put(holding, row, event="plans.step_closed", happened_at=at, replaces=step)


@entering
def hand_step(
    *, by: Viewer, at: datetime, step_id: UUID, account: int | str, why: str = ""
) -> Step:
    """Give a step of staff to another member, who holds a post. What and until when stay.

    Of a draft the person is asked again.
    Raises NoOwner, WrongState, NotThere, Refused.
    """
    holding, step = hold_row(Step, step_id, by=by, at=at, why=why)
    _need_open(step)
    owner = _owner(holding, Actor.STAFF, account, "")
    _reopen(holding, step)
    row = anew(step, **owner)
    return _put(holding, row, replaces=step)


def _put(holding: Holding, row: Step, replaces: Step | None = None) -> Step:
    event = "plans.step_written" if replaces is None else "plans.step_handed_on"
    with refusing({"plans_step_has_somebody_who_is_there": _nobody()}):
        return put(holding, row, event=event, happened_at=holding.at, replaces=replaces)


def _owner(holding: Holding, actor: str, account: int | str, who: str) -> dict[str, Any]:
    """The columns that say who does it."""
    need_of(actor, Actor.values)
    nobody = {"actor": actor, "account": "", "role": "", "who": ""}
    if actor == Actor.STAFF:
        member = need_owner(account, at=holding.at)
        held = [post for post in member.posts if post.period.holds(holding.at)]
        return {**nobody, "account": str(member.account), "role": held[0].role.value}
    if actor == Actor.PRISONER:
        return nobody
    return {**nobody, "who": need_said(who_does_it=who)["who_does_it"]}


def _need_open(step: Step) -> None:
    goal = standing(Goal, step.goal_id)
    plan = standing(Plan, goal.plan_id)
    need_live(goal)
    if step.state != StepState.OPEN or plan.state not in (PlanState.DRAFT, PlanState.SIGNED):
        raise WrongState(
            _("this step is done or given up already"),
            remedy=_("look at the plan again as it stands now"),
        )


def _reopen(holding: Holding, step: Step) -> None:
    """Whoever answered to a draft, or signed it, saw the step as it was."""
    plan = standing(Plan, standing(Goal, step.goal_id).plan_id)
    if plan.state == PlanState.DRAFT:
        reopen(holding, plan)


def _nobody() -> NoOwner:
    return NoOwner(
        _("whoever should do this holds no post here any more"),
        remedy=_("choose somebody who is there"),
    )
