"""A meeting held for one change, and the right to it: a post in the prison where the team meets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.gate import Leave
from throughcare.access.matrix import matrix
from throughcare.access.policy import OWN_RIGHT, without_post
from throughcare.access.question import HeldPost, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import fresh_id
from throughcare.casework.people.rows import content_of
from throughcare.casework.team.errors import Locked
from throughcare.casework.team.models import Meeting
from throughcare.casework.team.models.house_row import HouseRow
from throughcare.casework.team.rules import sitting_roles
from throughcare.register.actions import record

PLN = Compartment.PLN


def posts_in_teams(viewer: Viewer, *, at: datetime, write: bool = False) -> Sequence[HeldPost]:
    """The posts in force that sit in a team; with `write` those whose holder writes the plan."""
    if without_post(viewer, at):
        return []
    return [
        post for post in viewer.posts
        if post.period.holds(at) and post.role in sitting_roles()
        and (not write or _writes(post))
    ]  # fmt: skip


def leave_in(viewer: Viewer, establishment: str, *, at: datetime, write: bool = False) -> Leave:
    """In which post the viewer sits in the team of this prison. Raises NotThere."""
    for post in posts_in_teams(viewer, at=at, write=write):
        if post.establishment == establishment:
            return Leave(post.role.value, post.establishment)
    raise NotThere


def held_meeting(meeting_id: UUID) -> Meeting:
    """The row of a meeting that stands now, locked; the id may be of an earlier one. NotThere.

    Always before a file is held, so that two who write do not wait for each other.
    """
    named = Meeting.objects.filter(id=meeting_id).values_list("first", flat=True).first()
    if named is None:
        raise NotThere
    # Where another wrote the next state while this one waited, the lock comes back with nothing.
    for _again in range(2):
        rows = Meeting.objects.select_for_update().filter(first=named, stood_until=None)
        standing = rows.first()
        if standing is not None:
            return standing
    raise NotThere


def need_state(meeting: Meeting, *states: str) -> None:
    """Refuse what may not be done with a meeting as it stands. Raises Locked."""
    if meeting.state in states:
        return
    if meeting.state in {"closed", "cancelled"}:
        raise Locked(
            _("this meeting is closed or cancelled: what it wrote down is locked"),
            remedy=_("write a correcting entry in the file: it points to the old one, which stays"),
        )
    raise Locked(
        _("the meeting does not stand so that this could be done"),
        remedy=_("look at the meeting as it stands now"),
    )


def put_in_house(
    row: HouseRow, *, by: Viewer, at: datetime, leave: Leave, event: str, happened_at: datetime,
    why: str = "", ends: HouseRow | None = None,
) -> None:  # fmt: skip
    """Write a row about a meeting, in place of another where one is given, with their entries."""
    if ends is not None:
        ends.stood_until = max(at, ends.recorded_at)
        ends.save(update_fields=["stood_until"])
        enter(ends, by=by, at=at, leave=leave, event="team.stood_until_now", happened_at=at)
    row.id = row.id or fresh_id(at)
    row.recorded_at, row.recorded_by = at, str(by.account)
    row.save(force_insert=True)
    enter(row, by=by, at=at, leave=leave, event=event, happened_at=min(happened_at, at), why=why)


def enter(
    row: HouseRow, *, by: Viewer, at: datetime, leave: Leave, event: str, happened_at: datetime,
    why: str = "",
) -> None:  # fmt: skip
    """The entry of a row about a meeting, as the row is now. About nobody."""
    record(
        event=event, by=str(by.account), role=leave.role, place=leave.place,
        happened_at=happened_at, at=at, compartment=PLN, table=row._meta.db_table,
        row=str(row.pk), why=why, content=content_of(row),
    )  # fmt: skip


def wrote(meeting: Meeting, account: int) -> bool:
    """Whether this human being, by any account, wrote a part of the minutes."""
    return _says("team_wrote", meeting, str(account))


def was_there(meeting: Meeting, account: int) -> bool:
    """Whether this human being, by any account, sat there."""
    return _says("team_was_there", meeting, str(account))


def reaches_all(meeting: Meeting) -> bool:
    """Whether whoever asks may write in each file on the agenda that is still held here."""
    return _says("team_all_reached", meeting)


def _says(door: str, meeting: Meeting, *more: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {door}({', '.join(['%s'] * (1 + len(more)))})", [meeting.first, *more]
        )
        return bool(cursor.fetchone()[0])


def _writes(post: HeldPost) -> bool:
    level = matrix().cells[post.role, PLN].level
    return Act.WRITE in level.lets and post.role not in OWN_RIGHT
