"""Where a person lay from when to when: a new place ends the one before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from throughcare.casework.custody.models import Placement
from throughcare.demo.custody.pen import Pen
from throughcare.demo.row import new
from throughcare.demo.staff import Member


@dataclass(frozen=True, slots=True)
class Where:
    """Keys of the places by path, and how the id of a bed follows from its cell and number."""

    places: Mapping[str, int]
    bed: Callable[[str, int], UUID]


class Whereabouts:
    """The placements of one person, one after the other."""

    def __init__(self, pen: Pen, by: Member, where: Where) -> None:
        self._pen, self._by, self._where = pen, by, where
        self._now: Placement | None = None

    def lie(self, cell: str, bed: int | None, since: datetime) -> None:
        """In this cell from a moment on, in a bed or without one."""
        self.leave(since)
        row = new(
            Placement, place_id=self._where.places[cell], since=since,
            bed_id=None if bed is None else self._where.bed(cell, bed),
        )  # fmt: skip
        self._now = self._pen.put(row, by=self._by, at=since)

    def leave(self, at: datetime) -> None:
        """The place is left: its row is replaced by one that says until when."""
        if self._now is None:
            return
        ended = new(
            Placement,
            place_id=self._now.place_id,
            bed_id=self._now.bed_id,
            since=self._now.since,
            until=at,
        )
        self._pen.put(ended, by=self._by, at=at, replaces=self._now)
        self._now = None
