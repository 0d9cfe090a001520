"""To write a goal in the prisoner's own words, and to give one up."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.people.files import Holding, entering
from throughcare.casework.plans.checks import need_of, need_said
from throughcare.casework.plans.errors import NotSaid, TooManyGoals
from throughcare.casework.plans.holding import hold_row, need_draft, need_live, reopen, standing
from throughcare.casework.plans.models import Goal, Plan, Said
from throughcare.casework.plans.rules import most_goals
from throughcare.casework.plans.terms import GoalState, SaidKind, Serves
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.own import own_row
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put


@entering
def add_goal(
    *, by: Viewer, at: datetime, plan_id: UUID, words: str, serves: Serves | str,
    serves_words: str, measure: str, proposal_id: UUID | None = None,
) -> Goal:  # fmt: skip
    """Write a goal into a draft, in the prisoner's own words; `measure` says how both see it.

    Raises NotSaid for empty words, TooManyGoals for a sixth, TooMuchSaid, WrongState, NotThere,
    Refused.
    """
    holding, plan = hold_row(Plan, plan_id, by=by, at=at)
    need_draft(plan)
    said = need_said(words=words, serves_words=serves_words, measure=measure)
    need_of(serves, Serves.values)
    _need_room(plan)
    if proposal_id is not None and own_row(holding, Said, proposal_id).kind != SaidKind.PROPOSAL:
        raise NotSaid(_("this is not of the list"), remedy=_("choose one of the list"))
    reopen(holding, plan)
    row = Goal(
        plan_id=plan.first, serves=serves, state=GoalState.LIVE, from_words=proposal_id, **said
    )
    return put_goal(holding, row)


@entering
def give_up_goal(*, by: Viewer, at: datetime, goal_id: UUID, why: str) -> Goal:
    """Leave a goal of a draft, and say why. Raises WrongState, NotSaid, NotThere, Refused."""
    holding, goal = hold_row(Goal, goal_id, by=by, at=at, why=why)
    need_live(goal)
    said = need_said(reason=why)
    reopen(holding, standing(Plan, goal.plan_id))
    row = anew(goal, state=GoalState.GIVEN_UP, given_up_why=said["reason"])
    return put(holding, row, event="plans.goal_given_up", happened_at=at, replaces=goal)


def put_goal(holding: Holding, row: Goal) -> Goal:
    """Write a goal. Raises TooManyGoals where the database counts more than the reader did."""
    with refusing({"plans_five_goals_at_most": _too_many()}):
        return put(holding, row, event="plans.goal_written", happened_at=holding.at)


def _need_room(plan: Plan) -> None:
    live = Goal.objects.filter(plan=plan.first, stood_until=None, state=GoalState.LIVE)
    if live.count() >= most_goals():
        raise _too_many()


def _too_many() -> TooManyGoals:
    return TooManyGoals(
        _("a plan has five live goals at most, and these are there"),
        remedy=_("ask the person which goal comes first, and give one up or wait for the review"),
    )
