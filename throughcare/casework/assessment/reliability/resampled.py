"""A confidence interval by drawing cases anew: for coefficients whose library gives none.

The percentile interval of the bootstrap over cases, each drawn whole with all its ratings. Zapf and
others (2016) found that it covers as often as it says for Fleiss' kappa and Krippendorff's alpha,
where the asymptotic interval of Fleiss' kappa does not. SciPy's bootstrap does the same, but has no
place for a draw without a value.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from throughcare.casework.assessment.reliability.conventions import confidence, resampling
from throughcare.casework.assessment.reliability.estimates import (
    Interval,
    Undefined,
    Why,
    interval_of,
)

if TYPE_CHECKING:
    from throughcare.casework.assessment.reliability.grid import Whole


def interval_over_cases(
    cases: int, statistic: Callable[[Whole], float | None]
) -> Interval | Undefined:
    """The interval of a statistic of drawn cases (their numbers, from 0); None where undefined.

    Draws in which it is undefined are left out; when they are many, there is no interval.
    """
    import numpy as np

    by = resampling()
    draws = np.random.default_rng(by.seed).integers(0, cases, size=(by.times, cases))
    known = [value for rows in draws if (value := statistic(rows)) is not None]
    if 1 - len(known) / by.times > by.most_undefined:
        return Undefined(Why.NO_SPREAD)
    tail = (1 - confidence().value) / 2
    low, high = np.quantile(known, [tail, 1 - tail])
    return interval_of(float(low), float(high))
