"""ICC(2,1): two-way random, absolute agreement, a single rater.

Shrout and Fleiss, Psychological Bulletin 86:420-428, 1979, with their interval (Fleiss and Shrout,
Psychometrika 43:259-262, 1978). On an ordinal scale the steps count as 0, 1, 2 ..., equally far
apart, and the interval takes them for measured values: read it as a rough one.

Our own code: the library that has it brings 14 packages more (ADR 0035).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from throughcare.casework.assessment.reliability.conventions import confidence
from throughcare.casework.assessment.reliability.estimates import (
    Estimate,
    Interval,
    Undefined,
    Why,
    interval_of,
)
from throughcare.casework.assessment.reliability.libraries import f_quantile

if TYPE_CHECKING:
    from throughcare.casework.assessment.reliability.grid import Grid


@dataclass(frozen=True, slots=True)
class MeanSquares:
    """The two-way analysis of variance with one rating in each place."""

    cases: int
    raters: int
    between_cases: float
    between_raters: float
    rest: float


def icc_2_1(grid: Grid) -> Estimate | Undefined:
    """Of the cases that every rater rated. Undefined for fewer than two, and without variation."""
    by = mean_squares(grid)
    if by is None:
        return Undefined(Why.TOO_FEW_COMPLETE)
    value = _value(by)
    if value is None:
        return Undefined(Why.NO_VARIATION)
    return Estimate(value, _interval(by, value), by.cases)


def icc_2_1_value(grid: Grid) -> float | None:
    """The value alone, where it is defined."""
    by = mean_squares(grid)
    return None if by is None else _value(by)


def mean_squares(grid: Grid) -> MeanSquares | None:
    """Of the cases that every rater rated; None for fewer than two."""
    import numpy as np

    complete = grid.complete()
    n, k = complete.cases, complete.raters
    if n < 2:
        return None
    rated = np.array(grid.scale.values)[complete.marks]
    of_cases, of_raters = rated.mean(axis=1) - rated.mean(), rated.mean(axis=0) - rated.mean()
    rest = rated - rated.mean() - of_cases[:, None] - of_raters[None, :]
    return MeanSquares(
        cases=n,
        raters=k,
        between_cases=float(k * (of_cases**2).sum() / (n - 1)),
        between_raters=float(n * (of_raters**2).sum() / (k - 1)),
        rest=float((rest**2).sum() / ((n - 1) * (k - 1))),
    )


def _value(by: MeanSquares) -> float | None:
    n, k = by.cases, by.raters
    of_raters = k * (by.between_raters - by.rest) / n
    whole = by.between_cases + (k - 1) * by.rest + of_raters
    return (by.between_cases - by.rest) / whole if whole > 1e-12 else None


def _interval(by: MeanSquares, value: float) -> Interval | Undefined:
    n, k = by.cases, by.raters
    if by.rest < 1e-12:  # raters differ by nothing, or by the same step in every case
        return Undefined(Why.NO_SPREAD)
    ratio = by.between_raters / by.rest
    shared = n * (1 + (k - 1) * value) - k * value
    freedom = ((k - 1) * (n - 1) * (k * value * ratio + shared) ** 2) / (
        (n - 1) * (k * value * ratio) ** 2 + shared**2
    )
    share = (1 + confidence().value) / 2
    lower, upper = f_quantile(share, n - 1, freedom), f_quantile(share, freedom, n - 1)
    others = k * by.between_raters + (k * n - k - n) * by.rest
    return interval_of(
        n * (by.between_cases - lower * by.rest) / (lower * others + n * by.between_cases),
        n * (upper * by.between_cases - by.rest) / (others + n * upper * by.between_cases),
    )
