"""The picture and its table: the same marks twice.

Drawn in hundredths of the width, so that words and signs keep their shape on a telephone and on
paper. What would fall on one another is one mark and one row, with a link to look closer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from babel.dates import format_skeleton
from django.utils import timezone
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from throughcare.web.duties.timeline.rows import ROWS, Mark
from throughcare.web.duties.timeline.window import Window, asked_for
from throughcare.web.lengths import lasting

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_LEAST: Final = 0.5  # of a hundred: what is shorter would not be seen
_STEPS: Final = 100  # across the picture: marks in one step are one
_DEPTH: Final = 3  # bars of one row over one another
_BAR, _WORDS = 14, 18
_FEW: Final = 4  # kinds that are named where several marks are one
_CLOSEST: Final = timedelta(days=1)  # nothing is joined where one day is shown
_TICKS: Final = 6


@dataclass(frozen=True, slots=True)
class Shape:
    """A mark in the picture, in hundredths across and units down."""

    shape: str
    kind: str
    x: str
    width: str
    y: int
    said: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the picture with its words."""

    label: StrOrPromise
    y: int
    shapes: Sequence[Shape]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of the table."""

    since: datetime
    until: datetime | None
    goes_on: bool
    lasts: str
    row: StrOrPromise
    shape: str
    said: str
    way: str
    closer: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on the scale; every second one is left out where it is narrow."""

    x: str
    said: str
    second: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The picture and the table of one window."""

    height: int
    lanes: Sequence[Lane]
    ticks: Sequence[Tick]
    now: str
    lines: Sequence[Line]
    side: str  # where words of a lane begin
    shown: frozenset[str]  # the shapes that the key explains


def picture_of(marks: Sequence[Mark], window: Window, *, at: datetime) -> Picture:
    """Of everything that touches the window."""
    scale = _Scale(window)
    inside = [one for one in marks if one.since < window.ends and _end(one, at) >= window.begins]
    lanes, lines, y = [], [], 0
    for row, label in ROWS.items():
        clusters = _clusters([one for one in inside if one.row == row], scale, at)
        if not clusters:
            continue
        shapes, depth = _stacked(clusters, scale, y + _WORDS, at)
        lanes.append(Lane(label, y, shapes))
        lines += [_line(cluster, label, at) for cluster in clusters]
        y += _WORDS + depth * _BAR + 6
    return Picture(
        height=max(y, _WORDS), lanes=lanes, ticks=scale.ticks(),
        now=scale.at(at) if window.begins <= at < window.ends else "",
        lines=sorted(lines, key=lambda line: line.since), side="100%" if scale.mirrored else "0",
        shown=frozenset(shape.shape for lane in lanes for shape in lane.shapes),
    )  # fmt: skip


class _Scale:
    """Where a moment lies across the picture."""

    def __init__(self, window: Window) -> None:
        self.begins, self.ends = window.begins, window.ends
        self.all = max(window.ends - window.begins, timedelta(seconds=1))
        self.mirrored = get_language_bidi()
        self.joins = self.all > _CLOSEST

    def share(self, moment: datetime) -> float:
        """From 0 to 100, from the beginning."""
        return 100 * min(max((moment - self.begins) / self.all, 0.0), 1.0)

    def at(self, moment: datetime) -> str:
        share = self.share(moment)
        return _hundredths(100 - share if self.mirrored else share)

    def across(self, begins: float, ends: float) -> tuple[str, str]:
        """Left side and width of a stretch, wide enough to be seen."""
        width = max(ends - begins, _LEAST)
        left = min(begins, 100 - width)
        return _hundredths(100 - left - width if self.mirrored else left), _hundredths(width)

    def ticks(self) -> list[Tick]:
        """Days on the scale, at whole years or months where the window is long."""
        step = self.all / _TICKS
        wide, middle = timedelta(days=300), timedelta(days=25)
        form = "y" if step > wide else "yMMM" if step > middle else "MMMd"
        days = [timezone.localtime(self.begins + step * number) for number in range(_TICKS)]
        return [
            Tick(
                self.at(day), format_skeleton(form, day, locale=get_language() or "en"),
                bool(number % 2),
            )
            for number, day in enumerate(days)
        ]  # fmt: skip


def _clusters(marks: Iterable[Mark], scale: _Scale, at: datetime) -> list[list[Mark]]:
    """Marks that would lie on one another, together; the oldest first."""
    alone: list[list[Mark]] = []
    close: dict[tuple[str, int], list[Mark]] = defaultdict(list)
    for one in marks:
        begins, ends = scale.share(one.since), scale.share(_end(one, at))
        if one.shape == "limit" or not scale.joins or ends - begins > 1:
            alone.append([one])
        else:
            close[one.shape, int(begins * _STEPS // 100)].append(one)
    return sorted([*alone, *close.values()], key=lambda some: some[0].since)


def _stacked(
    clusters: Sequence[list[Mark]], scale: _Scale, top: int, at: datetime
) -> tuple[list[Shape], int]:
    """Bars under one another where they overlap, down to a depth."""
    free = [-1.0] * _DEPTH
    shapes, used = [], 1
    for some in clusters:
        begins, ends = scale.share(some[0].since), max(scale.share(_end(m, at)) for m in some)
        level = next((n for n, until in enumerate(free) if until <= begins), _DEPTH - 1)
        if some[0].shape == "limit":
            level = 0
        else:
            free[level] = max(free[level], ends, begins + _LEAST)
        used = max(used, level + 1)
        x, width = scale.across(begins, ends)
        if not some[0].lengthy:
            x = scale.at(some[0].since)
        said = _together(some)
        shapes.append(Shape(some[0].shape, some[0].kind, x, width, top + level * _BAR, said))
    return shapes, used


def _line(some: Sequence[Mark], label: StrOrPromise, at: datetime) -> Line:
    first = some[0]
    if len(some) == 1:
        goes_on = first.lengthy and first.until is None
        lasts = lasting(_end(first, at) - first.since) if first.lengthy else ""
        return Line(
            since=first.since, until=first.until if first.lengthy else None, goes_on=goes_on,
            lasts=lasts, row=label, shape=first.shape, said=first.said, way=first.way, closer="",
        )  # fmt: skip
    ends = max(_end(one, at) for one in some)
    return Line(
        since=first.since, until=ends, goes_on=False, lasts="", row=label, shape=first.shape,
        said=_together(some), way="", closer=asked_for(first.since, ends),
    )  # fmt: skip


def _together(some: Sequence[Mark]) -> str:
    """The words of one mark, or how many of what there are."""
    if len(some) == 1:
        return some[0].said
    counted = Counter(one.said for one in some).most_common()
    named = ", ".join(f"{said} ×{n}" if n > 1 else said for said, n in counted[:_FEW])
    more = sum(n for _said, n in counted[_FEW:])
    if more:
        named = _("%(named)s and others: %(n)s") % {"named": named, "n": more}
    return named


def _end(one: Mark, at: datetime) -> datetime:
    return max(one.until or at, one.since)


def _hundredths(value: float) -> str:
    """With a point in every language, as SVG wants it."""
    return f"{value:.2f}%"
