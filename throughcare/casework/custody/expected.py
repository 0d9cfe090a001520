"""How many people should be found in a place: who lies there, without those who are away."""

from __future__ import annotations

from datetime import datetime

from throughcare.casework.custody.lying import Lying, lying_in, unplaced


def expected_in(node: str, *, at: datetime, known_at: datetime) -> Lying:
    """Everybody placed there; of a whole prison also those who lie nowhere. Behind the wall.

    What was written down only after the count, about the time of the count, counts: `known_at`.
    """
    placed = sum(lying_in(node, at=at, known_at=known_at).values(), Lying())
    return placed if "/" in node else placed + unplaced(node, at=at, known_at=known_at)
