"""Pictures as SVG: drawn here, readable without colour, each with a title and a description."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate
from math import ceil, log10

from throughcare.report.markup import attributes

WIDTH = 720
_TOP, _LEFT, _RIGHT = 34, 44, 12
_HEIGHT = 240
_FOOT = 46
_ROW = 30
_NAMES = 210  # room for the names of a chart that lies on its side
_LETTERS = 30
_TICKS = 4
_WIDEST = 72.0  # a bar is no wider than this, however few there are
_CHARACTER = 6.4  # about the width of a letter of the labels

# Each kind of part has a filling of its own: solid, hatched, empty, ruled, dotted.
PATTERNS = """<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="due" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<rect width="6" height="6" class="ground"/><rect width="2.4" height="6" class="due-ink"/></pattern>
<pattern id="lapsed" width="6" height="6" patternUnits="userSpaceOnUse">
<rect width="6" height="6" class="ground"/><rect width="6" height="1.6" class="lapsed-ink"/>
</pattern>
<pattern id="unknown" width="6" height="6" patternUnits="userSpaceOnUse">
<rect width="6" height="6" class="ground"/><circle cx="3" cy="3" r="1.4" class="unknown-ink"/>
</pattern>
<pattern id="open" width="6" height="6" patternUnits="userSpaceOnUse"
patternTransform="rotate(135)">
<rect width="6" height="6" class="ground"/><rect width="2.4" height="6" class="open-ink"/></pattern>
</defs></svg>"""


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of part of a bar: its name in the legend and the class that fills it."""

    name: str
    fill: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its name and the amount of each part."""

    name: str
    amounts: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.amounts)


@dataclass(frozen=True, slots=True)
class Mark:
    """A line drawn before the bar at `index`, with words."""

    index: int
    words: str


def columns(
    name: str,
    title: str,
    description: str,
    parts: Sequence[Part],
    bars: Sequence[Bar],
    *,
    mark: Mark | None = None,
    below: str = "",
) -> str:
    """Standing bars from left to right, with a scale, and a line at `mark`."""
    top = _scale_top(max((bar.total for bar in bars), default=1))
    step = min((WIDTH - _LEFT - _RIGHT) / max(len(bars), 1), _WIDEST)
    inside = [_legend(parts), _scale(top)]
    for index, bar in enumerate(bars):
        inside.append(_column(bar, parts, _LEFT + index * step, step, top))
    inside.append(_names_below([bar.name for bar in bars], step))
    inside.append(_text(_LEFT + step * len(bars) / 2, _HEIGHT + 42, below, "axis middle"))
    if mark is not None:
        inside.append(_mark(mark, step))
    return _picture(name, title, description, _HEIGHT + _FOOT, inside)


def rows(
    name: str, title: str, description: str, parts: Sequence[Part], bars: Sequence[Bar]
) -> str:
    """Lying bars from top to bottom, each with its name before it and its total after it."""
    most = max((bar.total for bar in bars), default=1) or 1
    room = WIDTH - _NAMES - 60
    inside = [_legend(parts)]
    for index, bar in enumerate(bars):
        y = _TOP + index * _ROW
        ends = [_NAMES + room * amount / most for amount in accumulate(bar.amounts, initial=0)]
        inside.append(_text(_NAMES - 8, y + 15, _short(bar.name), "name end"))
        for part, start, end in zip(parts, ends, ends[1:], strict=False):
            inside.append(_box(part, start, y + 2, end - start, _ROW - 10))
        inside.append(_text(ends[-1] + 6, y + 15, f"{bar.total:,}", "value"))
    return _picture(name, title, description, _TOP + len(bars) * _ROW + 6, inside)


def _picture(name: str, title: str, description: str, height: float, inside: Sequence[str]) -> str:
    said = attributes(
        viewBox=f"0 0 {WIDTH} {height:.0f}",
        role="img",
        aria_labelledby=f"{name}-title {name}-text",
        xmlns="http://www.w3.org/2000/svg",
    )
    words = (
        f'<title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-text">{escape(description)}</desc>'
    )
    return f"<svg {said}>{words}{''.join(inside)}</svg>"


def _legend(parts: Sequence[Part]) -> str:
    said, x = [], float(_LEFT)
    for part in parts:
        said.append(_box(part, x, 4, 16, 12))
        said.append(_text(x + 22, 14, part.name, "legend"))
        x += 22 + _CHARACTER * len(part.name) + 26
    return "".join(said)


def _scale(top: int) -> str:
    said = []
    for tick in range(0, top + 1, max(top // _TICKS, 1)):
        y = _height_of(tick, top)
        kind = "base" if tick == 0 else "grid"
        line = attributes(x1=_LEFT, x2=WIDTH - _RIGHT, y1=y, y2=y, class_=kind)
        said.append(f"<line {line}/>{_text(_LEFT - 6, y + 4, f'{tick:,}', 'axis end')}")
    return "".join(said)


def _column(bar: Bar, parts: Sequence[Part], x: float, step: float, top: int) -> str:
    gap = min(4.0, step * 0.2)
    ends = [_height_of(amount, top) for amount in accumulate(bar.amounts, initial=0)]
    boxes = (
        _box(part, x + gap / 2, end, step - gap, start - end)
        for part, start, end in zip(parts, ends, ends[1:], strict=False)
    )
    return "".join(boxes)


def _names_below(names: Sequence[str], step: float) -> str:
    """The last name, then as many of the others as fit beside each other."""
    said: list[str] = []
    taken: list[tuple[float, float]] = []
    for index in sorted(range(len(names)), key=lambda index: (index < len(names) - 1, index)):
        middle = _LEFT + (index + 0.5) * step
        half = (len(names[index]) + 1) * _CHARACTER / 2
        fits = all(middle + half <= start or middle - half >= end for start, end in taken)
        if names[index] and fits and middle + half <= WIDTH:
            said.append(_text(middle, _HEIGHT + 16, names[index], "axis middle"))
            taken.append((middle - half, middle + half))
    return "".join(said)


def _mark(mark: Mark, step: float) -> str:
    x = _LEFT + mark.index * step
    line = attributes(x1=x, x2=x, y1=_TOP - 10, y2=_HEIGHT, class_="limit")
    return f"<line {line}/>{_text(x + 6, _TOP, mark.words, 'limit-words')}"


def _box(part: Part, x: float, y: float, width: float, height: float) -> str:
    if width <= 0 or height <= 0:
        return ""
    return f"<rect {attributes(x=x, y=y, width=width, height=height, class_=part.fill)}/>"


def _text(x: float, y: float, words: str, kind: str) -> str:
    return f"<text {attributes(x=float(x), y=float(y), class_=kind)}>{escape(words)}</text>"


def _height_of(amount: int, top: int) -> float:
    return _HEIGHT - (_HEIGHT - _TOP) * amount / top


def _scale_top(most: int) -> int:
    """A round number not below the tallest bar, that the ticks divide."""
    if most <= _TICKS:
        return _TICKS
    unit = int(10 ** int(log10(most)))
    for part in (1, 2, 4, 6, 8, 10):
        if part * unit >= most and (part * unit) % _TICKS == 0:
            return part * unit
    return ceil(most / _TICKS) * _TICKS


def _short(name: str) -> str:
    return name if len(name) <= _LETTERS else f"{name[: _LETTERS - 1]}…"
