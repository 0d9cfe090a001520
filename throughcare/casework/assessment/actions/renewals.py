"""To renew a status: two others than before, on evidence that is new. Otherwise it ends."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.assessment.actions.statuses import waits
from throughcare.casework.assessment.hands import need_other_hand
from throughcare.casework.assessment.holding import hold_standing
from throughcare.casework.assessment.lasting import ends
from throughcare.casework.assessment.models import Status
from throughcare.casework.assessment.states import begins_as
from throughcare.casework.assessment.status_checks import (
    need_grounds,
    need_grown,
    need_new,
    need_owner,
    need_period,
)
from throughcare.casework.assessment.status_errors import AlreadyMarked, MustRenew
from throughcare.casework.assessment.status_terms import CONFIRMED
from throughcare.casework.people.files import entering
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put


@entering
def renew_status(
    *, by: Viewer, at: datetime, status_id: UUID, new_evidence: str, reasons: str,
    owner_office: str, review_at: datetime, expires_at: datetime, owner: int | None = None,
    besides: str = "",
) -> Status:  # fmt: skip
    """Propose that a status goes on, from where it ends, or from now where it has ended.

    Never who proposed or confirmed it; a second human being confirms. Who does not renew it lets it
    end. Raises SameHand, SameEvidence, NotSaid, BeliefAlone, NotOfChildren, BadPeriod, NoOwner,
    MustRenew, AlreadyMarked, NotThere, Refused.
    """
    holding, before = hold_standing(Status, status_id, by=by, at=at, why=reasons)
    if before.state not in CONFIRMED:
        raise MustRenew(
            _("this one never held: there is nothing to renew"),
            remedy=_("propose a status, or confirm the one that waits"),
        )
    need_other_hand(by, "renew_status", did="propose_status", account=before.proposed_by)
    need_other_hand(by, "renew_status", did="confirm_status", account=before.looked_by)
    # What it rested on stays as it was said; what is new is looked at by itself.
    held = before.besides
    need_grounds(
        legal_basis=before.legal_basis, evidence=before.evidence, reasons=reasons,
        besides=besides or held,
    )  # fmt: skip
    need_new(holding, before.kind, new_evidence, besides)
    need_grown(holding, before.kind)
    since = max(at, ends(before))
    need_period(holding, since=since, review_at=review_at, expires_at=expires_at)
    row = Status(
        state=begins_as(Status.kind_of_judgement), kind=before.kind,
        legal_basis=before.legal_basis, evidence=before.evidence,
        besides=besides.strip() or held, reasons=reasons.strip(),
        owner=need_owner(holding, by.account if owner is None else owner, owner_office),
        owner_office=owner_office.strip(), since=since, review_at=review_at,
        expires_at=expires_at, renews=before.first, new_evidence=new_evidence.strip(),
        proposed_by=str(by.account),
    )  # fmt: skip
    told = {
        "assessment_one_status_waits": waits(),
        "assessment_status_renews_the_last_of_its_kind": _renewed(),
    }
    with refusing(told):
        return put(holding, row, event="assessment.status_renewal_proposed", happened_at=at)


def _renewed() -> AlreadyMarked:
    return AlreadyMarked(
        _("this status was renewed already"), remedy=_("renew the latest one of its kind")
    )
