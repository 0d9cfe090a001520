"""What stands in the room about one person, as it was known. Behind the wall; asks nobody."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from throughcare.casework.custody.models import Order, Placement, Record, Stay, known
from throughcare.casework.custody.terms import HOLDING
from throughcare.casework.people.files import parts_of

R = TypeVar("R", bound=Record)


def rows_of(model: type[R], person_id: UUID, *, known_at: datetime) -> QuerySet[R]:
    """The rows of the whole file, joined files among them, that stood at the moment."""
    return model._default_manager.filter(known(known_at), person__in=parts_of(person_id))


def stay_at(person_id: UUID, *, at: datetime, known_at: datetime | None = None) -> Stay | None:
    """The stay in custody that the person is in at the moment, as known then."""
    stays = rows_of(Stay, person_id, known_at=known_at or at)
    return stays.filter(_holds("admitted_at", "left_at", at)).first()


def stay_before(person_id: UUID, *, at: datetime, known_at: datetime) -> Stay | None:
    """The last stay that had begun by the moment, ended or not: what is done late belongs to it."""
    stays = rows_of(Stay, person_id, known_at=known_at).filter(admitted_at__lte=at)
    return stays.order_by("admitted_at").last()


def order_at(person_id: UUID, *, at: datetime, known_at: datetime | None = None) -> Order | None:
    """An order on which the person may be held at the moment (Nelson Mandela Rule 7)."""
    orders = rows_of(Order, person_id, known_at=known_at or at).filter(kind__in=HOLDING)
    return orders.filter(_holds("valid_from", "valid_to", at)).order_by("valid_from", "id").last()


def placement_at(
    person_id: UUID, *, at: datetime, known_at: datetime | None = None
) -> Placement | None:
    """Where the person lies at the moment."""
    placed = rows_of(Placement, person_id, known_at=known_at or at).select_related("place", "bed")
    return placed.filter(_holds("since", "until", at)).first()


def _holds(begins: str, ends: str, at: datetime) -> Q:
    """The half-open period of a row holds the moment."""
    return (Q(**{ends: None}) | Q(**{f"{ends}__gt": at})) & Q(**{f"{begins}__lte": at})
