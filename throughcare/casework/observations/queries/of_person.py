"""What was seen of one person, who the personal officer is, and when they met. Compartment PRG."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from throughcare.access.gate import Leave
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment, Role
from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.observations.last_contact import LastContact, last_contacts
from throughcare.casework.observations.models import Observation, OfficerContact, PersonalOfficer
from throughcare.casework.observations.sent import came_before
from throughcare.casework.observations.terms import Tone
from throughcare.casework.observations.values import late_after, waited_from
from throughcare.casework.people.files import ask_about, entering, may_about, reading, subject_of
from throughcare.casework.rows.record import Record
from throughcare.casework.rows.standing import rows_of
from throughcare.register.actions import record

PRG: Final = Compartment.PRG
R = TypeVar("R", bound=Record)
# To these an officer is an office: they read what was written, and not by whom.
FOR_THE_PERSON: Final = frozenset({Role.PRISONER, Role.DEFENCE_LAWYER})


@dataclass(frozen=True, slots=True)
class Seen:
    """An observation as it stands. `late`: it was written long after the act.

    `waited`: it was written in time on a device, and came when the line was back.
    """

    row: Observation
    late: bool
    waited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """Everything of the room about one person, the latest first.

    `own`: read by the person or the lawyer; then nothing says who wrote. `last`: the officer who
    holds now and the last meaningful contact.
    """

    person_id: UUID
    known_at: datetime
    own: bool
    may_write: bool
    seen: Sequence[Seen]
    contacts: Sequence[OfficerContact]
    officers: Sequence[PersonalOfficer]
    last: LastContact | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCounts:
    """How many of each kind were written of a month: entries, and no measure of anybody."""

    month: date
    positive: int = 0
    talk: int = 0
    concern: int = 0


@reading
def observations_of(
    viewer: Viewer, person_id: UUID, *, at: datetime, known_at: datetime | None = None
) -> Observed:
    """What was seen and said, for whoever reads the compartment in full, the person among them.

    Leaves an entry. Raises NotThere, Refused.
    """
    leave = ask_about(viewer, Act.READ, PRG, person_id, at=at)
    whole, then = subject_of(person_id).person or person_id, known_at or at
    own = Role(leave.role) in FOR_THE_PERSON
    seen = rows_of(Observation, whole, known_at=then).order_by("-seen_at", "-id")
    met = rows_of(OfficerContact, whole, known_at=then).order_by("-met_at", "-id")
    officers = rows_of(PersonalOfficer, whole, known_at=then).order_by("-since", "-id")
    found = Observed(
        person_id=whole, known_at=then, own=own,
        may_write=not own and may_about(viewer, Act.WRITE, PRG, whole, at=at),
        seen=[_seen(row, own=own) for row in seen],
        contacts=[_nameless(row) if own else row for row in met], officers=list(officers),
        last=last_contacts([whole], at=at).get(whole),
    )  # fmt: skip
    _enter(viewer, leave, whole, "read.observations", [str(one.row.id) for one in found.seen], at)
    return found


@entering
def sent_before(viewer: Viewer, keys: Collection[UUID], *, at: datetime) -> frozenset[UUID]:
    """Which of these entries the viewer's own account has written, and no word of them.

    Of whom it was is not asked: whoever was moved since was written of all the same.
    """
    return came_before(keys, str(viewer.account))


@entering
def observation_counts(
    viewer: Viewer, person_id: UUID, *, at: datetime, since: datetime
) -> list[MonthCounts]:
    """How many of each kind were written of each month from `since` on, empty months too.

    Months are those of the prison's calendar. Never a sum, a share or a trend. Leaves an entry.
    Raises NotThere, Refused.
    """
    leave = ask_about(viewer, Act.READ, PRG, person_id, at=at)
    about = subject_of(person_id)
    whole, zone = about.person or person_id, zone_of(about.establishment)
    rows = rows_of(Observation, whole, known_at=at).filter(seen_at__gte=since, seen_at__lte=at)
    counts = {month: dict.fromkeys(Tone.values, 0) for month in _months(since, at, zone)}
    for moment, tone in rows.values_list("seen_at", "tone"):
        counts[moment.astimezone(zone).date().replace(day=1)][tone] += 1
    _enter(viewer, leave, whole, "read.observation_counts", [], at)
    return [MonthCounts(month=month, **of) for month, of in counts.items()]


def _months(since: datetime, until: datetime, zone: ZoneInfo) -> list[date]:
    month = since.astimezone(zone).date().replace(day=1)
    last = until.astimezone(zone).date()
    found = []
    while month <= last:
        found.append(month)
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return found


def _seen(row: Observation, *, own: bool) -> Seen:
    written = row.written_at or row.recorded_at
    return Seen(
        _nameless(row) if own else row, late=written - row.seen_at > late_after(),
        waited=row.recorded_at - written > waited_from(),
    )  # fmt: skip


def _nameless(row: R) -> R:
    """The row without who wrote it. Never saved."""
    nameless = copy(row)
    nameless.recorded_by = ""
    return nameless


def _enter(
    viewer: Viewer, leave: Leave, whole: UUID, event: str, rows: list[str], at: datetime
) -> None:
    record(
        event=event, by=str(viewer.account), role=leave.role, place=leave.place, happened_at=at,
        at=at, about=whole, compartment=PRG, content={"rows": rows},
    )  # fmt: skip
