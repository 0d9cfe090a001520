"""Tasks: those of the viewer, those of a file, and those that are open in a prison."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from throughcare.access.gate import standing
from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.people.files import ask_about, entering, reading, subject_of
from throughcare.casework.rows.record import known
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.team.house import PLN
from throughcare.casework.team.models import Case, Decision, Meeting, Outcome
from throughcare.casework.team.own_tasks import Task, own_tasks
from throughcare.register.actions import record


@entering
def tasks_of(
    viewer: Viewer, *, at: datetime, until: datetime | None = None, ended: bool = False
) -> Sequence[Task]:
    """The viewer's own tasks that are due before `until`: what is late first, then by day.

    With `ended` those too of which it is written what came of them. Leaves an entry. Raises
    NotThere without a post.
    """
    leave = standing(viewer, at=at)
    found = [
        one for one in own_tasks(viewer)
        if (ended or not one.came) and (until is None or one.due_at < until)
    ]  # fmt: skip
    record(
        event="read.own_tasks", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, compartment=PLN, content={"rows": [str(one.id) for one in found]},
    )  # fmt: skip
    return sorted(found, key=lambda one: (not one.late(at=at), one.due_at, one.id))


@reading
def tasks_of_file(viewer: Viewer, person_id: UUID, *, at: datetime) -> Sequence[Task]:
    """The tasks of every closed meeting about a person, open ones first. NotThere, Refused.

    Leaves an entry.
    """
    leave = ask_about(viewer, Act.READ, PLN, person_id, at=at)
    whole = subject_of(person_id).person or person_id
    decided = list(rows_of(Decision, whole, known_at=at))
    found = _tasks(decided, at=at)
    record(
        event="read.tasks_of_file", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, about=whole, compartment=PLN,
        content={"rows": [str(one.id) for one in found]},
    )  # fmt: skip
    return found


@entering
def open_tasks_at(viewer: Viewer, establishment: str, *, at: datetime) -> Sequence[Task]:
    """Open tasks of earlier meetings of a prison, of people whose plan the viewer reads.

    Leaves an entry. Raises NotThere without a post.
    """
    leave = standing(viewer, at=at)
    there = Meeting.objects.filter(establishment=establishment, stood_until=None, state="closed")
    cases = Case.objects.filter(meeting__in=there.values("first"))
    rows = Decision.objects.filter(known(at), case__in=cases.values("id"))
    found = [one for one in _tasks(list(rows), at=at) if not one.came]
    record(
        event="read.open_tasks", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, compartment=PLN, content={"rows": [str(one.id) for one in found]},
    )  # fmt: skip
    return found


def _tasks(decided: Sequence[Decision], *, at: datetime) -> Sequence[Task]:
    cases = dict(
        Case.objects.filter(id__in={one.case_id for one in decided}).values_list("id", "meeting")
    )
    meetings = {
        one.first: one
        for one in Meeting.objects.filter(
            first__in=set(cases.values()), stood_until=None, state="closed"
        )
    }
    outcomes = Outcome.objects.filter(known(at), decision__in=[one.id for one in decided])
    ended = {one.decision_id: one for one in outcomes}
    found = []
    for one in decided:
        met, came = meetings.get(cases[one.case_id]), ended.get(one.id)
        if met is None or met.held_at is None:
            continue
        found.append(
            Task(
                id=one.id, person_id=one.person_id, meeting_id=met.first,
                establishment=met.establishment, words=one.words, due_at=one.due_at,
                decided_at=met.held_at, came=came.came if came else "",
                ended_at=came.ended_at if came else None, owner=one.owner,
            )
        )  # fmt: skip
    return sorted(found, key=lambda one: (bool(one.came), one.due_at, one.id))
