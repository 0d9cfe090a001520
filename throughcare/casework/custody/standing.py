"""What stands in the room about one person, as it was known. Behind the wall; asks nobody."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from throughcare.casework.custody.legality import in_force
from throughcare.casework.custody.models import Order, Placement, Stay
from throughcare.casework.custody.terms import HOLDING
from throughcare.casework.people.asked_once import once
from throughcare.casework.rows.standing import holds, rows_of


def stays_of(person_id: UUID, *, known_at: datetime) -> list[Stay]:
    """Every stay in custody, the earliest first. They are few; a reading asks for them once."""
    stays = rows_of(Stay, person_id, known_at=known_at).order_by("admitted_at", "id")
    return list(once(("stays", person_id, known_at), lambda: list(stays)))


def stay_at(person_id: UUID, *, at: datetime, known_at: datetime | None = None) -> Stay | None:
    """The stay in custody that the person is in at the moment, as known then."""
    begun = [one for one in stays_of(person_id, known_at=known_at or at) if one.admitted_at <= at]
    now = [one for one in begun if one.left_at is None or at < one.left_at]
    return min(now, key=lambda one: one.id, default=None)


def last_stay(person_id: UUID, *, known_at: datetime) -> Stay | None:
    """The stay that the person is in, or the last one."""
    return next(reversed(stays_of(person_id, known_at=known_at)), None)


def order_at(person_id: UUID, *, at: datetime, known_at: datetime | None = None) -> Order | None:
    """An order on which the person may be held at the moment (Nelson Mandela Rule 7)."""
    then = known_at or at
    orders = rows_of(Order, person_id, known_at=then).filter(kind__in=HOLDING, valid_from__lte=at)
    holding = in_force(list(orders), stays_of(person_id, known_at=then), at=at)
    return holding[-1] if holding else None


def placement_at(
    person_id: UUID, *, at: datetime, known_at: datetime | None = None
) -> Placement | None:
    """Where the person lies at the moment."""
    placed = rows_of(Placement, person_id, known_at=known_at or at).select_related("place", "bed")
    return placed.filter(holds("since", "until", at)).first()
