"""Counts put in rows to be drawn: months without holes, cells drawn together by unit."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from throughcare.report.model import STATUSES
from throughcare.report.summary import Table

_YEAR = 4  # letters of a year
_STEP = "/"  # between the parts of a place: establishment/premises/unit/cell


def spans(months: Table) -> int:
    """How many months lie between the first and the last, both counted."""
    return len(_between(sorted(months)))


def by_year(months: Table) -> Table:
    """Counts by month added up to counts by year."""
    return _added(months, lambda month: month[:_YEAR])


def without_holes(counts: Table) -> Table:
    """With the months or years in which nothing began, so that time runs evenly."""
    empty = dict.fromkeys(map(str, STATUSES), 0)
    return {name: counts.get(name, empty) for name in _between(sorted(counts))}


def widened(places: Table, most: int) -> Table:
    """Places added up by unit, premises or establishment until they are no more than `most`."""
    together = places
    for parts in range(max(name.count(_STEP) for name in places), 0, -1):
        if len(together) <= most:
            break
        together = _added(places, partial(_upper, parts))
    return together


def _upper(parts: int, name: str) -> str:
    return _STEP.join(name.split(_STEP)[:parts])


def _added(counts: Table, name_of: Callable[[str], str]) -> Table:
    sums: Table = {}
    for name, part in counts.items():
        total = sums.setdefault(name_of(name), dict.fromkeys(part, 0))
        for status, number in part.items():
            total[status] += number
    return sums


def _between(names: list[str]) -> list[str]:
    """Every month or year from the first name to the last."""
    first, last = names[0], names[-1]
    if len(first) == _YEAR:
        return [f"{year:04}" for year in range(int(first), int(last) + 1)]
    start, end = (int(name[:_YEAR]) * 12 + int(name[_YEAR + 1 :]) - 1 for name in (first, last))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(start, end + 1)]
