"""What the person was told of assessments: on the page, and on paper to keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from throughcare.access.errors import NotThere
from throughcare.access.gate import Leave
from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.assessment.assess_terms import AssessmentState
from throughcare.casework.assessment.for_the_person import reads_report
from throughcare.casework.assessment.hold_assessment import PSY
from throughcare.casework.assessment.queries.shared import Advised
from throughcare.casework.people.files import ask_about, may_about, reading, subject_of
from throughcare.register.actions import record


@dataclass(frozen=True, slots=True)
class KeptBack:
    """That a part is kept back: why, by whose decision, and when that is looked at again.

    It has no place for what the part says, nor for which it is.
    """

    why: str
    decided_by: str
    review: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Once that the person was told: the summary, and what he or she said to it."""

    told_at: datetime
    language: str
    how: str
    summary: str
    comment: str
    kept_back: KeptBack | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that the person may read of one assessment, the latest telling first. No rating.

    `id`: its first row. `own_view`: what the person said while it was made.
    """

    id: UUID
    state: str
    purpose: str
    extent: str
    tool: str
    tool_version: str
    approved_at: datetime
    valid_until: datetime
    rated_twice: bool
    took_part: str
    own_view: str
    strengths: str
    advice: Sequence[Advised]
    tellings: Sequence[Telling]

    def counts_at(self, at: datetime) -> bool:
        """Whether it may inform a decision at the moment."""
        return self.state == AssessmentState.APPROVED and at < self.valid_until


@reading
def reports_of(viewer: Viewer, person_id: UUID, *, at: datetime) -> Sequence[Report]:
    """Of each assessment that the person was told of, the latest first. Leaves an entry.

    Raises NotThere or Refused.
    """
    leave, whole = _asked(viewer, person_id, at=at)
    found = _reports(whole, at)
    _enter("read.assessment_reports", viewer, leave, whole, at=at, assessments=found)
    return found


@reading
def report_to_print(
    viewer: Viewer, person_id: UUID, assessment_id: UUID, *, language: str, at: datetime
) -> Report:
    """The report of one assessment, in a language, on paper. Leaves an entry.

    Raises NotThere, also for an assessment of which the person was not told yet, or Refused.
    """
    leave, whole = _asked(viewer, person_id, at=at)
    found = next((one for one in _reports(whole, at) if one.id == assessment_id), None)
    if found is None:
        raise NotThere
    _enter(
        "read.assessment_report_printed", viewer, leave, whole, at=at, assessments=[found],
        language=language,
    )  # fmt: skip
    return found


def _asked(viewer: Viewer, person_id: UUID, *, at: datetime) -> tuple[Leave, UUID]:
    may = reads_report(lambda act, code: may_about(viewer, act, code, person_id, at=at))
    act = Act.READ_REDACTED if may else Act.READ
    leave = ask_about(viewer, act, PSY, person_id, at=at)
    return leave, subject_of(person_id).person or person_id


def _reports(whole: UUID, at: datetime) -> list[Report]:
    tellings, advice = _rows("tellings", whole, at), _rows("advice_told", whole, at)
    return [
        Report(
            **row, tellings=[_telling(one) for one in tellings if one["assessment"] == row["id"]],
            advice=[_advised(one) for one in advice if one["assessment"] == row["id"]],
        )
        for row in _rows("reports", whole, at)
    ]  # fmt: skip


def _rows(door: str, whole: UUID, at: datetime) -> list[dict[str, Any]]:
    """What a door of the database lets through."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM assessment_{door}(%s, %s)", [whole, at])
        names = [one.name for one in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _telling(row: dict[str, Any]) -> Telling:
    kept = KeptBack(row["withheld_why"], row["withheld_by"], row["withheld_review"])
    said = ("told_at", "language", "how", "summary", "comment")
    return Telling(
        **{name: row[name] for name in said}, kept_back=kept if row["kept_back"] else None
    )  # fmt: skip


def _advised(row: dict[str, Any]) -> Advised:
    return Advised(*(row[name] for name in ("kind", "what", "reason", "owner", "due", "lesser")))


def _enter(
    event: str, viewer: Viewer, leave: Leave, whole: UUID, *, at: datetime,
    assessments: Sequence[Report], **more: str,
) -> None:  # fmt: skip
    record(
        event=event, by=str(viewer.account), role=leave.role, place=leave.place, at=at,
        happened_at=at, about=whole, compartment=PSY,
        content={"assessments": [str(one.id) for one in assessments], **more},
    )  # fmt: skip
