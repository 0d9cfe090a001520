"""To screen, and to look at a screening as a second person: is a full assessment needed?"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.casework.assessment.errors import AlreadyWaits, NoTool, NotSaid
from throughcare.casework.assessment.hands import need_other_hand
from throughcare.casework.assessment.holding import go_to, hold_plan, hold_standing
from throughcare.casework.assessment.models import Referral, Screening
from throughcare.casework.assessment.states import begins_as
from throughcare.casework.assessment.terms import (
    GOES_ON,
    Outcome,
    ReferralState,
    ScreeningState,
    Trigger,
)
from throughcare.casework.assessment.words import need_act, need_said
from throughcare.casework.custody.ages import counts_as_child
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import Holding, entering, need_reason
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.rows.writing import put


@entering
def screen(
    *, by: Viewer, at: datetime, person_id: UUID, trigger: Trigger, act: str, otherwise: str,
    outcome: Outcome, reasons: str, screened_at: datetime, next_step: str = "",
    besides: str = "", referrals: Collection[UUID] = (),
) -> Screening:  # fmt: skip
    """Propose what comes next, and answer these referrals with it. A second person confirms it.

    Nobody screens what he or she referred. Raises SameHand, BeliefAlone, NotSaid, NoTool,
    AlreadyWaits, WrongState, BadMoment, NotThere, Refused.
    """
    holding = hold_plan(person_id, by=by, at=at, why=reasons)
    answered = _waiting(holding, referrals)
    for one in answered:
        need_other_hand(by, "screen", did="refer", account=_referred_by(one))
    _need_sound(trigger, outcome, answered)
    need_said(act=act, otherwise=otherwise, reasons=reasons)
    need_act(act, besides)
    _need_next_step(outcome, next_step)
    _need_tool_may_be_used(holding, outcome)
    need_past(screened_at, at=at)
    row = Screening(
        state=begins_as(Screening.kind_of_judgement), trigger=trigger, act=act.strip(),
        otherwise=otherwise.strip(), outcome=outcome, reasons=reasons.strip(),
        next_step=next_step.strip(), screened_at=screened_at, proposed_by=str(by.account),
    )  # fmt: skip
    with refusing({"assessment_one_screening_waits": _already()}):
        written = put(holding, row, event="assessment.screened", happened_at=screened_at)
    for one in answered:
        go_to(
            holding, one, ReferralState.SCREENED, "assessment.referral_answered",
            screening_id=written.id,
        )  # fmt: skip
    return written


@entering
def look_at_screening(
    *, by: Viewer, at: datetime, screening_id: UUID, confirm: bool, why: str
) -> Screening:
    """Confirm a screening, or send it back with a reason. Never who proposed it.

    Raises SameHand, WrongState, NoReason, NotThere, Refused.
    """
    holding, row = hold_standing(Screening, screening_id, by=by, at=at, why=why)
    need_reason(why)
    need_other_hand(by, "confirm_screening", did="screen", account=row.proposed_by)
    state = ScreeningState.CONFIRMED if confirm else ScreeningState.SENT_BACK
    return go_to(
        holding, row, state, f"assessment.screening_{state}", looked_by=str(by.account),
        looked_at=at, looked_why=why.strip(),
    )  # fmt: skip


def _waiting(holding: Holding, referrals: Collection[UUID]) -> list[Referral]:
    """The rows of these referrals that stand now, of this file and no other. Raises NotThere."""
    asked = set(referrals)
    named = Referral.objects.filter(id__in=asked).values_list("first", flat=True)
    standing = rows_of(Referral, holding.person.id, known_at=holding.at)
    found = list(standing.filter(first__in=named).order_by("happened_at", "id"))
    if len(found) != len(asked):
        raise NotThere
    return found


def _referred_by(row: Referral) -> str:
    return str(Referral.objects.filter(id=row.first).values_list("recorded_by", flat=True).get())


def _need_sound(trigger: str, outcome: str, answered: Collection[Referral]) -> None:
    if trigger not in Trigger.values or outcome not in Outcome.values:
        raise NotSaid(
            _("what it answers, or what comes next, is not of the list"),
            remedy=_("choose one of each"),
        )
    if trigger == Trigger.REFERRAL and not answered:
        raise NotSaid(
            _("a screening of a referral names the referral"),
            remedy=_("mark which referrals it answers"),
        )


def _need_next_step(outcome: str, next_step: str) -> None:
    if outcome in GOES_ON:
        need_said(next_step=next_step)
    elif next_step.strip():
        raise NotSaid(
            _("no further step was chosen, and yet one is written"),
            remedy=_("choose what comes next, or leave the step empty"),
        )


def _need_tool_may_be_used(holding: Holding, outcome: str) -> None:
    if outcome == Outcome.FULL and counts_as_child(holding.person.id, at=holding.at):
        raise NoTool(
            _("no tool for violent extremism is used on a child, or while the age is open"),
            remedy=_(
                "choose support elsewhere, and write that a juvenile specialist looks at needs"
            ),
        )


def _already() -> AlreadyWaits:
    return AlreadyWaits(
        _("a screening of this person waits for a second person already"),
        remedy=_("confirm that one or send it back first"),
    )
