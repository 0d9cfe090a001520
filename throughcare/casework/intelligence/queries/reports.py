"""The reports about a person, for the office of intelligence alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.intelligence.keys import need_key, opened
from throughcare.casework.intelligence.models import Answer, Report, Sealed
from throughcare.casework.intelligence.named import names_officer
from throughcare.casework.intelligence.queries.statements import SeenStatement, seen_statements
from throughcare.casework.intelligence.writing import enter_reading
from throughcare.casework.people.files import ask_about, reading, subject_of
from throughcare.casework.rows.standing import rows_of


@dataclass(frozen=True, slots=True)
class SeenReview:
    """That it was looked at again, and why it was kept."""

    at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class SeenAnswer:
    """The answer on an item: before what, as which statement, or why not."""

    at: datetime
    occasion: str
    shared_as: str
    why: str
    good_until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenReport:
    """A report that lives, whole. `words`: what `write_report` was given, by name."""

    item: UUID
    written_at: datetime
    written_by: str
    source_kind: str
    review_at: datetime
    expires_at: datetime
    words: Mapping[str, Any]
    reviews: Sequence[SeenReview]
    statements: Sequence[SeenStatement]
    answers: Sequence[SeenAnswer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """Those that live, the latest first. `may_answer`: the viewer is named for this prison."""

    person_id: UUID
    may_answer: bool
    seen: Sequence[SeenReport]


@reading
def reports_of(viewer: Viewer, person_id: UUID, *, at: datetime) -> Reports:
    """The reports about a person. Its entry names nobody: whom the office reads about is its own.

    Raises NoKey, NotThere, Refused.
    """
    leave = ask_about(viewer, Act.READ, Compartment.INT, person_id, at=at)
    need_key()
    whole = subject_of(person_id)
    id_ = whole.person or person_id
    seen = _seen(id_, at=at)
    enter_reading(
        "read.intelligence", viewer, leave.role, leave.place,
        {"person": id_, "rows": [one.item for one in seen]}, at=at,
    )  # fmt: skip
    return Reports(
        person_id=id_, may_answer=names_officer(whole.establishment, viewer, at=at), seen=seen
    )


def _seen(whole: UUID, *, at: datetime) -> list[SeenReport]:
    rows = rows_of(Report, whole, known_at=at).filter(state="live", expires_at__gt=at)
    standing = list(rows.order_by("-first"))
    items = [row.first for row in standing]
    words = _words(items, at)
    answers = defaultdict[UUID, list[Answer]](list)
    for answer in Answer.objects.filter(item__in=items, stood_until=None).order_by("-recorded_at"):
        answers[answer.item].append(answer)
    begun = {row.id: row for row in Report.objects.filter(id__in=items)}
    statements = seen_statements(whole, at=at, items=True)
    return [
        _report(row, begun[row.first], words, statements, answers[row.first])
        for row in standing
        if row.first in words
    ]


def _words(items: Sequence[UUID], at: datetime) -> dict[UUID, Sealed]:
    found = Sealed.objects.filter(item__in=items, words__gt="", expires_at__gt=at)
    return {one.id: one for one in found.order_by("recorded_at", "id")}


def _report(
    row: Report, begun: Report, words: Mapping[UUID, Sealed],
    statements: Sequence[SeenStatement], answers: Sequence[Answer],
) -> SeenReport:  # fmt: skip
    reviews = [
        SeenReview(one.recorded_at, opened(one.words, row=one.id)["why"])
        for one in words.values()
        if one.kind == "review" and one.item == row.first
    ]
    own = words[row.first]
    return SeenReport(
        item=row.first, written_at=begun.recorded_at, written_by=begun.recorded_by,
        source_kind=own.source_kind, review_at=row.review_at, expires_at=row.expires_at,
        words=opened(own.words, row=own.id), reviews=reviews,
        statements=[one for one in statements if one.item == row.first],
        answers=[_answer(one, words[one.id]) for one in answers if one.id in words],
    )  # fmt: skip


def _answer(row: Answer, sealed: Sealed) -> SeenAnswer:
    said = opened(sealed.words, row=sealed.id)
    return SeenAnswer(row.recorded_at, row.occasion, said["shared_as"], said["why"], row.good_until)
