"""Who is named for sharing at a prison, at a moment. Behind the wall; asks nobody."""

from __future__ import annotations

from datetime import datetime

from throughcare.access.queries import holder_of
from throughcare.access.question import Viewer
from throughcare.casework.intelligence.models import SharingOfficer
from throughcare.casework.rows.standing import holds


def named_at(establishment: str | None, *, at: datetime) -> SharingOfficer | None:
    """The row in force; None where nobody is named."""
    rows = SharingOfficer.objects.filter(holds("begins", "ends", at), establishment=establishment)
    return rows.order_by("begins").last()


def names_officer(establishment: str | None, viewer: Viewer, *, at: datetime) -> bool:
    """Whether it is this viewer, by any account of the same human being."""
    row = named_at(establishment, at=at)
    if row is None:
        return False
    me = holder_of(viewer.account)
    return me is not None and me == holder_of(row.account)
