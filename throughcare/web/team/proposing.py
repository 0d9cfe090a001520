"""Whom the agenda proposes, and why: from what is due. It proposes, and a human being picks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.utils import timezone

from standards.instants import from_datetime, to_datetime
from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.assessment.queries import reviews_due
from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.custody.queries import release_due
from throughcare.casework.people.files import entering, held_where, may_about
from throughcare.casework.plans.queries import plan_reviews_due
from throughcare.casework.team import queries
from throughcare.casework.team.house import PLN
from throughcare.casework.team.rules import release_is_near, soon, spoken_about_every
from throughcare.casework.team.team_terms import Because
from throughcare.duties.queries import Wanted, called_at, no_plan, plans_called_at, read_morning

_MOST: Final = 200  # duties that are looked through; a prison that begins has very many


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """Somebody proposed for the agenda, with every reason, the first of the list first."""

    person_id: UUID
    because: Sequence[Because]


def proposals(viewer: Viewer, establishment: str, *, at: datetime) -> Sequence[Proposed]:
    """Those of the viewer's cases held there for whom something is due; the most reasons first.

    Nobody is ranked: whose reasons are as many stand in the order of their files.
    """
    cases = own_cases(viewer, establishment, at=at)
    found = defaultdict[UUID, set[Because]](set)
    for person, because in _plans(viewer, establishment, at=at).items():
        found[person].add(because)
    for person in called_at(viewer, establishment, at=at):
        found[person].add(Because.BOARD)
    for task in queries.open_tasks_at(viewer, establishment, at=at):
        found[task.person_id].add(Because.TASK)
    for person in _due_soon(viewer, establishment, at=at):
        found[person].add(Because.DUE)
    for person in _released_soon(viewer, establishment, at=at):
        found[person].add(Because.RELEASE)
    for person, why in _turns(viewer, establishment, cases, at=at).items():
        found[person] |= why
    return [
        Proposed(person_id=person, because=[one for one in Because if one in found[person]])
        for person in sorted(cases) if found[person]
    ]  # fmt: skip


def own_cases(viewer: Viewer, establishment: str, *, at: datetime) -> frozenset[UUID]:
    """The viewer's cases that are held there, and in whose plan the viewer writes."""
    return entering(_own_cases)(viewer, establishment, at=at)


def _own_cases(viewer: Viewer, establishment: str, *, at: datetime) -> frozenset[UUID]:
    assigned = {one.person for one in viewer.assigned if one.period.holds(at)}
    here = held_where(assigned).get(establishment, [])
    return frozenset(
        one for one in here if may_about(viewer, Act.WRITE, PLN, one, at=at)
    )  # fmt: skip


def _plans(viewer: Viewer, establishment: str, *, at: datetime) -> Mapping[UUID, Because]:
    """Who has no plan, whose plan is called for, and whose is to be looked at again soon."""
    soon_due = plan_reviews_due(viewer, establishment, at=at, until=at + soon())
    called = plans_called_at(viewer, establishment, at=at)
    missing = {person for person, calls in called.items() if no_plan(calls)}
    return {
        person: Because.NO_PLAN if person in missing else Because.PLAN
        for person in {*called, *(one.person for one in soon_due)}
    }


def _due_soon(viewer: Viewer, establishment: str, *, at: datetime) -> set[UUID]:
    """For whom a duty ends soon, or has ended, as far as the viewer may know of it."""
    tonight = timezone.localtime(at).replace(hour=23, minute=59, second=59)
    found = read_morning(
        viewer, establishment, at=at, tonight=tonight, horizon=at + soon(),
        wanted=Wanted(mine=True), first=0, most=_MOST,
    )  # fmt: skip
    return {one.person for one in found.rows if one.person is not None}


def _released_soon(viewer: Viewer, establishment: str, *, at: datetime) -> set[UUID]:
    last = release_is_near() // timedelta(days=1)
    found = release_due(viewer, establishment, at=at)
    return {row.person for row in found.rows if -row.days <= last}


def _turns(
    viewer: Viewer, establishment: str, cases: frozenset[UUID], *, at: datetime
) -> Mapping[UUID, set[Because]]:
    """Whose turn it is, by when they were last spoken about, and whose status is reviewed soon."""
    last = queries.last_spoken_about(viewer, cases, at=at)
    statuses = [one for one in reviews_due(viewer, at=at) if not one.of_level]
    marked = {one.person_id for one in statuses if one.vep}
    reviewed = {one.person_id for one in statuses if one.at <= at + soon()}
    zone = str(zone_of(establishment))
    found = defaultdict[UUID, set[Because]](set)
    for person in cases:
        if person in reviewed:
            found[person].add(Because.STATUS)
        spoken = last.get(person)
        if spoken is None or _next(spoken, zone, vep=person in marked) <= at + soon():
            found[person].add(Because.TURN)
    return found


def _next(spoken: datetime, zone: str, *, vep: bool) -> datetime:
    return to_datetime(spoken_about_every(vep=vep).after(from_datetime(spoken), zone), zone)
