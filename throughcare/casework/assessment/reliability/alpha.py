"""Krippendorff's alpha: any number of raters, missing ratings, every kind of scale.

Hayes and Krippendorff, Communication Methods and Measures 1:77-89, 2007.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from throughcare.casework.assessment.reliability.estimates import Estimate, Undefined, Why
from throughcare.casework.assessment.reliability.libraries import alpha_value
from throughcare.casework.assessment.reliability.resampled import interval_over_cases

if TYPE_CHECKING:
    from throughcare.casework.assessment.reliability.grid import Grid


def krippendorff_alpha(grid: Grid) -> Estimate | Undefined:
    """Of cases with two ratings or more, on the level of the scale; undefined without variation."""
    value = krippendorff_alpha_value(grid)
    if value is None:
        return Undefined(Why.NO_VARIATION)
    interval = interval_over_cases(
        grid.cases, lambda rows: krippendorff_alpha_value(grid.take(rows))
    )
    return Estimate(value, interval, int((grid.counts().sum(axis=1) > 1).sum()))


def krippendorff_alpha_value(grid: Grid) -> float | None:
    """The value alone, where it is defined."""
    import numpy as np

    if not grid.varies():
        return None
    return alpha_value(grid.counts(), np.array(grid.scale.values), grid.scale.kind.value)
