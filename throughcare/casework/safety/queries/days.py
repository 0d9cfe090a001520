"""The days of a separation as they were written: hours out of the cell, contacts, visits."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from throughcare.access import gate
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.people.files import ask_about, entering, reading, subject_of
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.safety.contact_kinds import counts
from throughcare.casework.safety.models import Contact, HealthRequest, HealthVisit, OutOfCell
from throughcare.casework.safety.requests import Waiting, requests_of
from throughcare.register.actions import record

_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One local day. Minutes are of that day alone; `meaningful` of contacts that count."""

    day: date
    out_minutes: int
    contact_minutes: int
    meaningful_minutes: int
    out: Sequence[OutOfCell]
    contacts: Sequence[Contact]
    visits: Sequence[HealthVisit]
    requests: Sequence[HealthRequest]


@reading
def days_of(
    viewer: Viewer, person_id: UUID, *, first: date, last: date, at: datetime
) -> Sequence[Day]:
    """Each local day from the first to the last, also those without an entry. Leaves an entry.

    For who reads DIS in full. Raises NotThere, Refused.
    """
    leave = ask_about(viewer, Act.READ, Compartment.DIS, person_id, at=at)
    subject = subject_of(person_id)
    person, zone = subject.person or person_id, zone_of(subject.establishment)
    record(
        event="read.separation_day", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, about=person, compartment=Compartment.DIS,
    )  # fmt: skip
    begins, ends = _midnight(first, zone), _midnight(last + timedelta(days=1), zone)
    outs = list(rows_of(OutOfCell, person, known_at=at).filter(since__lt=ends, until__gt=begins))
    contacts = list(rows_of(Contact, person, known_at=at).filter(since__lt=ends, until__gt=begins))
    visits = list(rows_of(HealthVisit, person, known_at=at).filter(at__gte=begins, at__lt=ends))
    asked = list(rows_of(HealthRequest, person, known_at=at).filter(at__gte=begins, at__lt=ends))
    number = (last - first).days + 1
    return [
        _day(first + timedelta(days=one), zone, outs, contacts, visits, asked)
        for one in range(number)
    ]


@entering
def health_requests_waiting(
    viewer: Viewer, person_ids: Collection[UUID], *, at: datetime
) -> Sequence[Waiting]:
    """Who asked for health staff and has not been seen, within reach. Leaves an entry."""
    leave = gate.standing(viewer, at=at)
    found = requests_of(person_ids, known_at=at)
    record(
        event="read.health_requests", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, compartment=Compartment.DIS,
        content={"named": sorted({str(one.person) for one in found})},
    )  # fmt: skip
    return found


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone)


def _day(
    day: date, zone: ZoneInfo, outs: Sequence[OutOfCell], contacts: Sequence[Contact],
    visits: Sequence[HealthVisit], asked: Sequence[HealthRequest],
) -> Day:  # fmt: skip
    begins, ends = _midnight(day, zone), _midnight(day + timedelta(days=1), zone)
    out = [one for one in outs if one.since < ends and one.until > begins]
    met = [one for one in contacts if one.since < ends and one.until > begins]
    return Day(
        day=day, out_minutes=_minutes(out, begins, ends),
        contact_minutes=_minutes(met, begins, ends),
        meaningful_minutes=_minutes([one for one in met if counts(one.kind)], begins, ends),
        out=sorted(out, key=lambda one: one.since), contacts=sorted(met, key=lambda one: one.since),
        visits=sorted((one for one in visits if begins <= one.at < ends), key=lambda one: one.at),
        requests=sorted((one for one in asked if begins <= one.at < ends), key=lambda one: one.at),
    )  # fmt: skip


def _minutes(rows: Sequence[OutOfCell | Contact], begins: datetime, ends: datetime) -> int:
    """Whole minutes within the day. Rows of one kind never overlap."""
    return sum(int((min(one.until, ends) - max(one.since, begins)) / _MINUTE) for one in rows)
