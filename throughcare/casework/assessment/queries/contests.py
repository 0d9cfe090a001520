"""What the person said against assessments, in own words, for readers of the plan."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.assessment.holding import PLN
from throughcare.casework.assessment.models import AssessmentContest
from throughcare.casework.people.files import ask_about, reading, subject_of
from throughcare.casework.rows.standing import rows_of
from throughcare.register.actions import record


@reading
def contests_of(viewer: Viewer, person_id: UUID, *, at: datetime) -> list[AssessmentContest]:
    """Every contest of an assessment, the latest first. Leaves an entry. NotThere, Refused."""
    leave = ask_about(viewer, Act.READ, PLN, person_id, at=at)
    whole = subject_of(person_id).person or person_id
    rows = list(rows_of(AssessmentContest, whole, known_at=at).order_by("-contested_at", "-id"))
    record(
        event="read.contests", by=str(viewer.account), role=leave.role, place=leave.place, at=at,
        happened_at=at, about=whole, compartment=PLN,
        content={"rows": [str(one.id) for one in rows]},
    )  # fmt: skip
    return rows
