"""Where a person was, stretch by stretch, from stays and movements; and the same as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from throughcare.casework.custody.queries import Movement, Stay, Whereabouts
from throughcare.casework.custody.terms import LeftHow, MovementKind

WIDTH: Final = 1000  # units of the picture
_LEAST: Final = 4  # an hour at court is still seen beside ten years


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """In one place or away in [begins, ends). `how`: here, or the kind of the movement.

    `ended`: how the stay ended with it, empty where it goes on.
    """

    how: str
    place: str
    begins: datetime
    ends: datetime | None
    movement: Movement | None = None
    ended: str = ""

    @property
    def away(self) -> bool:
        """Not in a prison."""
        return self.how != "here"

    @property
    def label(self) -> str:
        """What it is, in words; empty for being here."""
        return str(MovementKind(self.how).label) if self.away else ""

    @property
    def movement_id(self) -> UUID | None:
        """The movement it comes from."""
        return self.movement.id if self.movement else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A stretch of the picture, in units; `row` 0 for a prison, 1 for away."""

    spell: Spell
    x: float
    width: float
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The line over time. Begins at the other side where the language runs from right to left."""

    bars: Sequence[Bar]
    begins: datetime
    ends: datetime


def spells_of(found: Whereabouts) -> list[Spell]:
    """The stretches, the earliest first. What lies outside of every stay is left out."""
    return [one for stay in found.stays for one in _of_stay(stay, found.movements)]


def picture_of(spells: Sequence[Spell], *, now: datetime, mirrored: bool) -> Picture | None:
    """The picture up to now or to the last end; None where there is nothing to draw."""
    if not spells:
        return None
    begins = spells[0].begins
    ends = max((one.ends or now for one in spells), default=now)
    whole = max((ends - begins).total_seconds(), 1.0)

    def bar(one: Spell) -> Bar:
        x = (one.begins - begins).total_seconds() / whole * WIDTH
        width = max(((one.ends or ends) - one.begins).total_seconds() / whole * WIDTH, _LEAST)
        x = min(x, WIDTH - width)
        x = WIDTH - x - width if mirrored else x
        return Bar(spell=one, x=abs(round(x, 1)), width=round(width, 1), row=int(one.away))

    return Picture(bars=[bar(one) for one in spells], begins=begins, ends=ends)


def _of_stay(stay: Stay, movements: Sequence[Movement]) -> Iterator[Spell]:
    place, since = stay.establishment, stay.admitted_at
    over = stay.left_at
    inside = [one for one in movements if since <= one.left_at and _before(one.left_at, over)]
    gone: datetime | None = since
    for move in inside:
        if gone is not None and gone < move.left_at:
            yield Spell(how="here", place=place, begins=gone, ends=move.left_at)
        yield Spell(
            how=move.kind, place=move.to_place, begins=move.left_at, ends=move.arrived_at,
            movement=move,
        )  # fmt: skip
        if move.kind == MovementKind.TRANSFER and move.arrived_at is not None:
            place = move.to_place
        gone = move.arrived_at
    if gone is not None and (over is None or gone < over):
        yield Spell(how="here", place=place, begins=gone, ends=over, ended=_ended(stay))


def _before(moment: datetime, end: datetime | None) -> bool:
    return end is None or moment <= end


def _ended(stay: Stay) -> str:
    return str(LeftHow(stay.left_how).label) if stay.left_how else ""
