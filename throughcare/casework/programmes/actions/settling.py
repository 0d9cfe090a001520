"""To settle two entries of one session that contradict each other. Nothing wins by itself."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.people.files import entering, need_reason
from throughcare.casework.programmes.errors import AlreadyThere
from throughcare.casework.programmes.holding import hold_person
from throughcare.casework.programmes.models import Attendance, AttendanceConflict
from throughcare.casework.programmes.terms import Settled
from throughcare.casework.programmes.words import need_of
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.own import own_row
from throughcare.casework.rows.writing import put


@entering
def settle_attendance(
    *, by: Viewer, at: datetime, person_id: UUID, conflict_id: UUID, outcome: str, why: str
) -> AttendanceConflict:
    """Say which of two entries is right; the other stays readable.

    Raises NoReason, NotSaid, AlreadyThere, NotThere, Refused.
    """
    need_reason(why)
    holding = hold_person(person_id, by=by, at=at, why=why)
    row = own_row(holding, AttendanceConflict, conflict_id)
    need_of(Settled.values, outcome=outcome)
    if row.outcome or row.stood_until is not None:
        raise AlreadyThere(
            _("somebody has settled this already"), remedy=_("look at what stands now")
        )
    if outcome == Settled.LATER:
        stands = Attendance.objects.filter(
            session=row.session_id, referral=row.referral_id, stood_until=None
        ).first()
        new = Attendance(
            session_id=row.session_id, referral_id=row.referral_id, came=row.came,
            reason=row.reason, entry_key=uuid4(), said_at=row.said_at,
        )  # fmt: skip
        put(holding, new, event="programmes.attendance_settled", happened_at=at, replaces=stands)
    settled = anew(row, outcome=outcome)
    return put(
        holding, settled, event="programmes.conflict_settled", happened_at=at, replaces=row
    )  # fmt: skip
