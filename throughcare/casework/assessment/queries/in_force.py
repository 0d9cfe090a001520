"""Whose status holds now in a prison: what ran out is not there, though nobody wrote anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from throughcare.access import gate
from throughcare.access.matrix import matrix
from throughcare.access.places import within
from throughcare.access.policy import OWN_RIGHT
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment, Role, Scope
from throughcare.casework.assessment.lasting import holding
from throughcare.casework.assessment.models import Status
from throughcare.casework.assessment.queries.status import FOR_THE_PERSON, without_grounds
from throughcare.casework.people.files import entering, held_where, whole_by_part, whose
from throughcare.casework.rows.record import known
from throughcare.register.actions import record

PLN = Compartment.PLN


@entering
def in_force_at(
    viewer: Viewer, establishment: str, *, at: datetime
) -> Mapping[UUID, Sequence[Status]]:
    """The statuses that hold, of those held there whose plan the viewer reads in full.

    Leaves an entry. Raises NotThere, Refused: where no post of the viewer reads a plan.
    """
    leave = _leave(viewer, establishment, at)
    mine = whose("person", viewer, PLN, Act.READ, at=at)
    rows = list(Status.objects.filter(known(at), holding(at), mine).order_by("since", "id"))
    whole_of = whole_by_part({row.person_id for row in rows})
    here = set(held_where(set(whole_of.values())).get(establishment, ()))
    found: dict[UUID, list[Status]] = {}
    for row in rows:
        less = row.withheld_why != "" and Role(leave.role) in FOR_THE_PERSON
        if (whole := whole_of[row.person_id]) in here:
            found.setdefault(whole, []).append(without_grounds(row) if less else row)
    record(
        event="read.statuses_in_force", by=str(viewer.account), role=leave.role,
        place=leave.place, happened_at=at, at=at, compartment=PLN,
        content={"named": sorted(str(one) for one in found)},
    )  # fmt: skip
    return found


def _leave(viewer: Viewer, establishment: str, at: datetime) -> gate.Leave:
    """By the first post there that reads plans, be it of all or of own cases; else the refusal."""
    gate.standing(viewer, at=at)
    for post in viewer.posts:
        cell = matrix().cells[post.role, PLN]
        reads = Act.READ in cell.level.lets and post.role not in OWN_RIGHT
        there = cell.scope is Scope.SERVICE or within(establishment, post.establishment)
        if reads and there and post.period.holds(at):
            return gate.Leave(post.role.value, post.establishment)
    return gate.ask(viewer, Act.READ, PLN, Subject(None, establishment), at=at)
