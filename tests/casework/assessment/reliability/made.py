"""Ratings made for these tests. A column is what one rater gave, case by case; "." is no rating."""

from __future__ import annotations

import random
from collections.abc import Sequence

from throughcare.casework.assessment.reliability import (
    Coefficient,
    Interval,
    ItemRatings,
    Rating,
    Scale,
    Unrated,
    ordinal,
)
from throughcare.casework.assessment.reliability.estimates import Estimate

STEPS = ordinal("012")


def rows_of(columns: Sequence[str]) -> list[list[str | None]]:
    """Cases by raters, from a string for each rater."""
    return [[None if code == "." else code for code in row] for row in zip(*columns, strict=True)]


def item(
    rows: Sequence[Sequence[str | None]],
    scale: Scale = STEPS,
    *,
    name: str = "item",
    tool: str = "tool",
    none: Unrated = Unrated.MISSING,
) -> ItemRatings:
    """What the desk is handed for these rows: raters a, b, c ... and cases by number."""
    ratings = (
        Rating(f"case-{number}", chr(ord("a") + column), none if code is None else code)
        for number, row in enumerate(rows)
        for column, code in enumerate(row)
    )
    return ItemRatings(tool, name, scale, tuple(ratings))


def noisy(
    cases: int, *, raters: int = 2, slips: float = 0.2, gaps: float = 0.0, seed: int = 1
) -> list[list[str | None]]:
    """Invented ratings on three steps: raters see one truth, slip at times, and leave gaps."""
    chance = random.Random(seed)
    rows: list[list[str | None]] = []
    while len(rows) < cases:
        true = chance.choice("012")
        row: list[str | None] = [
            chance.choice("012") if chance.random() < slips else true for _ in range(raters)
        ]
        row = [None if chance.random() < gaps else code for code in row]
        if sum(code is not None for code in row) > 1:
            rows.append(row)
    return rows


def ends(found: object) -> tuple[float, float]:
    """The two ends of the interval of an estimate or a coefficient that has one."""
    assert isinstance(found, Estimate | Coefficient)
    assert isinstance(found.interval, Interval)
    return found.interval.low, found.interval.high
