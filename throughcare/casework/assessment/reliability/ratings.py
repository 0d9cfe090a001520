"""What raters answered on one item of one tool: the input of the reliability desk."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum, auto

from throughcare.casework.assessment.reliability.errors import BadRatings
from throughcare.casework.assessment.reliability.scales import Scale


class Unrated(Enum):
    """An answer that is no rating. It is counted apart and never filled in."""

    NOT_ENOUGH = auto()  # "not enough information": a full answer
    DOES_NOT_APPLY = auto()
    MISSING = auto()  # nothing was written


@dataclass(frozen=True, slots=True)
class Rating:
    """What one rater answered for one case. Neither name is printed, so that no log keeps one."""

    case: str = field(repr=False)
    rater: str = field(repr=False)
    answer: str | Unrated


@dataclass(frozen=True, slots=True)
class ItemRatings:
    """All answers on one item of one tool.

    A rater answers for a case once. Not every rater need answer for every case.

    Raises BadRatings for a name that is empty, a code that the scale lacks, two answers of one
    rater for one case, and fewer than two raters.
    """

    tool: str
    item: str
    scale: Scale
    ratings: tuple[Rating, ...] = field(repr=False)

    def __post_init__(self) -> None:
        seen: dict[tuple[str, str], int] = {}
        for number, one in enumerate(self.ratings, start=1):
            self._check(number, one)
            first = seen.setdefault((one.case, one.rater), number)
            if first != number:
                raise BadRatings(
                    f"Ratings {first} and {number} are of one rater for one case.",
                    where=self._where,
                    remedy="Hand in the one that counts.",
                )
        if len({one.rater for one in self.ratings}) < 2:
            raise BadRatings(
                "Agreement needs at least two raters.",
                where=self._where,
                remedy="Hand in what a second rater answered for the same cases.",
            )

    def _check(self, number: int, one: Rating) -> None:
        if not one.case.strip() or not one.rater.strip():
            raise BadRatings(f"Rating {number} names no case or no rater.", where=self._where)
        if not isinstance(one.answer, Unrated) and one.answer not in self.scale.codes:
            raise BadRatings(
                f"Rating {number} has the code {one.answer!r}, which the scale does not have.",
                where=self._where,
                remedy=f"Its codes are {', '.join(self.scale.codes)}. What is none is an Unrated.",
            )

    @property
    def _where(self) -> str:
        return f"{self.tool}, {self.item}"


def double_rated(given: ItemRatings) -> dict[str, dict[str, int]]:
    """Position of the code by rater, by case: cases with at least two ratings only.

    Cases and raters come in the order of their names.
    """
    places = {code: place for place, code in enumerate(given.scale.codes)}
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for one in sorted(given.ratings, key=lambda one: (one.case, one.rater)):
        if not isinstance(one.answer, Unrated):
            found[one.case][one.rater] = places[one.answer]
    return {case: by for case, by in found.items() if len(by) > 1}
