"""To look at the plan in force again: how each goal goes, and the draft of the next version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.people.files import Holding, entering
from throughcare.casework.plans.actions.goals import put_goal
from throughcare.casework.plans.actions.plans import kind_for, one_is_there
from throughcare.casework.plans.checks import need_of, need_review, need_said, need_short
from throughcare.casework.plans.errors import NotSaid, WrongState
from throughcare.casework.plans.holding import hold_row
from throughcare.casework.plans.models import Goal, Plan, Progress, Step
from throughcare.casework.plans.owners import without_post
from throughcare.casework.plans.rules import not_in_short
from throughcare.casework.plans.terms import (
    PARTS,
    Actor,
    GoalState,
    Moved,
    PlanKind,
    PlanState,
    StepState,
)
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put


@dataclass(frozen=True, slots=True, kw_only=True)
class Went:
    """How it goes with one goal of the plan in force; `goal` is its first row. No number."""

    goal: UUID
    moved: Moved | str
    words: str


@entering
def review_plan(
    *, by: Viewer, at: datetime, plan_id: UUID, review_at: datetime, progress: Sequence[Went],
    changed: str = "", nothing_new: bool = False,
) -> Plan:  # fmt: skip
    """Look at the plan in force, and begin its next version as a draft.

    Of each live goal it is said how it goes; those not reached go on with their open steps. Either
    `changed` says what is new, or "nothing new" is ticked openly. The plan in force stays so until
    the draft is signed. Raises NotSaid, BadReview, WrongState, OneIsThere, NotThere, Refused.
    """
    holding, plan = hold_row(Plan, plan_id, by=by, at=at)
    if plan.state != PlanState.SIGNED:
        raise WrongState(
            _("only the plan in force is reviewed"),
            remedy=_("look at the plan again as it stands now"),
        )
    said = need_short(changed=changed)
    if bool(said["changed"]) == nothing_new:
        raise NotSaid(
            _("a review says what is new, or openly that nothing is"),
            remedy=_("write what changed, or tick that nothing is new"),
        )
    goals = list(Goal.objects.filter(plan=plan.first, stood_until=None, state=GoalState.LIVE))
    _need_each(goals, progress)
    need_review(holding, review_at)
    draft = Plan(
        state=PlanState.DRAFT, kind=kind_for(holding), version=plan.version + 1,
        goes_on=plan.first, nothing_new=nothing_new, begun_by=str(by.account),
        review_at=review_at, choice=plan.choice, **said, **_parts(holding, plan),
    )  # fmt: skip
    with refusing({"plans_one_plan_at_a_time": one_is_there()}):
        put(holding, draft, event="plans.reviewed", happened_at=at)
    went = {one.goal: one for one in progress}
    for goal in goals:
        _go_on(holding, draft, goal, went[goal.first])
    return draft


def _parts(holding: Holding, plan: Plan) -> dict[str, str]:
    short = kind_for(holding) == PlanKind.SHORT
    left = set(not_in_short()) if short else set()
    return {name: "" if name in left else getattr(plan, name) for name in PARTS}


def _need_each(goals: Sequence[Goal], progress: Sequence[Went]) -> None:
    if sorted(one.goal for one in progress) != sorted(one.first for one in goals):
        raise NotSaid(
            _("a review looks at each live goal, once"),
            remedy=_("say of each goal how it goes"),
        )
    for one in progress:
        need_of(one.moved, Moved.values)
        need_said(how_it_goes=one.words)


def _go_on(holding: Holding, draft: Plan, goal: Goal, went: Went) -> None:
    """Write how it goes; a goal that is not reached goes on, with the steps that are open."""
    put(
        holding,
        Progress(
            plan_id=draft.first, goal_id=goal.first, moved=went.moved, words=went.words.strip()
        ),
        event="plans.progress_written", happened_at=holding.at,
    )  # fmt: skip
    if went.moved == Moved.REACHED:
        return
    row = anew(goal, first=None, plan_id=draft.first, goes_on=goal.first)
    put_goal(holding, row)
    steps = Step.objects.filter(goal=goal.first, stood_until=None, state=StepState.OPEN)
    for step in steps.order_by("due", "id"):
        if step.actor == Actor.STAFF and without_post([step.account], at=holding.at):
            continue  # nobody does it: it stays in the version before, and is asked for anew
        put(
            holding, anew(step, first=None, goal_id=row.first), event="plans.step_written",
            happened_at=holding.at,
        )  # fmt: skip
