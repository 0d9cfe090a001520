"""A country small enough for a test, and the moment at which it stands."""

from __future__ import annotations

from datetime import UTC, datetime

from throughcare.demo.country import Country
from throughcare.demo.plan import Size

AT = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
PEOPLE = 160


def tiny(seed: int = 1) -> Country:
    """Three establishments, so that three languages meet."""
    return Country(seed, Size("tiny", PEOPLE, 3), AT)
