"""One coefficient over the items of a tool: its mean and its range.

As studies of such tools report it. Items are not thrown together into one table, which would count
differences between items as agreement of raters; and the ratings of a case are never added up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from throughcare.casework.assessment.reliability.estimates import Interval, Undefined
from throughcare.casework.assessment.reliability.grid import grid_of_cases
from throughcare.casework.assessment.reliability.measures import Measure, measures_of
from throughcare.casework.assessment.reliability.ratings import ItemRatings, double_rated
from throughcare.casework.assessment.reliability.resampled import interval_over_cases
from throughcare.casework.assessment.reliability.results import (
    Agreement,
    Coefficient,
    Name,
    RawTable,
    refuse_fewer_than_least,
)

if TYPE_CHECKING:
    from throughcare.casework.assessment.reliability.grid import Grid, Whole


@dataclass(frozen=True, slots=True)
class OverItems:
    """One coefficient over the items that have it, each with equal weight.

    The interval is over cases, drawn whole: what raters said of one case on several items hangs
    together. `lowest` and `highest` are the range over items; `cases` is how many the item with the
    fewest rests on, which is the least that the desk allows or more: TooFewCases.
    """

    mean: float
    interval: Interval | Undefined
    lowest: float
    highest: float
    items: int
    cases: int

    def __post_init__(self) -> None:
        refuse_fewer_than_least(self.cases)


class _Item(NamedTuple):
    measure: Measure
    coefficient: Coefficient
    grid: Grid
    row_of: Whole  # of each case of the tool; one past the last row where the item lacks the case


def over_items(
    given: Sequence[ItemRatings], found: Sequence[RawTable | Agreement]
) -> dict[Name, OverItems]:
    """Each coefficient that any of the items has; `found` is what the desk said of each."""
    cases = _in_order_of_ratings([double_rated(one) for one in given])
    by_name: dict[Name, list[_Item]] = {}
    for one, said in zip(given, found, strict=True):
        if isinstance(said, Agreement):
            for item in _with_coefficient(one, said, cases):
                by_name.setdefault(item.measure.name, []).append(item)
    return {name: _mean(items, len(cases)) for name, items in by_name.items()}


def _in_order_of_ratings(rated: Sequence[Mapping[str, Mapping[str, int]]]) -> list[str]:
    # Not by their names, which the draws for an interval would follow.
    cases = sorted({case for of_item in rated for case in of_item})
    return sorted(cases, key=lambda case: [sorted(one.get(case, {}).items()) for one in rated])


def _with_coefficient(given: ItemRatings, said: Agreement, cases: Sequence[str]) -> Iterable[_Item]:
    import numpy as np

    rated = double_rated(given)
    grid = grid_of_cases(given.scale, rated.values())
    place = {case: row for row, case in enumerate(rated)}
    row_of = np.array([place.get(case, grid.cases) for case in cases], dtype=np.int64)
    for measure in measures_of(given.scale):
        coefficient = said.coefficients[measure.name]
        if isinstance(coefficient, Coefficient):
            yield _Item(measure, coefficient, grid, row_of)


def _mean(items: Sequence[_Item], cases: int) -> OverItems:
    values = [item.coefficient.value for item in items]
    return OverItems(
        mean=fmean(values),
        interval=interval_over_cases(cases, lambda drawn: _mean_of_draw(items, drawn)),
        lowest=min(values),
        highest=max(values),
        items=len(items),
        cases=min(item.coefficient.cases for item in items),
    )


def _mean_of_draw(items: Sequence[_Item], drawn: Whole) -> float | None:
    values = [_value_of_draw(item, drawn) for item in items]
    known = [value for value in values if value is not None]
    return fmean(known) if known else None


def _value_of_draw(item: _Item, drawn: Whole) -> float | None:
    rows = item.row_of[drawn]
    rows = rows[rows < item.grid.cases]
    return item.measure.value(item.grid.take(rows)) if len(rows) else None
