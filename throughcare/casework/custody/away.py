"""Who is away: the movement that a person is on at a moment. Behind the wall; asks nobody."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from throughcare.casework.custody.models import Movement
from throughcare.casework.rows.standing import rows_of


def open_movement(person_id: UUID, *, known_at: datetime) -> Movement | None:
    """The movement from which the person has neither come back nor arrived."""
    rows = rows_of(Movement, person_id, known_at=known_at).filter(arrived_at=None)
    return rows.select_related("order").first()


def overlapping(
    person_id: UUID, begins: datetime, ends: datetime | None, *, known_at: datetime
) -> QuerySet[Movement]:
    """The standing movements that share a moment with [begins, ends)."""
    rows = rows_of(Movement, person_id, known_at=known_at)
    rows = rows.filter(Q(arrived_at=None) | Q(arrived_at__gt=begins))
    return rows if ends is None else rows.filter(left_at__lt=ends)
