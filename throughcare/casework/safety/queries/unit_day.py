"""Who of a prison was separated on a day, and what is written of that day: all of it at once.

Whoever may only add learns that hours are written, and by whom, never which (the matrix: append
only). Whoever reads the register of separation in full sees the entries themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from throughcare.access import gate
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import entering, whole_by_part
from throughcare.casework.rows.record import known
from throughcare.casework.safety.day import PERIODS, DayWords
from throughcare.casework.safety.limits import full_days, joined_at, limit_on
from throughcare.casework.safety.models import Contact, HealthRequest, HealthVisit, OutOfCell
from throughcare.casework.safety.requests import Waiting, requests_of
from throughcare.casework.safety.spells import Known, separated_in, spells_of_all
from throughcare.casework.safety.terms import EntryTable
from throughcare.casework.safety.written_hours import standing_for
from throughcare.register.actions import record

_INSTANT: Final = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """One entry of the day. `since` is None for whoever may know only that it is written."""

    entry: EntryTable
    by: str
    since: datetime | None = None
    until: datetime | None = None
    kind: str = ""


@dataclass(slots=True, kw_only=True)
class PersonDay:
    """One person separated on that day. `day`: the day in a row that ran then."""

    person: UUID
    day: int
    since: datetime
    entered: list[Entered] = field(default_factory=list)
    asked: list[Waiting] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitDay:
    """Everybody separated in a prison on a day, the longest first. `whole`: read in full."""

    people: Sequence[PersonDay]
    whole: bool
    may_visit: bool


@entering
def unit_day(
    viewer: Viewer, establishment: str, *, begins: datetime, ends: datetime, at: datetime
) -> UnitDay:
    """The day [begins, ends) of a prison, for who adds to its register. Leaves an entry.

    Raises NotThere, Refused.
    """
    where = Subject(None, establishment)
    leave = gate.ask(viewer, Act.APPEND, Compartment.DIS, where, at=at)
    whole = gate.may(viewer, Act.READ, Compartment.DIS, where, at=at)
    near = separated_in(establishment, ended_after=begins, known_at=at)
    spells = spells_of_all(near, known_at=at)
    moment = min(at, ends - _INSTANT)
    found = {
        person: _counted(person, some, moment)
        for person, some in spells.items()
        if any(one.meets(begins, ends) and one.since <= moment for one in some)
    }
    if whole:
        _read(found, begins, ends, at)
    else:
        _told(found, begins, min(ends, at))
    for one in requests_of(sorted(found), known_at=at):
        if one.person in found and one.at < ends:
            found[one.person].asked.append(one)
    record(
        event="read.unit_day", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, compartment=Compartment.DIS,
        content={"named": sorted(str(one) for one in found)},
    )  # fmt: skip
    return UnitDay(
        people=sorted(found.values(), key=lambda one: (one.since, str(one.person))),
        whole=whole,
        may_visit=gate.may(viewer, Act.WRITE, Compartment.HLT, where, at=at),
    )


def _counted(person: UUID, spells: Sequence[Known], moment: datetime) -> PersonDay:
    begun = [one for one in spells if one.since <= moment]
    whole = joined_at([one.spell for one in begun], moment, limit_on(moment.date()).gap)
    first = min(one.since for one in begun)
    days = full_days(whole, moment) if whole else 0
    return PersonDay(person=person, day=days + 1, since=first)


def _read(
    found: Mapping[UUID, PersonDay], begins: datetime, ends: datetime, at: datetime
) -> None:  # fmt: skip
    whole_of = whole_by_part(sorted(found))
    within = {"person__in": list(whole_of)}
    for table, model in ((EntryTable.OUT_OF_CELL, OutOfCell), (EntryTable.CONTACT, Contact)):
        rows = model.objects.filter(known(at), since__lt=ends, until__gt=begins, **within)
        for row in rows.order_by("since"):
            found[whole_of[row.person_id]].entered.append(
                Entered(entry=table, by=row.recorded_by, since=row.since, until=row.until,
                        kind=getattr(row, "kind", ""))
            )  # fmt: skip
    for table, moment in ((EntryTable.HEALTH_VISIT, HealthVisit),
                          (EntryTable.HEALTH_REQUEST, HealthRequest)):  # fmt: skip
        happened = moment.objects.filter(known(at), at__gte=begins, at__lt=ends, **within)
        for one in happened.order_by("at"):
            found[whole_of[one.person_id]].entered.append(
                Entered(entry=table, by=one.recorded_by, since=one.at,
                        kind=getattr(one, "asked_by", ""))
            )  # fmt: skip


def _told(found: Mapping[UUID, PersonDay], begins: datetime, until: datetime) -> None:
    """That hours are written, and by whom: the door is asked about the whole day."""
    if until <= begins:
        return
    asked = [
        DayWords(person_id=one, entry=table, key=uuid4(), since=begins, until=until)
        for one in found
        for table in PERIODS
    ]
    stands = standing_for(asked, {one: one for one in found})
    for words in asked:
        for by in dict.fromkeys(one.by for one in stands[words.key]):
            found[words.person_id].entered.append(Entered(entry=words.entry, by=by))
