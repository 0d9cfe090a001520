"""Cohen's kappa of two raters; on an ordered scale weighted by the square of the difference.

Cohen, Educational and Psychological Measurement 20:37-46, 1960; weighted: Psychological Bulletin
70:213-220, 1968. It falls when ratings cluster at one code, although the raters agree (the kappa
paradox): read it beside Gwet's coefficient.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from throughcare.casework.assessment.reliability.conventions import confidence
from throughcare.casework.assessment.reliability.estimates import (
    Estimate,
    Undefined,
    Why,
    interval_of,
)
from throughcare.casework.assessment.reliability.libraries import cohen, cohen_value

if TYPE_CHECKING:
    from throughcare.casework.assessment.reliability.grid import Grid, Real, Whole


def pair_kappa(grid: Grid) -> Estimate | Undefined:
    """Of the cases that both rated. Undefined for other than two raters, and without variation."""
    if grid.raters != 2:
        return Undefined(Why.NOT_TWO_RATERS)
    both = grid.complete()
    if not both.varies():
        return Undefined(Why.NO_VARIATION)
    value, low, high = cohen(_table(both), _values(both), confidence=confidence().value)
    return Estimate(value, interval_of(max(low, -1.0), high), both.cases)


def pair_kappa_value(grid: Grid) -> float | None:
    """The value alone, where it is defined."""
    both = grid.complete()
    if grid.raters != 2 or not both.varies():
        return None
    return cohen_value(_table(both), _values(both))


def _table(both: Grid) -> Whole:
    import numpy as np

    size = len(both.scale.codes)
    table: Whole = np.zeros((size, size), dtype=np.int64)
    np.add.at(table, (both.marks[:, 0], both.marks[:, 1]), 1)
    return table


def _values(grid: Grid) -> Real | None:
    import numpy as np

    return np.array(grid.scale.values) if grid.scale.has_order else None
