"""What comes in and goes out of orders, of admissions, and of who is held without an order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from throughcare.api.fields import Establishment, Form, Line, Moment, Named, Shown, Sure, Text, Word
from throughcare.casework.custody.queries import HeldWithout, LegalStatus, Order, Orders, Why
from throughcare.casework.custody.terms import OrderKind, Status


class OrderForm(Form):
    """An order as it is printed, in force from `valid_from` up to and without `valid_to`."""

    kind: OrderKind
    authority: Word
    number: Word
    issued_on: date
    valid_from: Moment
    valid_to: Annotated[Moment | None, Field(description="null: it names no end")] = None
    reason: Text | None = None
    named: Named = ""
    sure: Sure = ""


class AdmissionForm(Form):
    """The admission of a person whose file is open at this establishment."""

    establishment: Establishment
    admitted_at: Moment
    without_order: Annotated[
        Line,
        Field(
            description="Why the person is held without a valid order. Without one and without "
            "this, the admission is refused (Nelson Mandela Rule 7)"
        ),
    ] = ""


class OrderShown(Shown):
    """An order that stands. `recorded_by` is the number of an account."""

    id: UUID
    kind: OrderKind
    authority: str
    number: str
    named: str
    issued_on: date
    valid_from: datetime
    valid_to: datetime | None
    reason: str
    recorded_at: datetime
    recorded_by: str
    replaces: UUID | None


class StatusShown(Shown):
    """The legal status in [since, until)."""

    id: UUID
    value: Status
    since: datetime
    until: datetime | None


class StretchShown(Shown):
    """A time of a stay and the orders that cover it; without orders it is a gap."""

    stay: UUID
    begins: datetime
    ends: datetime | None
    orders: list[UUID]


class OrdersShown(Shown):
    """What was known at `known_at`. In a redacted reading only the legal status is told."""

    known_at: datetime
    redacted: bool
    covered: Annotated[
        bool | None, Field(description="Whether an order is in force then; null: not told")
    ]
    covered_until: datetime | None
    orders: list[OrderShown]
    statuses: list[StatusShown]
    line: list[StretchShown]


class WithoutShown(Shown):
    """Somebody held without a valid order. `opens`: this token may read the file."""

    person: UUID
    held_at: str
    opens: bool
    admitted_at: datetime
    since: datetime
    why: Why
    said: str


class WithoutListShown(Shown):
    """Everybody held without a valid order, the longest first. Computed at each call."""

    as_of: datetime
    rows: list[WithoutShown]


def orders_shown(found: Orders) -> OrdersShown:
    """The reading, as it goes out."""
    then = found.known_at
    return OrdersShown(
        known_at=then, redacted=found.redacted,
        covered=None if found.redacted else found.covered(then),
        covered_until=None if found.redacted else found.until(then),
        orders=[_order(one) for one in found.orders],
        statuses=[_status(one) for one in found.statuses],
        line=[
            StretchShown(
                stay=stay.id, begins=one.begins, ends=one.ends,
                orders=[order.id for order in one.orders],
            )
            for stay, line in found.lines
            for one in line
        ],
    )  # fmt: skip


def without_shown(found: Sequence[HeldWithout], *, at: datetime) -> WithoutListShown:
    """The list, as it goes out."""
    rows = [
        WithoutShown(
            person=one.person_id, held_at=one.held_at, opens=one.opens,
            admitted_at=one.admitted_at, since=one.since, why=one.why, said=one.said,
        )
        for one in found
    ]  # fmt: skip
    return WithoutListShown(as_of=at, rows=rows)


def _order(one: Order) -> OrderShown:
    return OrderShown(
        id=one.id, kind=OrderKind(one.kind), authority=one.authority, number=one.number,
        named=one.named, issued_on=one.issued_on, valid_from=one.valid_from,
        valid_to=one.valid_to, reason=one.reason, recorded_at=one.recorded_at,
        recorded_by=one.recorded_by, replaces=one.replaces_id,
    )  # fmt: skip


def _status(one: LegalStatus) -> StatusShown:
    return StatusShown(id=one.id, value=Status(one.value), since=one.since, until=one.until)
