"""The line of legality as a picture and as a table: the same content twice.

The picture is drawn here, on a sheet 1000 wide, mirrored where the page reads from right to left.
One lane for each order, and at the foot the stay itself: gaps are hatched and named in the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from throughcare.casework.custody.queries import Order, Stay, Stretch
from throughcare.casework.custody.terms import HOLDING
from throughcare.web.custody.orders.shown import order_line
from throughcare.web.lengths import lasting

WIDTH: Final = 1000.0
_LANE: Final = 18
_LEAST: Final = 4.0  # what is shorter would not be seen


@dataclass(frozen=True, slots=True)
class Bar:
    """A piece of the picture: `kind` is order, covered, overlap or gap."""

    x: str
    y: int
    width: str
    kind: str
    said: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table."""

    begins: datetime
    ends: datetime | None
    lasts: str
    kind: str
    said: str
    orders: Sequence[str]


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture and the table of one stay."""

    begins: datetime
    ends: datetime
    goes_on: bool
    height: int
    bars: Sequence[Bar]
    now: str
    lines: Sequence[Line]


def picture_of(stay: Stay, line: Sequence[Stretch], *, at: datetime) -> Picture:
    """Of one stay, as it was known at the moment."""
    last = line[-1].ends
    ends = max(last or at, at, stay.admitted_at + timedelta(days=1)) if not stay.left_at else last
    ends = ends or at
    scale = _Scale(stay.admitted_at, ends, mirrored=get_language_bidi())
    orders = _orders(line)
    bars = [
        scale.bar(one.valid_from, one.valid_to, 4 + lane * _LANE, "order", order_line(one))
        for lane, one in enumerate(orders)
    ]
    foot = 4 + len(orders) * _LANE
    bars += [scale.bar(one.begins, one.ends, foot, _kind(one), _said(one)) for one in line]
    open_now = stay.left_at is None
    return Picture(
        begins=stay.admitted_at, ends=ends, goes_on=open_now and last is None,
        height=foot + _LANE, bars=bars, now=scale.at(at) if open_now else "",
        lines=[_line(one, at) for one in line],
    )  # fmt: skip


class _Scale:
    """Where a moment lies on the sheet."""

    def __init__(self, begins: datetime, ends: datetime, *, mirrored: bool) -> None:
        self.begins, self.ends = begins, ends
        self.all = max((ends - begins).total_seconds(), 1.0)
        self.mirrored = mirrored

    def at(self, moment: datetime) -> str:
        return _number(self._place(moment))

    def bar(self, begins: datetime, ends: datetime | None, y: int, kind: str, said: str) -> Bar:
        one, other = self._place(begins), self._place(ends or self.ends)
        width = max(abs(other - one), _LEAST)
        left = min(one, other, WIDTH - width)
        return Bar(_number(left), y, _number(width), kind, said)

    def _place(self, moment: datetime) -> float:
        share = (moment - self.begins).total_seconds() / self.all
        place = WIDTH * min(max(share, 0.0), 1.0)
        return WIDTH - place if self.mirrored else place


def _number(value: float) -> str:
    """With a point in every language, as SVG wants it."""
    return f"{value:.1f}"


def _orders(line: Sequence[Stretch]) -> list[Order]:
    """The orders that cover some of the stay, the oldest first, each once."""
    found = {order.id: order for one in line for order in one.orders if order.kind in HOLDING}
    return sorted(found.values(), key=lambda one: (one.valid_from, str(one.id)))


def _kind(one: Stretch) -> str:
    return "gap" if one.gap else "overlap" if one.overlap else "covered"


def _said(one: Stretch) -> str:
    words = {
        "gap": _("no valid order"), "overlap": _("several orders at one time"),
        "covered": _("covered by an order"),
    }  # fmt: skip
    return words[_kind(one)]


def _line(one: Stretch, at: datetime) -> Line:
    lasts = lasting((one.ends or max(at, one.begins)) - one.begins)
    if one.ends is None and not one.gap:
        lasts = ""
    return Line(
        one.begins, one.ends, lasts, _kind(one), _said(one), [order_line(o) for o in one.orders]
    )
