"""What may be seen of a tool: counts without the small ones, and the coefficients. Plain values.

Nothing here names a case, a rater or a person, so that it can be kept and shown to who reads no
file. None is a number that is hidden.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from throughcare.casework.assessment.reliability.cross_table import CrossTable
from throughcare.casework.assessment.reliability.estimates import Interval, Undefined
from throughcare.casework.assessment.reliability.over_items import OverItems
from throughcare.casework.assessment.reliability.results import (
    Agreement,
    Coefficient,
    Name,
    RawTable,
)
from throughcare.casework.assessment.reliability.small import few, hidden_of, shown_or_none


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A coefficient with its interval, or why it or the interval is missing."""

    name: str
    value: float | None
    low: float | None
    high: float | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedItem:
    """One item. `agreed`: of a hundred cases; `cells`: rows of codes against codes, or nothing."""

    item: str
    cases: int | None
    raters: int | None
    not_enough: int | None
    agreed: int | None
    codes: tuple[str, ...]
    cells: tuple[tuple[int | None, ...], ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedMean:
    """One coefficient over the items that have it."""

    figure: Figure
    lowest: float
    highest: float
    items: int


def published_item(said: RawTable | Agreement, fewest: int) -> PublishedItem:
    """What may be seen of one item; below the least number of cases without any figure."""
    counts, table = said.counts, said.table
    if few(counts.cases, fewest):
        return _hidden(said.item)
    found = said.coefficients if isinstance(said, Agreement) else {}
    alike = sum(row[place] for place, row in enumerate(table.cells))
    parts = (alike, table.pairs - alike)
    shows_agreed = bool(found) and not any(few(part, fewest) for part in parts)
    return PublishedItem(
        item=said.item, cases=counts.cases, raters=shown_or_none(counts.raters, fewest),
        not_enough=shown_or_none(counts.not_enough, fewest),
        agreed=round(100 * alike / table.pairs) if shows_agreed else None, codes=table.codes,
        cells=_cells(table, fewest, apart=shows_agreed),
        figures=tuple(_figure(name, one) for name, one in found.items()),
    )  # fmt: skip


def no_cases(item: str) -> PublishedItem:
    """An item that nobody rated twice yet."""
    return PublishedItem(
        item=item, cases=0, raters=0, not_enough=None, agreed=None, codes=(), cells=(), figures=()
    )


def published_means(over: Mapping[Name, OverItems]) -> Iterable[PublishedMean]:
    """The means over the items of a tool."""
    for name, one in over.items():
        yield PublishedMean(
            figure=_of(name, one.mean, one.interval), lowest=one.lowest, highest=one.highest,
            items=one.items,
        )  # fmt: skip


def _hidden(item: str) -> PublishedItem:
    return PublishedItem(
        item=item, cases=None, raters=None, not_enough=None, agreed=None, codes=(), cells=(),
        figures=(),
    )  # fmt: skip


def _cells(
    table: CrossTable, fewest: int, *, apart: bool
) -> tuple[tuple[int | None, ...], ...]:  # fmt: skip
    """`apart`: how many agreed is shown too, so cells of agreement cannot hide among the others."""
    counts = {
        (row, column): count
        for row, cells in enumerate(table.cells) for column, count in enumerate(cells)
    }  # fmt: skip
    groups = [counts]
    if apart:
        groups = [
            {place: count for place, count in counts.items() if (place[0] == place[1]) is same}
            for same in (True, False)
        ]
    hidden = {place for group in groups for place in hidden_of(group, fewest)}
    size = range(len(table.codes))
    return tuple(
        tuple(None if (row, column) in hidden else counts[row, column] for column in size)
        for row in size
    )


def _figure(name: Name, found: Coefficient | Undefined) -> Figure:
    if isinstance(found, Undefined):
        return Figure(name=name.value, value=None, low=None, high=None, why=found.why.value)
    return _of(name, found.value, found.interval)


def _of(name: Name, value: float, interval: Interval | Undefined) -> Figure:
    if isinstance(interval, Undefined):
        return Figure(name=name.value, value=value, low=None, high=None, why=interval.why.value)
    return Figure(name=name.value, value=value, low=interval.low, high=interval.high, why="")
