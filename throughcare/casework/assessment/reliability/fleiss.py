"""Fleiss' kappa: several raters, not always the same, and as many for each case.

Psychological Bulletin 76:378-382, 1971. It takes no account of an order of codes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from throughcare.casework.assessment.reliability.estimates import Estimate, Undefined, Why
from throughcare.casework.assessment.reliability.libraries import fleiss_value
from throughcare.casework.assessment.reliability.resampled import interval_over_cases

if TYPE_CHECKING:
    from throughcare.casework.assessment.reliability.grid import Grid


def fleiss_kappa(grid: Grid) -> Estimate | Undefined:
    """Undefined for two raters, for unequal numbers of ratings in cases, and without variation."""
    if grid.raters < 3:
        return Undefined(Why.ONLY_TWO_RATERS)
    if not _is_even(grid):
        return Undefined(Why.UNEVEN)
    value = fleiss_kappa_value(grid)
    if value is None:
        return Undefined(Why.NO_VARIATION)
    interval = interval_over_cases(grid.cases, lambda rows: fleiss_kappa_value(grid.take(rows)))
    return Estimate(value, interval, grid.cases)


def fleiss_kappa_value(grid: Grid) -> float | None:
    """The value alone, where it is defined."""
    if grid.raters < 3 or not _is_even(grid) or not grid.varies():
        return None
    return fleiss_value(grid.counts())


def _is_even(grid: Grid) -> bool:
    ratings = grid.counts().sum(axis=1)
    return bool((ratings == ratings[0]).all() and ratings[0] > 1)
