"""To begin a plan with the person, to write its parts, and to end it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.people.files import Holding, entering, need_reason, parts_of
from throughcare.casework.plans.checks import need_review, parts_said
from throughcare.casework.plans.errors import OneIsThere, WrongState
from throughcare.casework.plans.groups import groups_of
from throughcare.casework.plans.holding import hold_plan, hold_row, reopen
from throughcare.casework.plans.models import Plan
from throughcare.casework.plans.rules import SENTENCED
from throughcare.casework.plans.terms import PlanKind, PlanState
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put


@entering
def begin_plan(
    *, by: Viewer, at: datetime, person_id: UUID, review_at: datetime,
    parts: Mapping[str, str], choice: str = "",
) -> Plan:  # fmt: skip
    """Begin the first plan of a person, or a new one after the last has ended. A draft.

    Of somebody not sentenced it is short and voluntary. Raises OneIsThere, BadReview, NotSaid,
    TooMuchSaid, NotThere, Refused.
    """
    holding = hold_plan(person_id, by=by, at=at)
    kind = kind_for(holding)
    _need_none(holding)
    need_review(holding, review_at)
    row = Plan(
        state=PlanState.DRAFT, kind=kind, version=1, begun_by=str(by.account),
        review_at=review_at, choice=choice, **parts_said(kind, parts, choice),
    )  # fmt: skip
    with refusing({"plans_one_plan_at_a_time": one_is_there()}):
        return put(holding, row, event="plans.begun", happened_at=at)


@entering
def write_plan(
    *, by: Viewer, at: datetime, plan_id: UUID, review_at: datetime, parts: Mapping[str, str],
    choice: str = "",
) -> Plan:  # fmt: skip
    """Write the parts of a draft anew. Whoever agreed or signed is asked again.

    Raises WrongState, BadReview, NotSaid, TooMuchSaid, NotThere, Refused.
    """
    holding, plan = hold_row(Plan, plan_id, by=by, at=at)
    said = parts_said(plan.kind, parts, choice)
    if review_at != plan.review_at:
        need_review(holding, review_at)
    return reopen(holding, plan, review_at=review_at, choice=choice, **said)


@entering
def end_plan(*, by: Viewer, at: datetime, plan_id: UUID, why: str) -> Plan:
    """End a plan, or give up a draft. Raises WrongState, NoReason, NotThere, Refused."""
    holding, plan = hold_row(Plan, plan_id, by=by, at=at, why=why)
    need_reason(why)
    if plan.state not in (PlanState.DRAFT, PlanState.SIGNED):
        raise WrongState(
            _("this version of the plan is over already"),
            remedy=_("look at the plan again as it stands now"),
        )
    row = anew(
        plan, state=PlanState.ENDED, ended_at=at, ended_by=str(by.account), ended_why=why.strip()
    )
    return put(holding, row, event="plans.ended", happened_at=at, replaces=plan)


def kind_for(holding: Holding) -> PlanKind:
    """A full plan for whoever is sentenced; before that a short one, of the person's free will."""
    sentenced = SENTENCED in groups_of(holding.person.id, at=holding.at)
    return PlanKind.FULL if sentenced else PlanKind.SHORT


def one_is_there() -> OneIsThere:
    """The error for a second draft."""
    return OneIsThere(
        _("a draft or a plan in force is there already"),
        remedy=_("go on with the draft, review the plan, or end it first"),
    )


def _need_none(holding: Holding) -> None:
    there = Plan.objects.filter(
        person__in=parts_of(holding.person.id), stood_until=None,
        state__in=[PlanState.DRAFT, PlanState.SIGNED],
    )  # fmt: skip
    if there.exists():
        raise one_is_there()
