"""How many people should be found in a place now, and what was counted before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.expected import expected_in
from throughcare.casework.custody.models import RollCount
from throughcare.casework.custody.place_entries import ask_at
from throughcare.casework.people import doors
from throughcare.casework.people.files import entering
from throughcare.kernel.models import Place

MOST: Final = 100  # counts of one page


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A count: how many there were, how many there should have been, what was done."""

    id: UUID
    path: str
    counted_at: datetime
    counted: int
    expected: int
    said: str
    recorded_by: str

    @property
    def difference(self) -> int:
        """People too many; below zero, too few."""
        return self.counted - self.expected


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """Who should be found in a place now, and the last counts in it and under it, newest first."""

    path: str
    placed: int
    away: int
    expected: int
    counts: Sequence[Counted]


@entering
def roll(viewer: Viewer, path: str, *, at: datetime) -> Roll:
    """The roll of a place: numbers only, with an entry. Raises NotThere, Refused, BadPlace."""
    leave = ask_at(viewer, Act.READ, path, at=at)
    if not Place.objects.in_use(at).filter(path=path).exists():
        raise NotThere
    lying = expected_in(path, at=at, known_at=at)
    rows = RollCount.objects.filter(
        place__in=Place.objects.within(path), recorded_at__lte=at
    ).select_related("place").order_by("-counted_at", "-id")[:MOST]  # fmt: skip
    counts = [
        Counted(
            id=one.id, path=one.place.path, counted_at=one.counted_at, counted=one.counted,
            expected=one.expected, said=one.said, recorded_by=one.recorded_by,
        )
        for one in rows
    ]  # fmt: skip
    doors.record(
        event="read.counts", by=viewer, leave=leave, at=at, why="", happened_at=at, about=None,
        compartment=Compartment.ID, content={"place": path, "counts": [one.id for one in counts]},
    )  # fmt: skip
    return Roll(
        path=path, placed=lying.people, away=lying.away, expected=lying.present, counts=counts
    )
