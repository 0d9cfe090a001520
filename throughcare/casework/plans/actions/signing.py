"""What the person says of the plan, and both signatures: staff and the person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.duties import incompatible
from throughcare.access.errors import NotThere
from throughcare.access.queries import holder_of
from throughcare.access.question import Viewer
from throughcare.casework.people.files import Holding, entering, parts_of
from throughcare.casework.plans.checks import (
    need_of,
    need_parts,
    need_review,
    need_said,
    need_short,
)
from throughcare.casework.plans.errors import AlreadySigned, NotAgreed, NotComplete, SameHand
from throughcare.casework.plans.holding import hold_row, is_own, need_draft
from throughcare.casework.plans.models import Goal, Plan, Step
from throughcare.casework.plans.terms import (
    ON_PAPER,
    Agreement,
    GoalState,
    PlanState,
    SignedHow,
    StepState,
)
from throughcare.casework.plans.words import need_words
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put
from throughcare.errors import BadInput


@entering
def write_agreement(
    *, by: Viewer, at: datetime, plan_id: UUID, agreement: Agreement | str, seen: str,
    why: str = "",
) -> Plan:  # fmt: skip
    """Write what the person says of the draft; where that is no full yes, why, in own words.

    Not to agree is a right. `seen`, here and in each signature: the digest of the plan that was
    shown (`SeenPlan.words`). Raises OtherWords where another stands, MissingPart, NotComplete,
    NotAgreed, WrongState, NotThere, Refused.
    """
    holding, plan = hold_row(Plan, plan_id, by=by, at=at)
    need_draft(plan)
    need_words(holding, plan, seen)
    need_of(agreement, Agreement.values)
    need_parts(plan, at=at)
    _need_goals(plan)
    said = need_short(why=why)
    if agreement != Agreement.AGREED and not said["why"]:
        raise NotAgreed(
            _("it is not said why the person does not agree, or could not answer"),
            remedy=_("write it in the person's own words"),
        )
    row = anew(
        plan, agreement=agreement, agreement_why=said["why"], agreement_by=str(by.account),
        agreement_seen=seen, person_how="", person_why="", person_by="", person_at=None,
        person_seen="",
    )  # fmt: skip
    return put(holding, row, event="plans.agreement_written", happened_at=at, replaces=plan)


@entering
def sign_own(*, by: Viewer, at: datetime, plan_id: UUID, seen: str) -> Plan:
    """The person signs the draft, with an own account.

    Raises OtherWords, NotAgreed, WrongState, NotThere.
    """
    holding, plan = hold_row(Plan, plan_id, by=by, at=at, own=True)
    if not is_own(holding):
        raise NotThere
    return _signed_by_person(holding, plan, SignedHow.ACCOUNT, "", seen)


@entering
def write_signature(
    *, by: Viewer, at: datetime, plan_id: UUID, how: SignedHow | str, seen: str, why: str = ""
) -> Plan:
    """Write down how the person signed on paper, or declined to and why.

    Raises OtherWords, NotAgreed, NotSaid, WrongState, NotThere, Refused.
    """
    holding, plan = hold_row(Plan, plan_id, by=by, at=at)
    need_of(how, [*ON_PAPER])
    said = need_said(reason=why) if how == SignedHow.DECLINED else need_short(reason=why)
    return _signed_by_person(holding, plan, how, said["reason"], seen)


@entering
def sign_plan(*, by: Viewer, at: datetime, plan_id: UUID, seen: str) -> Plan:
    """Staff sign what the person has signed, or declined to: from now on it is the plan.

    The version before is replaced by it. Raises AlreadySigned, OtherWords, NotAgreed, MissingPart,
    NotComplete, BadReview, SameHand, WrongState, NotThere, Refused.
    """
    holding, plan = hold_row(Plan, plan_id, by=by, at=at)
    if plan.signed_by:
        raise _signed_already()
    need_draft(plan)
    need_words(holding, plan, seen)
    need_parts(plan, at=at)
    _need_goals(plan)
    if not plan.agreement or not plan.person_how:
        raise NotAgreed(
            _("what the person says of the plan, or how the person signed, is not written yet"),
            remedy=_("ask the person first, and write it down; staff sign last"),
        )
    _need_two(by, plan)
    need_review(holding, plan.review_at)
    _replace_earlier(holding, plan)
    row = anew(
        plan, state=PlanState.SIGNED, signed_by=str(by.account), signed_at=at, signed_seen=seen
    )
    told = {"plans_one_plan_at_a_time": _signed_already(), **_asked_anew()}
    with refusing(told):
        return put(holding, row, event="plans.signed", happened_at=at, replaces=plan)


def _signed_by_person(holding: Holding, plan: Plan, how: str, why: str, seen: str) -> Plan:
    need_draft(plan)
    need_words(holding, plan, seen)
    if not plan.agreement:
        raise NotAgreed(
            _("it is not written yet what the person says of the plan"),
            remedy=_("ask the person whether it is right so, and write the answer down first"),
        )
    row = anew(
        plan, person_how=how, person_why=why, person_by=str(holding.by.account),
        person_at=holding.at, person_seen=seen,
    )  # fmt: skip
    with refusing(_asked_anew()):
        return put(
            holding, row, event="plans.person_signed", happened_at=holding.at, replaces=plan
        )  # fmt: skip


def _need_goals(plan: Plan) -> None:
    goals = Goal.objects.filter(plan=plan.first, stood_until=None, state=GoalState.LIVE)
    steps = Step.objects.filter(stood_until=None).exclude(state=StepState.GIVEN_UP)
    led_to = set(steps.filter(goal__in=goals.values("first")).values_list("goal", flat=True))
    firsts = set(goals.values_list("first", flat=True))
    if not firsts or firsts - led_to:
        raise NotComplete(
            _("a plan has at least one goal, and each goal at least one step"),
            remedy=_("write what is missing with the person, then go on"),
        )


def _need_two(by: Viewer, plan: Plan) -> None:
    if plan.person_how != SignedHow.ACCOUNT or not incompatible("sign_plan", "sign_own_plan"):
        return
    me = holder_of(by.account)
    if me is None or me == holder_of(plan.person_by):
        raise SameHand(
            _("both signatures would be yours"),
            remedy=_("let a colleague sign in and do it; what is written waits"),
        )


def _replace_earlier(holding: Holding, plan: Plan) -> None:
    earlier = Plan.objects.filter(
        person__in=parts_of(holding.person.id), stood_until=None, state=PlanState.SIGNED
    ).first()
    if earlier is not None:
        row = anew(
            earlier, state=PlanState.REPLACED, ended_at=holding.at,
            ended_by=str(holding.by.account),
        )  # fmt: skip
        put(holding, row, event="plans.replaced", happened_at=holding.at, replaces=earlier)


def _asked_anew() -> Mapping[str, BadInput]:
    """What the person answered is not known to be an answer to these goals and steps."""
    told = NotAgreed(
        _("it is not known to which words the person answered"),
        remedy=_("read the plan with the person once more, and write the answer down anew"),
    )
    return {"plans_both_sign_the_same": told}


def _signed_already() -> AlreadySigned:
    return AlreadySigned(
        _("this plan was signed already, perhaps a moment ago by a colleague"),
        remedy=_("look at the plan again as it stands now"),
    )
