"""The reliability desk for one item: enough double-rated cases give coefficients, fewer a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from throughcare.casework.assessment.reliability.conventions import least_cases
from throughcare.casework.assessment.reliability.counts import counts_of
from throughcare.casework.assessment.reliability.cross_table import cross_table
from throughcare.casework.assessment.reliability.estimates import Undefined, Why
from throughcare.casework.assessment.reliability.grid import grid_of_cases
from throughcare.casework.assessment.reliability.measures import Measure, measures_of
from throughcare.casework.assessment.reliability.ratings import ItemRatings, double_rated
from throughcare.casework.assessment.reliability.results import Agreement, Coefficient, RawTable

if TYPE_CHECKING:
    from throughcare.casework.assessment.reliability.grid import Grid


def agreement_on(given: ItemRatings) -> RawTable | Agreement:
    """How far raters agree on the item.

    Only double-rated cases count. The same ratings give the same figures, in whatever order they
    are handed in and whatever the cases are called. The first call in a process with enough cases
    takes seconds to import the libraries: call it from a job.
    """
    counts, table = counts_of(given), cross_table(given)
    needed = int(least_cases().value)
    if counts.cases < needed:
        return RawTable(given.item, counts, table, needed)
    grid = _grid(given)
    found = {one.name: _published(one, grid) for one in measures_of(given.scale)}
    return Agreement(given.item, counts, table, found)


def _grid(given: ItemRatings) -> Grid:
    # Sorted by what was rated and not by names of cases, which draws for an interval would follow.
    cases = sorted(double_rated(given).values(), key=lambda by: sorted(by.items()))
    return grid_of_cases(given.scale, cases)


def _published(measure: Measure, grid: Grid) -> Coefficient | Undefined:
    found = measure.estimate(grid)
    if isinstance(found, Undefined):
        return found
    if found.cases < least_cases().value:  # complete cases can be fewer than double-rated ones
        return Undefined(Why.TOO_FEW_COMPLETE)
    return Coefficient(found.value, found.interval, found.cases)
