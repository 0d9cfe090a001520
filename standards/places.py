"""Places: the tree establishment/premises/unit/cell, and which zone a record lies in."""

from __future__ import annotations

from collections.abc import Mapping

from standards.records import Place, Record

DEPTHS: Mapping[str, int] = {
    "establishment": 1,
    "closed_establishment": 1,
    "premises": 2,
    "unit": 3,
    "cell": 4,
}


def node_at(place: str, depth: int) -> str | None:
    """The node of the path at that depth; None if the path does not reach so deep."""
    parts = place.split("/")
    return "/".join(parts[:depth]) if len(parts) >= depth else None


def holds(node: str, place: str) -> bool:
    """Does the node hold the place (or is it the place)?"""
    return place == node or place.startswith(node + "/")


def zone_of_place(place: str, places: Mapping[str, Place]) -> str | None:
    """The zone written for the place or the nearest node above it."""
    while place:
        found = places.get(place)
        if found is not None and found.zone is not None:
            return found.zone
        place = place.rpartition("/")[0]
    return None


def zone_of(record: Record, places: Mapping[str, Place], default: str) -> str:
    """The zone in which the record's civil time is counted."""
    if record.zone is not None:
        return record.zone
    if record.place is not None and places:
        return zone_of_place(record.place, places) or default
    return default
