"""What comes in and goes out for movements, transfers and releases."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from throughcare.api.fields import (
    Establishment,
    Form,
    Line,
    Moment,
    Named,
    Reason,
    Shown,
    Sure,
    Word,
)
from throughcare.casework.custody.printed_order import PrintedOrder
from throughcare.casework.custody.queries import Arriving, Movement, Stay, Whereabouts
from throughcare.casework.custody.terms import LeftHow, MovementKind


class LeaveForm(Form):
    """Somebody leaves for a time. `arrived_at`: back already. `hearing_at`: for court."""

    kind: Literal[MovementKind.COURT, MovementKind.HOSPITAL, MovementKind.ABSENCE]
    to_place: Word
    left_at: Moment
    expected_at: Moment | None = None
    arrived_at: Moment | None = None
    hearing_at: Moment | None = None
    reason: Line = ""
    why: Line = ""


class ReturnForm(Form):
    """Somebody is back, also after an escape."""

    arrived_at: Moment
    why: Line = ""


class EscapeForm(Form):
    """Somebody has escaped."""

    left_at: Moment
    reason: Reason
    why: Line = ""


class PrintedOrderForm(Form):
    """An order that is not registered yet, as it is printed."""

    authority: Word
    number: Word
    issued_on: date
    reason: Line = ""
    named: Named = ""
    sure: Sure = ""


class DepartureForm(Form):
    """Somebody leaves for another establishment. `order`: registered (its id), or as printed."""

    to_place: Establishment
    order: UUID | PrintedOrderForm
    left_at: Moment
    expected_at: Moment | None = None
    reason: Reason
    why: Line = ""


class ArrivalForm(Form):
    """Somebody has arrived at this establishment."""

    establishment: Establishment
    arrived_at: Moment
    why: Reason


class ReleaseForm(Form):
    """Somebody is let go. `order`: registered (its id), or as printed."""

    left_at: Moment
    order: UUID | PrintedOrderForm
    abroad: bool = False
    why: Line = ""


class DeathForm(Form):
    """Somebody has died. Nothing medical."""

    died_at: Moment
    why: Line = ""


class StayShown(Shown):
    """A stay in custody; `left_at` null while it goes on."""

    id: UUID
    establishment: str
    admitted_at: datetime
    left_at: datetime | None
    left_how: LeftHow | None


class MovementShown(Shown):
    """Away in [left_at, arrived_at); `arrived_at` null while the person is away."""

    id: UUID
    kind: MovementKind
    from_place: str
    to_place: str
    left_at: datetime
    arrived_at: datetime | None
    expected_at: datetime | None


class WhereaboutsShown(Shown):
    """Where a person was, the earliest first."""

    stays: list[StayShown]
    movements: list[MovementShown]


class ArrivingShown(Shown):
    """Somebody on the way here: what the reception needs."""

    person: UUID
    name: str | None
    numbers: list[str]
    from_place: str
    left_at: datetime
    expected_at: datetime | None


class ArrivingListShown(Shown):
    """Who is on the way, the earliest first."""

    arriving: list[ArrivingShown]


def order_of(said: UUID | PrintedOrderForm) -> UUID | PrintedOrder:
    """The order as the actions take it."""
    if isinstance(said, UUID):
        return said
    return PrintedOrder(
        authority=said.authority, number=said.number, issued_on=said.issued_on,
        reason=said.reason, named=said.named, sure=said.sure,
    )  # fmt: skip


def whereabouts_shown(found: Whereabouts) -> WhereaboutsShown:
    """Stays and movements as they go out."""
    return WhereaboutsShown(
        stays=[_stay(one) for one in found.stays],
        movements=[_movement(one) for one in found.movements],
    )


def arriving_shown(one: Arriving) -> ArrivingShown:
    """Somebody on the way as it goes out."""
    return ArrivingShown(
        person=one.person, name=str(one.name) if one.name else None,
        numbers=[str(number.get("number", "")) for number in one.numbers],
        from_place=one.from_place, left_at=one.left_at, expected_at=one.expected_at,
    )  # fmt: skip


def _stay(one: Stay) -> StayShown:
    return StayShown(
        id=one.id, establishment=one.establishment, admitted_at=one.admitted_at,
        left_at=one.left_at, left_how=LeftHow(one.left_how) if one.left_how else None,
    )  # fmt: skip


def _movement(one: Movement) -> MovementShown:
    return MovementShown(
        id=one.id, kind=MovementKind(one.kind), from_place=one.from_place, to_place=one.to_place,
        left_at=one.left_at, arrived_at=one.arrived_at, expected_at=one.expected_at,
    )  # fmt: skip
