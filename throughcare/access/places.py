"""Paths of places: the unit `north/a/2` lies within the establishment `north`."""

from __future__ import annotations

from standards.places import holds


def within(place: str | None, outer: str) -> bool:
    """Whether a place is the outer one or lies in it. Nowhere lies in nothing."""
    return place is not None and bool(outer) and holds(outer, place)
