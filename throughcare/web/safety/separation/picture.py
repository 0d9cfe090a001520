"""The days in a row as cells, with the line of the day by which it must end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import get_language_bidi

from throughcare.casework.safety.queries import Counter

_CELL: Final = 24  # units across a cell
_MOST: Final = 31  # cells that still bear their number
_LONGEST: Final = 120  # cells of the picture; what lasts longer is told in words


@dataclass(frozen=True, slots=True)
class Cell:
    """One day. `state`: full, today, beyond, ahead."""

    number: int
    x: int
    middle: int
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Begins at the right where the language is read from right to left."""

    cells: Sequence[Cell]
    width: int
    line: int
    numbered: bool
    cut: bool


def picture_of(counter: Counter) -> Picture:
    """From the first day to the limit, or to today where that is later."""
    today = counter.full_days + 1 if counter.runs else max(counter.full_days, 1)
    number = min(max(counter.limit_days, today), _LONGEST)
    mirrored, width = get_language_bidi(), number * _CELL

    def across(x: int) -> int:
        return width - x if mirrored else x

    def cell(day: int) -> Cell:
        x = across(day * _CELL) if mirrored else (day - 1) * _CELL
        return Cell(day, x, x + _CELL // 2, _state(day, today, counter))

    return Picture(
        cells=[cell(day) for day in range(1, number + 1)], width=width,
        line=across(min(counter.limit_days, number) * _CELL), numbered=number <= _MOST,
        cut=today > number,
    )  # fmt: skip


def _state(day: int, today: int, counter: Counter) -> str:
    if day > today:
        return "ahead"
    if day > counter.limit_days:
        return "beyond"
    return "today" if day == today and counter.runs else "full"
