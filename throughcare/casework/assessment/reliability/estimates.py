"""What a computation comes to: a number with its interval, or why there is none. Never NaN.

An estimate may rest on any number of cases, so it is for computing only; what is published is a
Coefficient (results.py).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Why there is no number."""

    NO_VARIATION = "no_variation"  # all ratings are one code: nothing can be told from chance
    NO_SPREAD = "no_spread"  # too few disagreements to say how sure the coefficient is
    NOT_TWO_RATERS = "not_two_raters"  # a kappa for exactly two; others stand for more
    ONLY_TWO_RATERS = "only_two_raters"  # a kappa for more than two
    UNEVEN = "uneven"  # cases have different numbers of ratings
    TOO_FEW_COMPLETE = "too_few_complete"  # too few cases were rated by every rater


@dataclass(frozen=True, slots=True)
class Undefined:
    """No number, and why."""

    why: Why


@dataclass(frozen=True, slots=True)
class Interval:
    """A confidence interval, both ends included; how sure it is stands in conventions.yaml."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError(f"an interval from {self.low} to {self.high}")


@dataclass(frozen=True, slots=True)
class Estimate:
    """A coefficient as computed: at most 1, which is full agreement; 0 is agreement by chance.

    `cases` is how many it rests on.
    """

    value: float
    interval: Interval | Undefined
    cases: int

    def __post_init__(self) -> None:
        if not math.isfinite(self.value):
            raise ValueError("a coefficient that is no number")


def interval_of(low: float, high: float) -> Interval | Undefined:
    """The interval, cut off at 1, which no coefficient passes.

    One without width is none: it comes of ratings that (almost) always agree, and would claim that
    the next hundred cases must agree too.
    """
    high = min(high, 1.0)
    if not (math.isfinite(low) and math.isfinite(high)) or high - low < 1e-9:
        return Undefined(Why.NO_SPREAD)
    return Interval(low, high)
