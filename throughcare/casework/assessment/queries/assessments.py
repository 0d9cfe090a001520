"""Assessments of one person, for whoever reads the psychological file, and for each rater blind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from throughcare.access.gate import Leave
from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.assessment.assess_terms import OPEN, Advice, AssessmentState
from throughcare.casework.assessment.hold_assessment import PSY
from throughcare.casework.assessment.models import Assessment, Rating, Recommendation, Source
from throughcare.casework.people.files import ask_about, may_about, reading, subject_of
from throughcare.casework.rows.standing import rows_of
from throughcare.register.actions import record

P = TypeVar("P", Source, Recommendation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """One assessment as this viewer may see it now.

    `ratings`: by rater's account, each by item. `blind`: a part is kept back, as whoever rates sees
    neither the other rater's answers nor those of the last assessment until the own are given.
    """

    row: Assessment
    sources: Sequence[Source]
    ratings: Mapping[str, Mapping[str, Rating]]
    advice: Sequence[Recommendation]
    blind: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessments:
    """All assessments of a person, the latest first; `open`: the one that is not decided."""

    person_id: UUID
    may_write: bool
    open: Assessed | None
    earlier: Sequence[Assessed]

    def in_force(self, at: datetime) -> Assessed | None:
        """The approved one that may inform a decision at the moment; None where it has expired."""
        for one in self.earlier:
            until = one.row.valid_until
            if one.row.state == AssessmentState.APPROVED and until is not None and at < until:
                return one
        return None


@reading
def assessments_of(viewer: Viewer, person_id: UUID, *, at: datetime) -> Assessments:
    """Every assessment, blind where it must be. Leaves an entry. Raises NotThere or Refused."""
    leave = ask_about(viewer, Act.READ, PSY, person_id, at=at)
    whole = subject_of(person_id).person or person_id
    rows = list(rows_of(Assessment, whole, known_at=at).order_by("-begun_at", "-id"))
    me = str(viewer.account)
    rating = any(_rates(row, me) for row in rows)
    seen = [_assessed(row, me, rating=rating) for row in rows]
    _enter(viewer, leave, whole, rows, at=at)
    return Assessments(
        person_id=whole, may_write=may_about(viewer, Act.WRITE, PSY, whole, at=at),
        open=next((one for one in seen if one.row.state in OPEN), None),
        earlier=[one for one in seen if one.row.state not in OPEN],
    )  # fmt: skip


def _rates(row: Assessment, me: str) -> bool:
    """Whether the viewer is in the middle of rating it."""
    first = me == row.assessed_by and row.state == AssessmentState.PREPARING
    second = me == row.second_by and row.second_at is None
    return row.state in OPEN and (first or second)


def _assessed(row: Assessment, me: str, *, rating: bool) -> Assessed:
    """Of an open one whose raters have not both finished, each sees what is his or her own."""
    compared = row.second_at is not None or (not row.needs_second and not row.second_by)
    decided = row.state not in OPEN
    blind = rating if decided else not (compared and row.rated_at is not None)
    ratings = _ratings(row)
    advice = sorted(_parts(Recommendation, row), key=lambda one: (one.kind != Advice.HELP, one.due))
    if blind:
        ratings = {} if decided else {who: said for who, said in ratings.items() if who == me}
        advice = [one for one in advice if not decided and one.recorded_by == me]
        row = _without_judgement(row, keep=not decided and me == row.assessed_by)
    return Assessed(
        row=row, sources=_parts(Source, row) if not (blind and decided) else [],
        ratings=ratings, advice=advice, blind=blind,
    )  # fmt: skip


def _without_judgement(row: Assessment, *, keep: bool) -> Assessment:
    """The row for whoever must not see the other's final judgement. Never written back."""
    if not keep:
        row.judged, row.shared, row.strengths, row.gaps, row.confidence = {}, "", "", "", ""
    row.second_judged, row.consensus = {}, ""
    return row


def _parts(model: type[P], row: Assessment) -> list[P]:
    return list(
        model.objects.filter(assessment_id=row.first, stood_until=None).order_by(
            "recorded_at", "id"
        )
    )


def _ratings(row: Assessment) -> dict[str, dict[str, Rating]]:
    found: dict[str, dict[str, Rating]] = {}
    for one in Rating.objects.filter(assessment_id=row.first, stood_until=None).order_by("item"):
        found.setdefault(one.rater, {})[one.item] = one
    return found


def _enter(
    viewer: Viewer, leave: Leave, whole: UUID, rows: Sequence[Assessment], *, at: datetime
) -> None:
    record(
        event="read.assessments", by=str(viewer.account), role=leave.role, place=leave.place,
        at=at, happened_at=at, about=whole, compartment=PSY,
        content={"rows": [str(one.id) for one in rows]},
    )  # fmt: skip
