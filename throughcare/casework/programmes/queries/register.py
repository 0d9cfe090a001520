"""The register of a group on a day, and entries that contradict each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.people.files import entering, whole_by_part, whose
from throughcare.casework.programmes.actions.register import need_day
from throughcare.casework.programmes.days import hours_of
from throughcare.casework.programmes.doors import members_of
from throughcare.casework.programmes.entries import Member
from throughcare.casework.programmes.house import PRG, desk_at, standing_row
from throughcare.casework.programmes.models import (
    Attendance,
    AttendanceConflict,
    Group,
    Programme,
    Session,
)
from throughcare.casework.rows.record import known


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A group on a day: who stands on it, within the viewer's reach."""

    group: Group
    programme: Programme
    on: date
    members: Sequence[Member]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenConflict:
    """Two entries of one person at one session. `stands`: what stands now, if anything does."""

    person_id: UUID
    session: Session
    group: Group
    later: AttendanceConflict
    stands: Attendance | None


@entering
def register_of(viewer: Viewer, group_id: UUID, on: date, *, at: datetime) -> Register:
    """Who may stand on the register of that day. Leaves an entry. Raises DayOff, NotThere."""
    group = standing_row(Group, group_id, at=at)
    desk = desk_at(viewer, group.place, Act.APPEND, at=at)
    need_day(group, on, at=at)
    begins, ends = hours_of(group, on)
    members = [
        one for one in members_of(group.first, on, at=at)
        if one.took_part(begins, ends, on, on) or one.written is not None
    ]  # fmt: skip
    desk.told("read.register", {"named": sorted(str(one.person) for one in members)})
    return Register(
        group=group, programme=standing_row(Programme, group.programme_id, at=at), on=on,
        members=members,
    )  # fmt: skip


@entering
def attendance_conflicts(viewer: Viewer, place: str, *, at: datetime) -> Sequence[OpenConflict]:
    """Every contradiction in a prison that the viewer may settle. Leaves an entry. NotThere."""
    desk = desk_at(viewer, place, Act.WRITE, at=at)
    mine = whose("person", viewer, PRG, Act.WRITE, at=at)
    rows = list(
        AttendanceConflict.objects.filter(known(at), mine, outcome="", session__place=place)
        .select_related("session").order_by("recorded_at", "id")
    )  # fmt: skip
    wholes = whole_by_part({row.person_id for row in rows})
    groups = {
        one.first: one
        for one in Group.objects.filter(
            first__in={row.session.group_id for row in rows}, stood_until=None
        )
    }
    desk.told("read.attendance_conflicts", {"named": sorted({str(one) for one in wholes.values()})})
    return [
        OpenConflict(
            person_id=wholes[row.person_id], session=row.session,
            group=groups[row.session.group_id], later=row,
            stands=Attendance.objects.filter(
                session=row.session_id, referral=row.referral_id, stood_until=None
            ).first(),
        )
        for row in rows
    ]  # fmt: skip
