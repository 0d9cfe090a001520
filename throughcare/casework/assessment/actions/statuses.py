"""To propose a status, to confirm or refuse it as a second person, and to end it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.assessment.hands import need_other_hand
from throughcare.casework.assessment.holding import go_to, hold_plan, hold_standing
from throughcare.casework.assessment.lasting import is_over
from throughcare.casework.assessment.models import Status
from throughcare.casework.assessment.states import begins_as, need_next
from throughcare.casework.assessment.status_checks import (
    need_grounds,
    need_grown,
    need_kind,
    need_owner,
    need_period,
)
from throughcare.casework.assessment.status_errors import AlreadyMarked, MustRenew, StatusOver
from throughcare.casework.assessment.status_terms import StatusKind, StatusState
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import entering, need_reason
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put


@entering
def propose_status(
    *, by: Viewer, at: datetime, person_id: UUID, kind: StatusKind, legal_basis: str,
    evidence: str, reasons: str, owner_office: str, since: datetime, review_at: datetime,
    expires_at: datetime, owner: int | None = None, besides: str = "",
) -> Status:  # fmt: skip
    """Propose the first status of a kind; it holds once a second human being has confirmed it.

    The owner is who proposes, or another account of the case staff. Raises NotSaid, BeliefAlone,
    NotOfChildren, BadPeriod, BadMoment, NoOwner, MustRenew, AlreadyMarked, NotThere, Refused.
    """
    holding = hold_plan(person_id, by=by, at=at, why=reasons)
    need_kind(kind)
    need_grounds(legal_basis=legal_basis, evidence=evidence, reasons=reasons, besides=besides)
    need_grown(holding, kind)
    need_past(since, at=at)
    need_period(holding, since=since, review_at=review_at, expires_at=expires_at)
    row = Status(
        state=begins_as(Status.kind_of_judgement), kind=kind, legal_basis=legal_basis.strip(),
        evidence=evidence.strip(), besides=besides.strip(), reasons=reasons.strip(),
        owner=need_owner(holding, by.account if owner is None else owner, owner_office),
        owner_office=owner_office.strip(), since=since, review_at=review_at,
        expires_at=expires_at, proposed_by=str(by.account),
    )  # fmt: skip
    told = {"assessment_one_status_waits": waits(), "assessment_status_again_is_a_renewal": again()}
    with refusing(told):
        return put(holding, row, event="assessment.status_proposed", happened_at=at)


@entering
def confirm_status(*, by: Viewer, at: datetime, status_id: UUID, confirm: bool, why: str) -> Status:
    """Confirm a status, or refuse it with a reason. Never who proposed it.

    Of a renewal never who proposed the one before. Raises SameHand, NotOfChildren, StatusOver,
    AlreadyMarked, WrongState, NoReason, NotThere, Refused.
    """
    holding, row = hold_standing(Status, status_id, by=by, at=at, why=why)
    need_reason(why)
    state = StatusState.IN_FORCE if confirm else StatusState.REFUSED
    if row.looked_by:  # decided, so that there is nobody's hand to compare
        need_next(row.kind_of_judgement, row.state, StatusState.REFUSED)
    need_other_hand(by, "confirm_status", did="propose_status", account=row.proposed_by)
    if row.renews is not None:
        before = Status.objects.get(first=row.renews, stood_until=None)
        need_other_hand(by, "confirm_renewal", did="propose_status", account=before.proposed_by)
    if confirm:
        need_grown(holding, row.kind)
        _need_time_left(row, at)
    with refusing({"assessment_one_status_holds": holds_already()}):
        return go_to(
            holding, row, state, f"assessment.status_{state}", looked_by=str(by.account),
            looked_at=at, looked_why=why.strip(),
        )  # fmt: skip


@entering
def end_status(*, by: Viewer, at: datetime, status_id: UUID, why: str) -> Status:
    """End a status now, before its day. One of the case staff may: nothing gets worse by it.

    Raises StatusOver, WrongState, NoReason, NotThere, Refused.
    """
    holding, row = hold_standing(Status, status_id, by=by, at=at, why=why)
    need_reason(why)
    need_next(row.kind_of_judgement, row.state, StatusState.ENDED)
    _need_time_left(row, at)
    return go_to(
        holding, row, StatusState.ENDED, "assessment.status_ended", ended_at=at,
        ended_by=str(by.account), ended_why=why.strip(),
    )  # fmt: skip


def _need_time_left(row: Status, at: datetime) -> None:
    if is_over(row, at):
        raise StatusOver(
            _("the time of this status is over: it ended by itself"),
            remedy=_("nothing has to be done; what is written stays readable"),
        )


def waits() -> AlreadyMarked:
    """A proposal of the kind waits."""
    return AlreadyMarked(
        _("a status of this kind waits for a second person already"),
        remedy=_("confirm that one or refuse it first"),
    )


def holds_already() -> AlreadyMarked:
    """One of the kind holds in that time."""
    return AlreadyMarked(
        _("a status of this kind holds in that time already"),
        remedy=_("let the one before end first, or refuse this one"),
    )


def again() -> MustRenew:
    """There was one of the kind before."""
    return MustRenew(
        _("this person had a status of this kind before"),
        remedy=_("renew that one: it takes two others, and evidence that is new"),
    )
