"""A month or a week as a grid of days, each with what is due on it in one sign a thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from throughcare.web.team.sources import Due, Kind

# In this order in a day, and a sign of its own each, as colour alone tells nobody enough.
SIGNS: Final[Mapping[Kind, str]] = {Kind.MEETING: "■", Kind.TASK: "●", Kind.REVIEW: "▲"}
_WEEK: Final = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A day of the grid. `inside`: of the month that is shown. `signs`: what is due, one each.

    `way`: where the page says it in words; empty for a day on which nothing is due.
    """

    on: date
    inside: bool
    today: bool
    signs: str
    late: bool
    way: str


def weeks_of(
    days: Mapping[date, Sequence[Due]], first: date, last: date, today: date
) -> Sequence[Sequence[Cell]]:
    """The weeks in which [first, last) lies, each from Monday, as ISO 8601 counts."""
    start = first - timedelta(days=first.weekday())
    length = (last - start).days
    length += -length % _WEEK
    cells = [
        _cell(on, days.get(on, ()), inside=first <= on < last, today=today)
        for on in (start + timedelta(days=number) for number in range(length))
    ]
    return [cells[number : number + _WEEK] for number in range(0, length, _WEEK)]


def _cell(on: date, due: Sequence[Due], *, inside: bool, today: date) -> Cell:
    signs = "".join(sign for kind, sign in SIGNS.items() for one in due if one.kind == kind)
    late = any(one.late for one in due)
    way = ("#late" if late else f"#d{on:%Y%m%d}") if due else ""
    return Cell(on=on, inside=inside, today=on == today, signs=signs, late=late, way=way)
