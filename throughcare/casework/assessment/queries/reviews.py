"""By when levels and statuses that hold are looked at again, in the files of the case staff."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from throughcare.access import gate
from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.assessment.classified import SIGNED, holding
from throughcare.casework.assessment.holding import PLN
from throughcare.casework.assessment.lasting import holding as status_holds
from throughcare.casework.assessment.models import Classification, Status
from throughcare.casework.assessment.queries.waiting import has_desk
from throughcare.casework.assessment.status_terms import VEP
from throughcare.casework.people.files import entering, whole_by_part, whose
from throughcare.casework.rows.record import known
from throughcare.register.actions import record


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDue:
    """A level or a status that holds, and its review. `vep`: it is a status of extremism."""

    person_id: UUID
    of_level: bool
    vep: bool
    at: datetime


@entering
def reviews_due(viewer: Viewer, *, at: datetime) -> Sequence[ReviewDue]:
    """Every review to come in the files where the viewer is of the case staff, the first first.

    Leaves an entry. Raises NotThere for everybody else.
    """
    leave = gate.standing(viewer, at=at)
    if not has_desk(viewer, at=at):
        raise NotThere
    mine = whose("person", viewer, PLN, Act.WRITE, at=at)
    levels = list(Classification.objects.filter(known(at), mine, state__in=sorted(SIGNED)))
    statuses = list(Status.objects.filter(known(at), mine, status_holds(at)))
    wholes = whole_by_part({row.person_id for row in (*levels, *statuses)})
    by_whole = defaultdict[UUID, list[Classification]](list)
    for row in levels:
        by_whole[wholes[row.person_id]].append(row)
    found = [
        ReviewDue(person_id=whole, of_level=True, vep=False, at=now.review_at)
        for whole, rows in by_whole.items()
        if (now := holding(rows, at)) is not None
    ]
    found += [
        ReviewDue(
            person_id=wholes[row.person_id], of_level=False, vep=row.kind in VEP, at=row.review_at
        )
        for row in statuses
    ]
    record(
        event="read.reviews_due", by=str(viewer.account), role=leave.role, place=leave.place,
        at=at, happened_at=at, compartment=PLN,
        content={"named": sorted({str(one.person_id) for one in found})},
    )  # fmt: skip
    return sorted(found, key=lambda one: (one.at, one.person_id))
