"""On which order: what covers custody, who ordered it and why, and what is planned (Rule 7)."""

from __future__ import annotations

from uuid import UUID

from standards.instants import from_datetime
from standards.records import Filling
from throughcare.casework.custody.facts.knowing import Known, known
from throughcare.casework.custody.facts.sheet import EMPTY, Sheet
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
    sheet.spell(
        "commitment_order_valid", order.id, order.valid_from, order.valid_to, while_known,
        made_at=from_datetime(issued),
    )  # fmt: skip
    if order.kind in _REVIEWING:
        sheet.event("judicial_review_of_detention", order.id, issued, while_known)
    if order.kind == OrderKind.SENTENCE:
        sheet.event("judgment", order.id, issued, while_known)
    covered = _stays_of(sheet, order)
    for stay, root in covered:
        both = while_known.meet(known(stay))
        if both is not None:
            _of_stay(sheet, order, stay, root, both)


def _stays_of(sheet: Sheet, order: Order) -> list[tuple[Stay, UUID]]:
    """The stays that have a moment in common with the order."""
    return [
        (stay, sheet.told.of_stays.first(stay).id)
        for stay in sheet.told.stays
        if (order.valid_to is None or stay.admitted_at < order.valid_to)
        and (stay.left_at is None or order.valid_from < stay.left_at)
    ]


def _of_stay(sheet: Sheet, order: Order, stay: Stay, root: UUID, both: Known) -> None:
    """For one admission: why and by whom, and whether the order stood in the register then."""
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
        order.valid_from if in_time else max(entered, order.valid_from), order.valid_to, both,
        key=root, made_at=from_datetime(sheet.start_of(order.issued_on)),
    )  # fmt: skip


def _filled(sheet: Sheet, order: Order, name: str) -> Filling:
    return Filling(from_datetime(sheet.told.of_orders.entered_at(order, name)))
