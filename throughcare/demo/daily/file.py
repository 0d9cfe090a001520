"""What daily life is written with: the person, who writes, the pen and the clock of the prison."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Final, TypeVar

from throughcare.access.terms import Role
from throughcare.casework.chaplaincy.models import EVERY as OF_RELIGION
from throughcare.casework.contact.models import Contact
from throughcare.casework.rows.record import Record
from throughcare.casework.work.models.versioned import Versioned
from throughcare.demo.chance import chance
from throughcare.demo.country import Country
from throughcare.demo.custody.pen import Pen
from throughcare.demo.custody.times import stays_of
from throughcare.demo.people import Person
from throughcare.demo.safety.file import DAY, HOUR, MINUTE, Clock, clock_of
from throughcare.demo.staff import Member

__all__ = ["DAY", "HOUR", "MINUTE", "DailyPen", "File", "file_of"]

R = TypeVar("R", bound=Record)
_RELIGION: Final = tuple(OF_RELIGION)


class DailyPen(Pen):
    """As that of custody; rows to which others point name their first version."""

    def put(self, row: R, *, by: Member, at: datetime, replaces: R | None = None) -> R:
        """Write a new row, in place of another where one is given."""
        super().put(row, by=by, at=at, replaces=replaces)
        if isinstance(row, Versioned):
            row.first = replaces.first if isinstance(replaces, Versioned) else row.id
        return row

    def compartment_of(self, row: Record) -> str:
        """Contact, religion, or programmes and work."""
        if isinstance(row, Contact):
            return "CON"
        return "REL" if isinstance(row, _RELIGION) else "PRG"


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """Daily life of one person at the prison that holds the person, as it is being written."""

    one: Person
    on: datetime
    since: datetime  # received
    reception: Member
    instructor: Member
    manager: Member
    chaplain: Member
    clock: Clock
    source: Random
    pen: DailyPen

    def ago(self, days: int, hour: int, minute: int = 0) -> datetime:
        """That hour of the local day so many days ago."""
        return self.clock.at(self.clock.day_of(self.on) - timedelta(days=days), hour, minute)

    def lasted(self, days: int) -> bool:
        """Whether the person has been here for longer than that."""
        return self.on - self.since > timedelta(days=days)


def file_of(made: Country, one: Person) -> File:
    """A file to write in."""
    there = one.establishment
    source = chance(made.seed, "daily", one.number)

    def hand(role: Role) -> Member:
        members = made.members_at(there.code, role)
        return members[one.number % len(members)]

    stay = stays_of(made.seed, there, one.number, on=made.on)[-1]
    return File(
        one=one, on=made.on, since=stay.admitted_at,
        reception=hand(Role.ADMISSIONS_OFFICER), instructor=hand(Role.TEACHER_INSTRUCTOR),
        manager=hand(Role.CASE_MANAGER), chaplain=hand(Role.CHAPLAIN),
        clock=clock_of(there.region.zone), source=source, pen=DailyPen(one.id, source),
    )  # fmt: skip
