"""The meetings of the prisons where somebody sits in the team, and one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from throughcare.access.errors import NotThere
from throughcare.access.gate import Leave
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.people.files import entering
from throughcare.casework.rows.record import known
from throughcare.casework.team.house import (
    PLN,
    leave_in,
    posts_in_teams,
    was_there,
    wrote,
)
from throughcare.casework.team.models import (
    Attendance,
    Case,
    Contribution,
    Decision,
    Invited,
    Meeting,
)
from throughcare.casework.team.rules import office_of
from throughcare.casework.team.words import words_of
from throughcare.register.actions import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Somebody on the agenda whom the viewer reaches. `case` None: the plan is not the viewer's.

    `here`: still held in the prison of the meeting.
    """

    id: UUID
    person_id: UUID
    state: str
    here: bool
    case: Case | None
    said: Sequence[Contribution]
    decided: Sequence[Decision]


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A meeting as a member sees it. Whom the viewer does not reach is not in `items`.

    `may_write`: calls, brings people on the agenda, writes minutes. `may_sign`: was there and wrote
    nothing. `words`: the digest of the words shown, which a signature carries.
    """

    row: Meeting
    roles: Sequence[Role]
    agencies: Sequence[str]
    there: Sequence[Attendance]
    items: Sequence[Item]
    may_write: bool
    may_sign: bool
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedMeeting:
    """A meeting in a list. `mine`: the viewer is its chair, or a post of the viewer is invited."""

    row: Meeting
    mine: bool


def has_team(viewer: Viewer, *, at: datetime) -> bool:
    """Whether any post of the viewer sits in a team. Asked of the policy alone."""
    return bool(posts_in_teams(viewer, at=at))


def writes_in_team(viewer: Viewer, *, at: datetime) -> bool:
    """Whether any post of the viewer writes in a team. Asked of the policy alone."""
    return bool(posts_in_teams(viewer, at=at, write=True))


@entering
def meetings_for(
    viewer: Viewer, *, at: datetime, since: datetime, until: datetime
) -> Sequence[ListedMeeting]:
    """The meetings in [since, until) of the prisons where the viewer sits, the first first.

    Leaves an entry. About no person. Raises NotThere for whoever sits in no team.
    """
    posts = posts_in_teams(viewer, at=at)
    if not posts:
        raise NotThere
    rows = Meeting.objects.filter(
        stood_until=None, establishment__in={post.establishment for post in posts},
        meets_at__gte=since, meets_at__lt=until, recorded_at__lte=at,
    ).order_by("meets_at", "first")  # fmt: skip
    roles = {(post.establishment, post.role.value) for post in posts}
    invited = _invited(rows)
    found = [
        ListedMeeting(
            row=row,
            mine=row.chair == str(viewer.account)
            or any((row.establishment, one.role) in roles for one in invited[row.first]),
        )
        for row in rows
    ]
    leave = Leave(posts[0].role.value, posts[0].establishment)
    _enter(viewer, leave, "read.meetings", [row.row.first for row in found], at=at)
    return found


@entering
def meeting_of(viewer: Viewer, meeting_id: UUID, *, at: datetime) -> Met:
    """One meeting, for who sits in the team there: whom the viewer reaches, as far as that goes.

    Leaves an entry. Raises NotThere.
    """
    named = Meeting.objects.filter(id=meeting_id).first()
    if named is None:
        raise NotThere
    leave = leave_in(viewer, named.establishment, at=at)
    row = Meeting.objects.get(first=named.first, stood_until=None)
    # Before the words are read: what changes in between makes it the digest of others.
    words = words_of(row.first, at=at)
    invited = _invited([row])[row.first]
    writes = any(
        post.establishment == row.establishment
        for post in posts_in_teams(viewer, at=at, write=True)
    )
    found = Met(
        row=row, roles=[Role(one.role) for one in invited if one.role],
        agencies=[one.agency for one in invited if one.agency],
        there=list(Attendance.objects.filter(meeting=row.first, stood_until=None).order_by("id")),
        items=_items(row, at=at), may_write=writes,
        may_sign=writes and row.state == "held" and was_there(row, viewer.account)
        and not wrote(row, viewer.account),
        words=words,
    )  # fmt: skip
    _enter(viewer, leave, "read.meeting", [row.first, *(one.id for one in found.items)], at=at)
    return found


def seats_of(met: Met) -> Mapping[str, str]:
    """The office of each account that was there, or was not."""
    return {one.account: one.office for one in met.there}


def invites_me(met: Met, viewer: Viewer, *, at: datetime) -> bool:
    """Whether a post of the viewer there is invited."""
    return any(
        post.role in met.roles and office_of(post.role) is not None
        for post in posts_in_teams(viewer, at=at)
        if post.establishment == met.row.establishment
    )


def _items(row: Meeting, *, at: datetime) -> Sequence[Item]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT item, person, state, here FROM team_agenda(%s)", [row.first])
        agenda = cursor.fetchall()
    cases = {one.first: one for one in Case.objects.filter(known(at), meeting=row.first)}
    said = defaultdict[UUID, list[Contribution]](list)
    decided = defaultdict[UUID, list[Decision]](list)
    for words in Contribution.objects.filter(known(at), case__in=list(cases)).order_by("id"):
        said[words.case_id].append(words)
    for task in Decision.objects.filter(known(at), case__in=list(cases)).order_by("due_at", "id"):
        decided[task.case_id].append(task)
    return [
        Item(
            id=first, person_id=person, state=state, here=here, case=cases.get(first),
            said=said[first], decided=decided[first],
        )
        for first, person, state, here in agenda
    ]  # fmt: skip


def _invited(rows: Iterable[Meeting]) -> Mapping[UUID, list[Invited]]:
    found = defaultdict[UUID, list[Invited]](list)
    firsts = [row.first for row in rows]
    for one in Invited.objects.filter(meeting__in=firsts).order_by("id"):
        found[one.meeting_id].append(one)
    return found


def _enter(
    viewer: Viewer, leave: Leave, event: str, rows: Sequence[UUID], *, at: datetime
) -> None:  # fmt: skip
    record(
        event=event, by=str(viewer.account), role=leave.role, place=leave.place, happened_at=at,
        at=at, compartment=PLN, content={"rows": [str(one) for one in rows]},
    )  # fmt: skip
