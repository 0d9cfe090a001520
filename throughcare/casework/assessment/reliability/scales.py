"""The codes that raters may give on one item, and what may be done with them.

A nominal scale has kinds without order, an ordinal one has steps, an interval one has numbers whose
differences mean something, a ratio one has a true nought as well.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from throughcare.casework.assessment.reliability.errors import BadScale


class Kind(StrEnum):
    """Level of measurement, by the names that Krippendorff's alpha knows too."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Scale:
    """At least two different codes; those of an ordered scale from low to high.

    `values` has one number for each code: 0, 1, 2 ... in the order of the codes for nominal (where
    they mean nothing) and ordinal scales, the numbers themselves for interval and ratio scales.
    """

    kind: Kind
    codes: tuple[str, ...]
    values: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.codes) < 2:
            raise BadScale("A scale needs at least two codes.", remedy="Give all codes.")
        if len(set(self.codes)) < len(self.codes) or not all(one.strip() for one in self.codes):
            raise BadScale("A scale has a code twice, or an empty one.")
        if len(self.values) != len(self.codes) or not all(map(math.isfinite, self.values)):
            raise BadScale("Each code of a scale needs a number.")
        if any(low >= high for low, high in pairwise(self.values)):
            raise BadScale("Two codes of a scale stand for one number, or are not in order.")
        if self.kind is Kind.RATIO and self.values[0] < 0:
            raise BadScale("A ratio scale has a true nought, so no number below it.")

    @property
    def has_order(self) -> bool:
        """Whether a near miss counts as less of a disagreement than a far one."""
        return self.kind is not Kind.NOMINAL


def nominal(codes: Sequence[str]) -> Scale:
    """Kinds without order, such as diagnoses. All codes, also those that nobody gave."""
    return Scale(Kind.NOMINAL, tuple(codes), _steps(codes))


def ordinal(codes: Sequence[str]) -> Scale:
    """Steps from low to high, such as 0, 1, 2 of a rated item."""
    return Scale(Kind.ORDINAL, tuple(codes), _steps(codes))


def interval(numbers: Mapping[str, float]) -> Scale:
    """Codes that stand for numbers, in any order."""
    return _of_numbers(Kind.INTERVAL, numbers)


def ratio(numbers: Mapping[str, float]) -> Scale:
    """Codes that stand for numbers with a true nought, in any order."""
    return _of_numbers(Kind.RATIO, numbers)


def _steps(codes: Sequence[str]) -> tuple[float, ...]:
    return tuple(float(step) for step in range(len(codes)))


def _of_numbers(kind: Kind, numbers: Mapping[str, float]) -> Scale:
    in_order = sorted(numbers, key=lambda code: numbers[code])
    return Scale(kind, tuple(in_order), tuple(float(numbers[code]) for code in in_order))
