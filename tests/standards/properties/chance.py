"""Small choices from a source of chance, so that Hypothesis or a seed may make them."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

Item = TypeVar("Item")


class Chance:
    """Draws by whole numbers only: Hypothesis can then shrink what a Random of its own gives."""

    def __init__(self, source: Random) -> None:
        self._source = source

    def number(self, low: int, high: int) -> int:
        """A whole number, both bounds included."""
        return low + self._source.randrange(high - low + 1)

    def pick(self, items: Sequence[Item]) -> Item:
        return items[self._source.randrange(len(items))]

    def often(self, percent: int) -> bool:
        """True in so many of a hundred cases; the plainer answer, False, is drawn as 0."""
        return self._source.randrange(100) >= 100 - percent

    def perhaps(self, percent: int, items: Sequence[Item]) -> Item | None:
        """One of the items in so many of a hundred cases, else None."""
        return self.pick(items) if self.often(percent) else None
