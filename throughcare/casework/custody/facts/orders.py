"""On which order: what covers custody, who ordered it and why, and what is planned (Rule 7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from standards.instants import from_datetime
from standards.records import Filling
from throughcare.casework.custody.facts.knowing import Known, known, through
from throughcare.casework.custody.facts.sheet import EMPTY, Sheet
from throughcare.casework.custody.legality import ends_of
from throughcare.casework.custody.models import Order, Stay
from throughcare.casework.custody.terms import HOLDING, DateKind, OrderKind

# A court that remands or prolongs has looked at the detention.
_REVIEWING = (OrderKind.REMAND, OrderKind.EXTENSION)


def orders(sheet: Sheet) -> None:
    """Each order on which a person may be held, and each that ends it."""
    for order in sheet.told.orders:
        if order.kind in HOLDING:
            _holding(sheet, order)
        elif order.kind == OrderKind.RELEASE:
            sheet.plan("planned_release", order.id, order.valid_from, known(order))
    for date in sheet.told.dates:
        if date.kind == DateKind.FINAL and date.confirmed_by is not None:
            sheet.plan("planned_release", date.id, sheet.start_of(date.on), known(date))


def _holding(sheet: Sheet, order: Order) -> None:
    # An order is as old as its day says, whatever day it is dated back to. The hour is not on it.
    issued = sheet.start_of(order.issued_on)
    while_known = known(order)
    held = list(_held_on(sheet, order))
    for part, ends in held:
        sheet.spell(
            "commitment_order_valid", order.id, order.valid_from, ends, part,
            made_at=from_datetime(issued),
        )  # fmt: skip
    if order.kind in _REVIEWING:
        sheet.event("judicial_review_of_detention", order.id, issued, while_known)
    if order.kind == OrderKind.SENTENCE:
        sheet.event("judgment", order.id, issued, while_known)
    for stay in sheet.told.stays:
        for part, ends in held:
            both = part.meet(known(stay))
            if both is not None and _meets(order, ends, stay):
                _of_stay(sheet, order, ends, stay, both)


def _held_on(sheet: Sheet, order: Order) -> Iterator[tuple[Known, datetime | None]]:
    """Until when the order held, as it came to be known: it is spent when the person leaves."""
    left = [one for one in sheet.told.stays if one.left_at and order.valid_from < one.left_at]
    rows: list[Order | Stay] = [order, *left]

    def answer(standing: list[Order | Stay]) -> tuple[datetime | None] | None:
        if order not in standing:
            return None
        return (ends_of(order, [one for one in standing if isinstance(one, Stay)]),)

    for part, (ends,) in through(rows, answer):
        yield part, ends


def _meets(order: Order, ends: datetime | None, stay: Stay) -> bool:
    """Whether the order holds at some moment of the stay."""
    begun = ends is None or stay.admitted_at < ends
    return begun and (stay.left_at is None or order.valid_from < stay.left_at)


def _of_stay(
    sheet: Sheet, order: Order, ends: datetime | None, stay: Stay, both: Known
) -> None:  # fmt: skip
    """For one admission: why and by whom, and whether the order stood in the register then."""
    root = sheet.told.of_stays.first(stay).id
    chain = sheet.told.of_orders
    entered = chain.first(order).recorded_at
    sheet.event(
        "commitment", order.id, entered, both, key=root,
        fields={
            "commitment.authority": _filled(sheet, order, "authority"),
            "commitment.reason": _filled(sheet, order, "reason") if order.reason else EMPTY,
        },
    )  # fmt: skip
    in_time = entered <= sheet.told.of_stays.first(stay).recorded_at
    sheet.spell(
        "commitment_order_valid_and_registered", order.id,
        order.valid_from if in_time else max(entered, order.valid_from), ends, both,
        key=root, made_at=from_datetime(sheet.start_of(order.issued_on)),
    )  # fmt: skip


def _filled(sheet: Sheet, order: Order, name: str) -> Filling:
    return Filling(from_datetime(sheet.told.of_orders.entered_at(order, name)))
