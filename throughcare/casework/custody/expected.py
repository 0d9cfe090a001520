"""How many people should be found in a place: who lies there, without those who are away."""

from __future__ import annotations

from datetime import datetime

from throughcare.casework.custody.lying import Lying, lying_in, unplaced


def expected_in(node: str, *, at: datetime) -> Lying:
    """Everybody placed there; of a whole prison also those who lie nowhere. Behind the wall."""
    placed = sum(lying_in(node, at=at).values(), Lying())
    return placed if "/" in node else placed + unplaced(node, at=at)
