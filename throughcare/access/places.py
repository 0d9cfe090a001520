"""Paths of places: the unit `north/a/2` lies within the establishment `north`."""

from __future__ import annotations

import re

from standards.places import holds
from throughcare.kernel.places import CODE


def within(place: str | None, outer: str) -> bool:
    """Whether a place is the outer one or lies in it. Nowhere lies in nothing."""
    return place is not None and bool(outer) and holds(outer, place)


def is_establishment(text: str) -> bool:
    """Whether it is the code of an establishment, and not a path into one."""
    return re.fullmatch(CODE, text) is not None
