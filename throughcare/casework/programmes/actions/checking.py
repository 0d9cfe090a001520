"""Whether somebody reads; and that another authority looks at a measure after a refusal."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.custody.moments import need_order, need_past
from throughcare.casework.people.files import entering
from throughcare.casework.programmes.data import after_refusal
from throughcare.casework.programmes.errors import WrongState
from throughcare.casework.programmes.hands import need_other_hand
from throughcare.casework.programmes.holding import hold_person, hold_referral
from throughcare.casework.programmes.models import LiteracyCheck, RefusalReview
from throughcare.casework.programmes.terms import Reads
from throughcare.casework.programmes.words import need_of, need_said
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.own import own_row
from throughcare.casework.rows.writing import put

REFUSED = ("declined", "withdrawn", "left")


@entering
def check_literacy(
    *, by: Viewer, at: datetime, person_id: UUID, reads: str, checked_at: datetime
) -> LiteracyCheck:
    """Write whether the person reads and writes in any language. It opens a school place.

    Raises NotSaid, BadMoment, NotThere, Refused.
    """
    holding = hold_person(person_id, by=by, at=at)
    need_of(Reads.values, reads=reads)
    need_past(checked_at, at=at)
    row = LiteracyCheck(checked_at=checked_at, reads=reads)
    return put(holding, row, event="programmes.literacy_checked", happened_at=checked_at)


@entering
def note_measure_after_refusal(
    *, by: Viewer, at: datetime, referral_id: UUID, measure: str, measure_at: datetime
) -> RefusalReview:
    """Write that a measure was taken against somebody who had declined or left not long before.

    It accuses nobody: it makes another authority look. Raises WrongState, NotSaid, BadMoment,
    NotThere, Refused.
    """
    holding, row = hold_referral(referral_id, by=by, at=at)
    need_said(measure=measure)
    need_past(measure_at, at=at)
    if row.state not in REFUSED or row.over_at is None:
        raise WrongState(
            _("the person has not declined or left"), remedy=_("look at what is written")
        )
    need_order(row.over_at, measure_at, what=_("the measure was before the refusal"))
    if measure_at >= row.over_at + after_refusal():
        raise WrongState(
            _("the measure came long after the refusal"), remedy=_("use the way of complaint")
        )
    review = RefusalReview(
        referral_id=row.first, measure=measure.strip(), measure_at=measure_at,
        noted_by=str(by.account),
    )  # fmt: skip
    return put(holding, review, event="programmes.measure_after_refusal", happened_at=measure_at)


@entering
def review_refusal(
    *, by: Viewer, at: datetime, person_id: UUID, review_id: UUID, authority: str, found: str
) -> RefusalReview:
    """Say as another authority what was found. Never who wrote the measure down.

    Raises SameHand, WrongState, NotSaid, NotThere, Refused.
    """
    holding = hold_person(person_id, by=by, at=at)
    row = own_row(holding, RefusalReview, review_id)
    if row.reviewed_by:
        raise WrongState(_("this was looked at already"), remedy=_("read what was found"))
    need_other_hand(by, "review_refusal", did="note_refusal_measure", account=row.noted_by)
    need_said(authority=authority, found=found)
    seen = anew(
        row, reviewed_at=at, reviewed_by=str(by.account), authority=authority.strip(),
        found=found.strip(),
    )  # fmt: skip
    return put(holding, seen, event="programmes.refusal_reviewed", happened_at=at, replaces=row)
