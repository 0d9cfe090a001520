"""The orders, charges and legal status of a person, as known at a moment, with their line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from throughcare.access.errors import NotThere
from throughcare.access.gate import Leave
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.legality import Stretch, cover_ends, ends_of, in_force, line_of
from throughcare.casework.custody.models import Charge, LegalStatus, Order, Stay
from throughcare.casework.custody.standing import stays_of
from throughcare.casework.custody.terms import HOLDING
from throughcare.casework.people.files import (
    ask_about,
    entering,
    may_about,
    parts_of,
    reading,
    subject_of,
)
from throughcare.casework.rows.record import Record
from throughcare.casework.rows.standing import rows_of
from throughcare.register.actions import record

SEN = Compartment.SEN
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """What was known at `known_at`. A short reading (`redacted`) tells the legal status alone.

    `lines`: for each stay its stretches. `earlier`: rows that no longer stood then.
    """

    person_id: UUID
    known_at: datetime
    redacted: bool
    may_write: bool
    orders: Sequence[Order]
    charges: Sequence[Charge]
    statuses: Sequence[LegalStatus]
    lines: Sequence[tuple[Stay, Sequence[Stretch]]]
    earlier: Sequence[Order]

    def status(self, at: datetime) -> LegalStatus | None:
        """The legal status that runs at the moment."""
        running = [one for one in self.statuses if one.since <= at]
        now = [one for one in running if one.until is None or at < one.until]
        return now[-1] if now else None

    def stay(self, at: datetime) -> Stay | None:
        """The stay in custody at the moment."""
        held = [stay for stay, _line in self.lines if stay.admitted_at <= at]
        now = [stay for stay in held if stay.left_at is None or at < stay.left_at]
        return now[-1] if now else None

    def covered(self, at: datetime) -> bool:
        """Whether an order is in force at the moment."""
        return bool(in_force(self.orders, self._stays, at=at))

    def until(self, at: datetime) -> datetime | None:
        """Until when orders cover the time from the moment on; None without an end, or order."""
        return cover_ends(self.orders, self._stays, at=at)

    def spent_at(self, order: Order) -> datetime | None:
        """When the person left custody on whom this order could else still be used."""
        ends = ends_of(order, self._stays)
        return ends if order.kind in HOLDING and ends != order.valid_to else None

    @property
    def _stays(self) -> list[Stay]:
        return [stay for stay, _line in self.lines]


@reading
def orders_of(
    viewer: Viewer, person_id: UUID, *, at: datetime, known_at: datetime | None = None
) -> Orders:
    """The orders of a person, as they were known at `known_at`. Raises NotThere or Refused."""
    full = may_about(viewer, Act.READ, SEN, person_id, at=at)
    leave = ask_about(viewer, Act.READ if full else Act.READ_REDACTED, SEN, person_id, at=at)
    whole, then = subject_of(person_id).person or person_id, known_at or at
    statuses = list(rows_of(LegalStatus, whole, known_at=then).order_by("since"))
    orders, earlier = _orders(whole, then) if full else ([], [])
    stays = stays_of(whole, known_at=then) if full else []
    found = Orders(
        person_id=whole, known_at=then, redacted=not full,
        may_write=may_about(viewer, Act.WRITE, SEN, whole, at=at), orders=orders,
        charges=_charges(whole, then) if full else [], statuses=statuses,
        lines=[(stay, line_of(stay, stays, orders, at=then)) for stay in stays],
        earlier=earlier,
    )  # fmt: skip
    _enter(viewer, leave, found, at=at)
    return found


@entering
def order_to_change(viewer: Viewer, person_id: UUID, order_id: UUID, *, at: datetime) -> Order:
    """One order for a form that changes it. Raises NotThere or Refused."""
    return _to_change(viewer, Order, person_id, order_id, at=at)


@entering
def charge_to_change(viewer: Viewer, person_id: UUID, charge_id: UUID, *, at: datetime) -> Charge:
    """One charge for a form that changes it. Raises NotThere or Refused."""
    return _to_change(viewer, Charge, person_id, charge_id, at=at)


@entering
def status_to_change(
    viewer: Viewer, person_id: UUID, status_id: UUID, *, at: datetime
) -> LegalStatus:
    """One legal status for a form that changes it. Raises NotThere or Refused."""
    return _to_change(viewer, LegalStatus, person_id, status_id, at=at)


def _to_change(viewer: Viewer, model: type[R], person_id: UUID, row_id: UUID, *, at: datetime) -> R:
    leave = ask_about(viewer, Act.WRITE, SEN, person_id, at=at)
    row = model._default_manager.filter(id=row_id, person__in=parts_of(person_id)).first()
    if row is None:
        raise NotThere
    record(
        event="read.order_to_change", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, about=subject_of(person_id).person, compartment=SEN,
        content={"row": row.id},
    )  # fmt: skip
    return row


def _orders(whole: UUID, then: datetime) -> tuple[list[Order], list[Order]]:
    """What stood then; and what was written by then and stood no longer: corrected, struck out."""
    rows = list(Order.objects.filter(person__in=parts_of(whole), recorded_at__lte=then))
    gone = [one for one in rows if one.stood_until is not None and one.stood_until <= then]
    stood = [one for one in rows if one not in gone]
    stood.sort(key=lambda one: (one.valid_from, one.id))
    return stood, sorted(gone, key=lambda one: (one.stood_until, one.id), reverse=True)


def _charges(whole: UUID, then: datetime) -> list[Charge]:
    rows = rows_of(Charge, whole, known_at=then).select_related("order")
    return list(rows.order_by("recorded_at", "id"))


def _enter(viewer: Viewer, leave: Leave, found: Orders, *, at: datetime) -> None:
    rows: list[Record] = [*found.orders, *found.charges, *found.statuses, *found.earlier]
    record(
        event="read.orders", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, about=found.person_id, compartment=SEN,
        content={"rows": [row.id for row in rows], "known_at": found.known_at},
    )  # fmt: skip
