"""How much there is to compare, and how often raters gave the same code: no statistics yet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

from throughcare.casework.assessment.reliability.ratings import (
    ItemRatings,
    Unrated,
    double_rated,
)


@dataclass(frozen=True, slots=True)
class Counts:
    """Of one item.

    cases              with a code by at least two raters; all figures rest on these
    raters             who gave a code in one of them
    decisions          codes given in them
    cases_left_out     handed in with fewer than two codes
    rated, not_enough, does_not_apply, missing
                       answers of each kind, in all cases that were handed in
    percent_agreement  from 0 to 100: of the pairs of raters in a case, the share with one code, on
                       average over cases; None without a case. It takes no account of chance.
    """

    cases: int
    raters: int
    decisions: int
    cases_left_out: int
    rated: int
    not_enough: int
    does_not_apply: int
    missing: int
    percent_agreement: float | None

    @property
    def percent_not_enough(self) -> float | None:
        """From 0 to 100: of the answers that are a code or "not enough information", the latter.

        None when there is neither.
        """
        asked = self.rated + self.not_enough
        return 100 * self.not_enough / asked if asked else None


def counts_of(given: ItemRatings) -> Counts:
    """The counts of one item."""
    cases = double_rated(given)
    kinds = Counter(
        one.answer if isinstance(one.answer, Unrated) else None for one in given.ratings
    )
    agreed = [_agreed(list(by.values())) for by in cases.values()]
    return Counts(
        cases=len(cases),
        raters=len({rater for by in cases.values() for rater in by}),
        decisions=sum(map(len, cases.values())),
        cases_left_out=len({one.case for one in given.ratings}) - len(cases),
        rated=kinds[None],
        not_enough=kinds[Unrated.NOT_ENOUGH],
        does_not_apply=kinds[Unrated.DOES_NOT_APPLY],
        missing=kinds[Unrated.MISSING],
        percent_agreement=100 * sum(agreed) / len(agreed) if agreed else None,
    )


def _agreed(codes: list[int]) -> float:
    pairs = list(combinations(codes, 2))
    return sum(one == other for one, other in pairs) / len(pairs)
