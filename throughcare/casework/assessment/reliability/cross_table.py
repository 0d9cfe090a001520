"""The raw table: how often one code met which other one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from throughcare.casework.assessment.reliability.ratings import ItemRatings, double_rated


@dataclass(frozen=True, slots=True)
class CrossTable:
    """Codes against codes, in the order of the scale. It names no case and no rater.

    `cells[row][column]` counts pairs of ratings of one case. The row is the code of the rater whose
    name comes first in order, the column that of the other: with two raters the usual cross table.
    With more, each pair of raters in a case counts once.
    """

    codes: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]

    @property
    def pairs(self) -> int:
        """All pairs of ratings; with two raters the number of cases."""
        return sum(map(sum, self.cells))


def cross_table(given: ItemRatings) -> CrossTable:
    """The table of one item, of any number of cases."""
    size = len(given.scale.codes)
    cells = [[0] * size for _ in range(size)]
    for by in double_rated(given).values():
        for row, column in combinations(by.values(), 2):
            cells[row][column] += 1
    return CrossTable(given.scale.codes, tuple(map(tuple, cells)))
