"""What the reliability desk says of one item: the raw table, or the table with coefficients.

It is about raters and an item. It names no case and no rater, and nobody has a score by it. Raters
who agree can both be wrong: agreement says nothing about what will happen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from throughcare.casework.assessment.reliability.conventions import least_cases
from throughcare.casework.assessment.reliability.counts import Counts
from throughcare.casework.assessment.reliability.cross_table import CrossTable
from throughcare.casework.assessment.reliability.errors import TooFewCases
from throughcare.casework.assessment.reliability.estimates import Interval, Undefined


class Name(StrEnum):
    """The coefficients."""

    COHEN_KAPPA = "cohen_kappa"  # two raters, nominal
    WEIGHTED_KAPPA = "weighted_kappa"  # two raters, ordered; quadratic weights
    FLEISS_KAPPA = "fleiss_kappa"  # more than two raters; takes no account of order
    GWET_AC1 = "gwet_ac1"  # nominal
    GWET_AC2 = "gwet_ac2"  # ordered; quadratic weights
    KRIPPENDORFF_ALPHA = "krippendorff_alpha"  # on the level of the scale
    ICC_2_1 = "icc_2_1"  # ordered; two-way random, absolute agreement, single rater


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A coefficient that may be shown: at most 1; 0 is agreement by chance.

    `cases` is how many double-rated cases it rests on. None can be made of fewer than the least
    (conventions.yaml): TooFewCases.
    """

    value: float
    interval: Interval | Undefined
    cases: int

    def __post_init__(self) -> None:
        refuse_fewer_than_least(self.cases)


@dataclass(frozen=True, slots=True)
class RawTable:
    """Of an item with fewer double-rated cases than `needed`. It has no place for a coefficient."""

    item: str
    counts: Counts
    table: CrossTable
    needed: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of an item with enough double-rated cases: each coefficient of its scale, or why not."""

    item: str
    counts: Counts
    table: CrossTable
    coefficients: Mapping[Name, Coefficient | Undefined]

    def __post_init__(self) -> None:
        refuse_fewer_than_least(self.counts.cases)


def refuse_fewer_than_least(cases: int) -> None:
    """Raise TooFewCases: what keeps a coefficient of too few cases from being made at all."""
    least = least_cases()
    if cases < least.value:
        raise TooFewCases(
            f"{cases} double-rated cases are too few for a coefficient: {least.value} are needed "
            f"({least.source}).",
            remedy="Show the raw table.",
        )
