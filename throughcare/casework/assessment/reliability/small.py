"""Which counts are too small to be shown, and which must go with them so that none is worked out.

A cell of one says that once two raters saw it so: whoever knows of the case knows whose it was.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeVar

Place = TypeVar("Place")


def few(count: int, fewest: int) -> bool:
    """Whether so many are too few to be shown. None at all may be said."""
    return 0 < count < fewest


def shown_or_none(count: int, fewest: int) -> int | None:
    """The count, or None where it is too small."""
    return None if few(count, fewest) else count


def hidden_of(cells: Mapping[Place, int], fewest: int) -> Collection[Place]:
    """The cells of a table, whose whole is shown, that are hidden.

    The small ones, and of the others the smallest, until together they are not few: so never one
    alone, which would be the whole without the rest.
    """
    hidden = [place for place, count in cells.items() if few(count, fewest)]
    others = sorted((one for one in cells if one not in hidden), key=lambda one: cells[one])
    for another in others:
        together = sum(cells[place] for place in hidden)
        if not few(together, fewest):
            break
        hidden.append(another)
    return hidden
