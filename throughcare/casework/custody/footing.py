"""On what legal footing somebody is held at a moment. Asks nobody."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from throughcare.casework.custody.models import LegalStatus
from throughcare.casework.custody.terms import Status
from throughcare.casework.rows.standing import holds, rows_of


def legal_status_of(person_id: UUID, *, at: datetime) -> Status | None:
    """The latest status that holds, as known at the moment; None where nobody wrote one."""
    rows = rows_of(LegalStatus, person_id, known_at=at).filter(holds("since", "until", at))
    row = rows.order_by("-since", "-id").first()
    return None if row is None else Status(row.value)
