"""The file of a plan, held for its next step. Behind the wall."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere, Refused
from throughcare.access.policy import OWN_RIGHT
from throughcare.access.question import Answer, Reason, Viewer
from throughcare.access.terms import Act, Compartment, Level, Role
from throughcare.casework.people.files import Holding, hold
from throughcare.casework.plans.errors import WrongState
from throughcare.casework.plans.models import Goal, Plan, Versioned
from throughcare.casework.plans.terms import GoalState, PlanState
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.writing import put

V = TypeVar("V", bound=Versioned)
PLN = Compartment.PLN
# What the person and the staff say and sign: gone as soon as what they saw is another.
_UNSIGNED = {
    "agreement": "", "agreement_why": "", "agreement_by": "", "agreement_seen": "",
    "person_how": "", "person_why": "", "person_by": "", "person_at": None, "person_seen": "",
}  # fmt: skip


def hold_plan(person_id: UUID, *, by: Viewer, at: datetime, why: str = "") -> Holding:
    """The file, held by case staff. The prisoner's right to write here is for own words alone.

    Raises NotThere or Refused.
    """
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=PLN, by=by, at=at, why=why
    )  # fmt: skip
    if Role(holding.leave.role) in OWN_RIGHT:
        raise Refused(Answer(False, Level.WRITE, Reason.OWN_FILE))
    return holding


def hold_for_own_words(person_id: UUID, *, by: Viewer, at: datetime) -> Holding:
    """The file, held for what the person says: by case staff, or by the person. Never a relative.

    Raises NotThere or Refused.
    """
    holding = hold(person_id=person_id, act=Act.WRITE, compartment=PLN, by=by, at=at, why="")
    if Role(holding.leave.role) is Role.FAMILY:
        raise Refused(Answer(False, Level.WRITE, Reason.OWN_FILE))
    return holding


def is_own(holding: Holding) -> bool:
    """Whether the person writes."""
    return Role(holding.leave.role) is Role.PRISONER


def hold_row(
    model: type[V], row_id: UUID, *, by: Viewer, at: datetime, why: str = "", own: bool = False
) -> tuple[Holding, V]:
    """The file of a row, and the row of it that stands now; `row_id` may be an earlier one.

    `own`: the person may too. Raises NotThere for what is hidden or struck out, Refused.
    """
    rows = model._default_manager
    named = rows.filter(id=row_id).first()
    if named is None:
        raise NotThere
    if own:
        holding = hold_for_own_words(named.person_id, by=by, at=at)
    else:
        holding = hold_plan(named.person_id, by=by, at=at, why=why)
    return holding, standing(model, named.first)


def standing(model: type[V], first: UUID) -> V:
    """The row that stands now of those that began with this one. Raises NotThere."""
    row = model._default_manager.filter(first=first, stood_until=None).first()
    if row is None:
        raise NotThere
    return row


def need_draft(plan: Plan) -> None:
    """Refuse to change what is no draft. Raises WrongState."""
    if plan.state != PlanState.DRAFT:
        raise WrongState(
            _("this version of the plan is signed or over: nothing in it changes"),
            remedy=_("review the plan: that makes the next version"),
        )


def need_live(goal: Goal) -> None:
    """Refuse a step of a goal that was given up. Raises WrongState."""
    if goal.state != GoalState.LIVE:
        raise WrongState(
            _("this goal was given up"), remedy=_("look at the plan again as it stands now")
        )


def reopen(holding: Holding, plan: Plan, **changes: object) -> Plan:
    """The draft with changes. Who agreed or signed saw another draft: both are asked again."""
    need_draft(plan)
    if not changes and not plan.agreement:
        return plan
    return put(
        holding, anew(plan, **{**_UNSIGNED, **changes}), event="plans.draft_changed",
        happened_at=holding.at, replaces=plan,
    )  # fmt: skip
