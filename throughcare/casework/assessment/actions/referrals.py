"""To refer somebody, and to withdraw what was referred. What was done comes first."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import Refused
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.assessment.errors import NotSaid
from throughcare.casework.assessment.holding import PLN, go_to, hold_standing, need_staff
from throughcare.casework.assessment.models import Referral
from throughcare.casework.assessment.states import begins_as
from throughcare.casework.assessment.terms import Behaviour, ReferralState, SeenHow
from throughcare.casework.assessment.words import need_act, need_said
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import Holding, entering, hold, need_reason
from throughcare.casework.rows.writing import put


@entering
def refer(
    *, by: Viewer, at: datetime, person_id: UUID, kind: Behaviour, happened_at: datetime,
    seen_how: SeenHow, act: str, otherwise: str, besides: str = "", meaning: str = "",
    urgent: bool = False,
) -> Referral:  # fmt: skip
    """Ask the case staff to look at something that somebody did. Makes no label and no list.

    Whoever may report an incident about the person may refer, and so may the case staff. Raises
    BeliefAlone, NotSaid, BadMoment, NotThere, Refused.
    """
    holding = need_staff(_hold_to_refer(person_id, by=by, at=at))
    if kind not in Behaviour.values or seen_how not in SeenHow.values:
        raise NotSaid(
            _("what was done, or how you know of it, is not of the list"),
            remedy=_("choose one of each; belief, dress and origin are on no list"),
        )
    need_said(act=act, otherwise=otherwise)
    need_act(act, besides)
    need_past(happened_at, at=at)
    row = Referral(
        state=begins_as(Referral.kind_of_judgement), kind=kind, happened_at=happened_at,
        seen_how=seen_how, act=act.strip(), besides=besides.strip(), meaning=meaning.strip(),
        otherwise=otherwise.strip(), urgent=urgent,
    )  # fmt: skip
    return put(holding, row, event="assessment.referred", happened_at=happened_at)


@entering
def withdraw_referral(*, by: Viewer, at: datetime, referral_id: UUID, why: str) -> Referral:
    """Say that a referral was a mistake, such as one about somebody else. It stays readable.

    Raises WrongState, NoReason, NotThere, Refused.
    """
    holding, row = hold_standing(Referral, referral_id, by=by, at=at, why=why)
    need_reason(why)
    return go_to(
        holding, row, ReferralState.WITHDRAWN, "assessment.referral_withdrawn",
        withdrawn_why=why.strip(),
    )  # fmt: skip


def _hold_to_refer(person_id: UUID, *, by: Viewer, at: datetime) -> Holding:
    """By the right to report an incident, or by that of the case staff (ADR 0036)."""
    try:
        return hold(
            person_id=person_id, act=Act.APPEND, compartment=Compartment.INC, by=by, at=at, why=""
        )
    except Refused:
        return hold(person_id=person_id, act=Act.APPEND, compartment=PLN, by=by, at=at, why="")
