"""Ratings laid out for computing: a row for each case, a column for each rater.

NumPy is imported where it is used: whoever only reads a raw table does not wait for it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from throughcare.casework.assessment.reliability.errors import BadRatings
from throughcare.casework.assessment.reliability.scales import Scale

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]
    Real = NDArray[np.float64]
    Flags = NDArray[np.bool_]

NONE: Final = -1  # no rating


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """`marks`, cases by raters: the position of the code on the scale, or NONE."""

    scale: Scale
    marks: Whole

    @property
    def cases(self) -> int:
        """Rows."""
        return int(self.marks.shape[0])

    @property
    def raters(self) -> int:
        """Columns."""
        return int(self.marks.shape[1])

    def take(self, rows: Whole) -> Grid:
        """These rows, each as often as it is named."""
        return Grid(self.scale, self.marks[rows])

    def complete(self) -> Grid:
        """The cases that every rater rated."""
        return Grid(self.scale, self.marks[(self.marks != NONE).all(axis=1)])

    def counts(self) -> Whole:
        """Cases by codes: how many raters gave the code."""
        import numpy as np

        given: Whole = (self.marks[:, :, None] == np.arange(len(self.scale.codes))).sum(axis=1)
        return given

    def varies(self) -> bool:
        """Whether cases with two ratings or more have two codes or more among them."""
        counts = self.counts()
        used = counts[counts.sum(axis=1) > 1].sum(axis=0)
        return int((used > 0).sum()) > 1


def grid_of(scale: Scale, rows: Sequence[Sequence[str | None]]) -> Grid:
    """A grid of codes as they stand in a printed table; None where there is no rating.

    Raises BadRatings for codes that the scale lacks, rows of different lengths, fewer than two
    cases, a case without a rating, and when no case has two.
    """
    import numpy as np

    given = [sum(code is not None for code in row) for row in rows]
    if len(rows) < 2 or len({len(row) for row in rows}) != 1:
        raise BadRatings("Give two cases or more, each with a place for each rater.")
    if min(given) < 1 or max(given) < 2:
        raise BadRatings("Each case needs a rating, and one of them two.")
    places = {None: NONE} | {code: place for place, code in enumerate(scale.codes)}
    unknown = sorted({str(code) for row in rows for code in row if code not in places})
    if unknown:
        raise BadRatings(f"Codes that the scale does not have: {', '.join(unknown)}")
    return Grid(scale, np.array([[places[code] for code in row] for row in rows], dtype=np.int64))


def grid_of_cases(scale: Scale, cases: Collection[Mapping[str, int]]) -> Grid:
    """A grid of positions by rater, one mapping for each case, in the order given.

    Columns are in the order of the raters' names, and only raters who gave a code have one.
    """
    import numpy as np

    raters = sorted({rater for by in cases for rater in by})
    rows = [[by.get(rater, NONE) for rater in raters] for by in cases]
    return Grid(scale, np.array(rows, dtype=np.int64).reshape(len(rows), len(raters)))
