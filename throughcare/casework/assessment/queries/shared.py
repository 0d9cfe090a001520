"""What colleagues read of an assessment: the one door through the wall of psychology."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.assessment.hold_assessment import PSY
from throughcare.casework.people.files import ask_about, reading, subject_of
from throughcare.register.actions import record


@dataclass(frozen=True, slots=True)
class Advised:
    """What should be done, why, by whom, until when; of a limit also what less was considered."""

    kind: str
    what: str
    reason: str
    owner: str
    due: date
    lesser: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """The shared formulation of the approved assessment that is valid now. No rating, no source."""

    shared: str
    strengths: str
    confidence: str
    gaps: str
    valid_until: datetime
    approved_at: datetime
    advice: Sequence[Advised]


@reading
def shared_of(viewer: Viewer, person_id: UUID, *, at: datetime) -> Shared | None:
    """What colleagues may know of the assessment in force; None where there is none.

    Leaves an entry. Raises NotThere or Refused.
    """
    leave = ask_about(viewer, Act.READ_REDACTED, PSY, person_id, at=at)
    whole = subject_of(person_id).person or person_id
    record(
        event="read.shared_formulation", by=str(viewer.account), role=leave.role,
        place=leave.place, at=at, happened_at=at, about=whole, compartment=PSY,
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM assessment_for_colleagues(%s, %s)", [whole, at])
        found = cursor.fetchone()
        cursor.execute("SELECT * FROM assessment_advice_for_colleagues(%s, %s)", [whole, at])
        advice = [Advised(*row) for row in cursor.fetchall()]
    if found is None:
        return None
    shared, strengths, confidence, gaps, valid_until, approved_at = found
    return Shared(
        shared=shared, strengths=strengths, confidence=confidence, gaps=gaps,
        valid_until=valid_until, approved_at=approved_at, advice=advice,
    )  # fmt: skip
