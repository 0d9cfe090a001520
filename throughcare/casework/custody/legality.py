"""The line of legality: which orders cover which time of a stay. Pure; asks no database.

Periods are half-open: an order that ends at an hour and one that begins at the same hour leave no
gap and do not overlap (Nelson Mandela Rule 7: nobody is held without a valid order).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from throughcare.casework.custody.models import Order, Stay
from throughcare.casework.custody.terms import HOLDING


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a stay in which the same orders are in force; without orders it is a gap.

    `ends` is None where neither the stay nor an order has an end.
    """

    begins: datetime
    ends: datetime | None
    orders: tuple[Order, ...]

    @property
    def gap(self) -> bool:
        """Nobody's order covers this time."""
        return not self.orders

    @property
    def overlap(self) -> bool:
        """More than one order covers this time."""
        return len(self.orders) > 1


def line_of(stay: Stay, orders: Sequence[Order], *, at: datetime) -> list[Stretch]:
    """The stretches of a stay in their order, up to its end.

    Of an open stay: as far as the orders that are in force at the moment reach without a gap;
    without any, the last stretch is a gap that goes on, and its end is None.
    """
    ends, looked_at = stay.left_at, stay.left_at
    if ends is None:
        covered = bool(in_force(orders, at=at))
        ends = cover_ends(orders, at=at) if covered else None
        looked_at = ends if covered else at
    return _joined(stay.admitted_at, ends, looked_at, orders)


def in_force(orders: Sequence[Order], *, at: datetime) -> list[Order]:
    """The orders on which a person may be held at the moment, the oldest first."""
    holding = [one for one in orders if one.kind in HOLDING and _holds(one, at)]
    return sorted(holding, key=lambda one: (one.valid_from, str(one.id)))


def cover_ends(orders: Sequence[Order], *, at: datetime) -> datetime | None:
    """Until when orders cover the time from the moment on without a gap.

    None where one of them has no end, and where none is in force: ask `in_force` first.
    """
    reached = at
    while now := in_force(orders, at=reached):
        ends = [one.valid_to for one in now]
        if None in ends:
            return None
        reached = max(one for one in ends if one is not None)
    return reached if reached > at else None


def _holds(order: Order, at: datetime) -> bool:
    return order.valid_from <= at and (order.valid_to is None or at < order.valid_to)


def _joined(
    begins: datetime, ends: datetime | None, looked_at: datetime | None, orders: Sequence[Order]
) -> list[Stretch]:
    """Cut where an order begins or ends; cuts after `looked_at` are not looked at."""
    cuts = {begins}
    for order in orders:
        if order.kind in HOLDING:
            cuts |= {one for one in (order.valid_from, order.valid_to) if one is not None}
    inside = sorted(
        one for one in cuts if one >= begins and (looked_at is None or one < looked_at)
    ) or [begins]
    line: list[Stretch] = []
    for first, last in zip(inside, [*inside[1:], ends], strict=True):
        now = tuple(in_force(orders, at=first))
        if line and line[-1].orders == now:
            line[-1] = Stretch(line[-1].begins, last, now)
        else:
            line.append(Stretch(first, last, now))
    return line
