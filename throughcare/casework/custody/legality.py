"""The line of legality: which orders cover which time of a stay. Pure; asks no database.

Periods are half-open: an order that ends at an hour and one that begins at the same hour leave no
gap and do not overlap (Nelson Mandela Rule 7: nobody is held without a valid order). An order is
spent when the person leaves custody: nobody is held again on what ended with a release (ADR 0029).
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


def ends_of(order: Order, stays: Sequence[Stay]) -> datetime | None:
    """Until when an order holds: its own end, or when the person left custody after it began."""
    left = [one.left_at for one in stays if one.left_at and order.valid_from < one.left_at]
    return min([*left, *([order.valid_to] if order.valid_to else [])], default=None)


def line_of(
    stay: Stay, stays: Sequence[Stay], orders: Sequence[Order], *, at: datetime
) -> list[Stretch]:
    """The stretches of a stay in their order, up to its end. `stays`: all of the person.

    Of an open stay: as far as the orders that are in force at the moment reach without a gap;
    without any, the last stretch is a gap that goes on, and its end is None.
    """
    ends, looked_at = stay.left_at, stay.left_at
    holding = _holding(orders, stays)
    if ends is None:
        covered = bool(_now(holding, at))
        ends = _reached(holding, at) if covered else None
        looked_at = ends if covered else at
    return _joined(stay.admitted_at, ends, looked_at, holding)


def in_force(orders: Sequence[Order], stays: Sequence[Stay], *, at: datetime) -> list[Order]:
    """The orders on which a person may be held at the moment, the oldest first."""
    return list(_now(_holding(orders, stays), at))


def cover_ends(
    orders: Sequence[Order], stays: Sequence[Stay], *, at: datetime
) -> datetime | None:  # fmt: skip
    """Until when orders cover the time from the moment on without a gap.

    None where one of them has no end, and where none is in force: ask `in_force` first.
    """
    return _reached(_holding(orders, stays), at)


@dataclass(frozen=True, slots=True)
class _Holding:
    """An order on which a person may be held, and until when."""

    order: Order
    ends: datetime | None


def _holding(orders: Sequence[Order], stays: Sequence[Stay]) -> list[_Holding]:
    """Those of the orders on which a person may be held, the oldest first."""
    holding = [one for one in orders if one.kind in HOLDING]
    holding.sort(key=lambda one: (one.valid_from, str(one.id)))
    return [_Holding(one, ends_of(one, stays)) for one in holding]


def _now(holding: Sequence[_Holding], at: datetime) -> tuple[Order, ...]:
    return tuple(
        one.order
        for one in holding
        if one.order.valid_from <= at and (one.ends is None or at < one.ends)
    )


def _reached(holding: Sequence[_Holding], at: datetime) -> datetime | None:
    reached = at
    while now := set(_now(holding, reached)):
        ends = [one.ends for one in holding if one.order in now]
        if None in ends:
            return None
        reached = max(one for one in ends if one is not None)
    return reached if reached > at else None


def _joined(
    begins: datetime, ends: datetime | None, looked_at: datetime | None,
    holding: Sequence[_Holding],
) -> list[Stretch]:  # fmt: skip
    """Cut where an order begins or ends; cuts after `looked_at` are not looked at."""
    cuts = {begins}
    for one in holding:
        cuts |= {cut for cut in (one.order.valid_from, one.ends) if cut is not None}
    inside = sorted(
        cut for cut in cuts if cut >= begins and (looked_at is None or cut < looked_at)
    ) or [begins]
    line: list[Stretch] = []
    for first, last in zip(inside, [*inside[1:], ends], strict=True):
        now = _now(holding, first)
        if line and line[-1].orders == now:
            line[-1] = Stretch(line[-1].begins, last, now)
        else:
            line.append(Stretch(first, last, now))
    return line
