"""The ratings of an instrument: words with a short code. A code is a label and never a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from throughcare.casework.assessment.instruments.wording import Wording

NOT_ENOUGH: Final = "NI"
DOES_NOT_APPLY: Final = "NA"


@dataclass(frozen=True, slots=True)
class Rating:
    """One answer to an item. `sources`: on how many sources it must rest, 0 for no such rule."""

    code: str
    label: Wording
    meaning: Wording
    sources: int = 0

    @property
    def is_level(self) -> bool:
        """Whether it says how far something is so, and not that nobody knows or nobody need ask."""
        return self.code not in (NOT_ENOUGH, DOES_NOT_APPLY)


@dataclass(frozen=True, slots=True)
class Scale:
    """The ratings of a domain, in the order in which the file has them."""

    ratings: tuple[Rating, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code, in order."""
        return tuple(rating.code for rating in self.ratings)

    @property
    def levels(self) -> tuple[str, ...]:
        """The codes from the least to the most. Their order may be compared, never added up."""
        return tuple(rating.code for rating in self.ratings if rating.is_level)
