"""To propose that an agency gets something, to approve it as a second person, to hand it over."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.assessment.errors import WrongState
from throughcare.casework.assessment.hands import need_other_hand
from throughcare.casework.assessment.holding import go_to, hold_plan, hold_standing
from throughcare.casework.assessment.minutes import minute_of
from throughcare.casework.assessment.models import Sharing
from throughcare.casework.assessment.sharing_checks import need_kept_back
from throughcare.casework.assessment.sharing_terms import SharingState
from throughcare.casework.assessment.states import begins_as, need_next
from throughcare.casework.assessment.words import need_act, need_said
from throughcare.casework.custody.moments import need_order, need_past
from throughcare.casework.people.files import entering, need_reason
from throughcare.casework.rows.writing import put


@entering
def propose_sharing(
    *, by: Viewer, at: datetime, person_id: UUID, recipient: str, requested_at: datetime,
    legal_ground: str, purpose: str, content: str, besides: str = "",
) -> Sharing:  # fmt: skip
    """Propose that an agency gets what it asked for. Nothing is handed over before an approval.

    The ground of law may name an offence with any word: it is not looked at. Raises NotSaid,
    BeliefAlone, BadMoment, NotThere, Refused.
    """
    holding = hold_plan(person_id, by=by, at=at, why=purpose)
    need_said(recipient=recipient, legal_ground=legal_ground, purpose=purpose, content=content)
    need_act(purpose, besides)
    need_act(content, besides)
    need_past(requested_at, at=at)
    row = Sharing(
        state=begins_as(Sharing.kind_of_judgement), recipient=recipient.strip(),
        requested_at=requested_at, legal_ground=legal_ground.strip(), purpose=purpose.strip(),
        content=content.strip(), besides=besides.strip(), proposed_by=str(by.account),
    )  # fmt: skip
    return put(holding, row, event="assessment.sharing_proposed", happened_at=at)


@entering
def approve_sharing(
    *, by: Viewer, at: datetime, sharing_id: UUID, approve: bool, why: str
) -> Sharing:
    """Approve a sharing, or refuse it with a reason. Never who proposed it.

    Raises SameHand, WrongState, NoReason, NotThere, Refused.
    """
    holding, row = hold_standing(Sharing, sharing_id, by=by, at=at, why=why)
    need_reason(why)
    if row.looked_by:  # decided, so that there is nobody's hand to compare
        need_next(row.kind_of_judgement, row.state, SharingState.REFUSED)
    need_other_hand(by, "approve_sharing", did="propose_sharing", account=row.proposed_by)
    state = SharingState.GIVEN if approve else SharingState.REFUSED
    event = "assessment.sharing_approved" if approve else "assessment.sharing_refused"
    return go_to(
        holding, row, state, event, looked_by=str(by.account), looked_at=at,
        looked_why=why.strip(),
    )  # fmt: skip


@entering
def give_sharing(
    *, by: Viewer, at: datetime, sharing_id: UUID, given_at: datetime, receipt: str,
    not_told_why: str = "", not_told_until: datetime | None = None,
) -> Sharing:  # fmt: skip
    """Write that it was handed over, and who took it.

    From then on the person reads it, unless it is decided here, or later, that it is kept back
    until a day. Raises NotSaid, BadMoment, WrongState, NotThere, Refused.
    """
    holding, row = hold_standing(Sharing, sharing_id, by=by, at=at, why=not_told_why)
    need_next(row.kind_of_judgement, row.state, SharingState.GIVEN)
    if row.looked_at is None:
        raise WrongState(
            _("nobody has approved this yet: nothing of it may leave the prison"),
            remedy=_("let a second person approve it first"),
        )
    if row.given_at is not None:
        raise WrongState(
            _("this was handed over already"), remedy=_("propose it anew if it is asked for again")
        )
    need_said(receipt=receipt)
    need_past(given_at, at=at)
    need_order(
        minute_of(row.looked_at), given_at, what=_("nothing is handed over before it was approved")
    )
    need_kept_back(not_told_why, not_told_until, at=at)
    return go_to(
        holding, row, SharingState.GIVEN, "assessment.sharing_given",
        given_at=max(given_at, row.looked_at), receipt=receipt.strip(),
        not_told_why=not_told_why.strip(), not_told_until=not_told_until,
    )  # fmt: skip
