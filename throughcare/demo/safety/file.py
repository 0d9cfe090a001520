"""What every measure is written with: the person, the pen, who writes, and the clock of the prison.

Times are those of the wall of the prison: the rules count local days.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random
from zoneinfo import ZoneInfo

from throughcare.demo.chance import chance
from throughcare.demo.country import Country
from throughcare.demo.people import Person
from throughcare.demo.places import Establishment
from throughcare.demo.safety.hands import Hands, hands_at
from throughcare.demo.safety.pen import SafetyPen

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Clock:
    """The wall clock of a prison."""

    zone: ZoneInfo

    def at(self, day: date, hour: int, minute: int = 0) -> datetime:
        """That time of a local day."""
        return datetime.combine(day, time(hour, minute), self.zone).astimezone(UTC)

    def day_of(self, at: datetime) -> date:
        """The local day of a moment."""
        return at.astimezone(self.zone).date()

    def days(self, since: datetime, until: datetime) -> Iterator[date]:
        """Every local day that shares a moment with [since, until)."""
        day = self.day_of(since)
        while self.at(day, 0) < until:
            yield day
            day += DAY


@cache
def clock_of(zone: str) -> Clock:
    """The clock of a zone."""
    return Clock(ZoneInfo(zone))


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """The register of safety about one person, as it is being written at one prison.

    `cell`: the key of the place in which the person is kept; None where it is not known.
    """

    one: Person
    on: datetime
    hands: Hands
    clock: Clock
    source: Random
    pen: SafetyPen
    cell: int | None = field(default=None)

    def past(self, at: datetime) -> bool:
        """Whether it may be written already."""
        return at <= self.on


def file_of(
    made: Country, one: Person, *, where: Establishment | None = None, cell: str = ""
) -> File:
    """A file to write in, at the prison that holds the person or at another one."""
    there = where or one.establishment
    source = chance(made.seed, "safety", one.number, there.code)
    return File(
        one=one, on=made.on, hands=hands_at(made, there, one), source=source,
        clock=clock_of(there.region.zone), pen=SafetyPen(one.id, source),
        cell=made.keys_of_places[cell] if cell else None,
    )  # fmt: skip
