"""An assessment by psychologists who are certified for the generic tool, step by step."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from tests.casework.assessment.made import AT, DAY, DIRECTOR, assigned
from tests.casework.custody.made import ADMISSIONS
from tests.staff import see_no_rows
from throughcare.access.models import Account
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.assessment import actions
from throughcare.casework.assessment.extent import domains_of
from throughcare.casework.assessment.models import Assessment
from throughcare.casework.assessment.tools import scales_of, tool
from throughcare.casework.custody import actions as custody
from throughcare.casework.custody.terms import Status
from throughcare.service.training.actions import record_certificate

GENERIC = "tc-generic"
ASSESSOR, SECOND_RATER, APPROVER = 941, 942, 943
NOW = AT + 4 * DAY
JUDGED: dict[str, Any] = {
    "formulation": "Debts led here; a new wing set it off; contact with his sister helps.",
    "scenarios": ["Another quarrel over debts; less likely with mediation."],
    "immediate_safety_concern": "none seen",
    "support_and_supervision_level": "ordinary",
    "confidence": "moderate",
}
SHARED: dict[str, Any] = {
    "shared": "Quarrels begin over debts.", "strengths": "Works steadily; his sister visits.",
    "gaps": "Nothing is known of the time before 2020.", "confidence": "moderate",
}  # fmt: skip


def certify(viewer: Viewer, *, passed_on: date | None = None, **more: Any) -> None:
    """A certificate for the generic tool, by the director."""
    record_certificate(
        by=DIRECTOR, at=AT, account=Account.objects.get(pk=viewer.account), topic="assessor",
        tool=tool(GENERIC).training.tool, passed_on=passed_on or date(2026, 2, 1),
        issued_by="Prison Academy", **more,
    )  # fmt: skip


def psychologist(person: UUID, account: int = ASSESSOR, *, certified: bool = True) -> Viewer:
    """Somebody who assesses, with a certificate or without."""
    known = Account.objects.filter(pk=account).exists()
    viewer = assigned(Role.PSYCHOLOGIST, account, person)
    if certified and not known:
        certify(viewer)
    return viewer


def sentenced(person: UUID, at: datetime = AT) -> UUID:
    """Tried, so that all domains may be asked."""
    custody.set_status(by=ADMISSIONS, at=at, person_id=person, value=Status.SENTENCED, since=at)
    see_no_rows()
    return person


def begun(person: UUID, *, by: Viewer | None = None, at: datetime = NOW, **more: Any) -> Assessment:
    """An assessment that has begun."""
    said: dict[str, Any] = {
        "purpose": "plan", "legal_basis": "article 9 of the prison act", "tool_id": GENERIC,
    }  # fmt: skip
    return actions.begin_assessment(
        by=by or psychologist(person), at=at, person_id=person, **{**said, **more}
    )


def rated(row: Assessment, by: Viewer, *, at: datetime = NOW, **codes: str) -> None:
    """Every item answered: the first of its scale, or the code named here."""
    instrument = tool(GENERIC)
    sources = two_sources(row, by, at=at)
    for item, scale in scales_of(instrument, domains_of(instrument, row.extent)).items():
        code = codes.get(item, scale.levels[0])
        cited = sources if code in scale.levels[1:] else []
        actions.rate(
            by=by, at=at, assessment_id=row.id, item=item, code=code, sources=cited,
            evidence="Seen twice on the wing." if cited else "",
        )  # fmt: skip


def two_sources(row: Assessment, by: Viewer, *, at: datetime = NOW) -> list[UUID]:
    """An interview and what staff saw."""
    return [
        actions.add_source(
            by=by, at=at, assessment_id=row.id, kind=kind, what="said so",
            dated=date(2026, 3, 1), reliability="first_hand",
        ).id
        for kind in ("interview", "observation")
    ]  # fmt: skip


def advised(row: Assessment, by: Viewer, kind: str = "help", **more: Any) -> None:
    """Something to be done."""
    said: dict[str, Any] = {
        "what": "mediation", "reason": "debts", "owner": "case manager", "due": date(2027, 1, 1),
        "lesser": "talks" if kind == "limit" else "",
    }  # fmt: skip
    actions.recommend(by=by, at=NOW, assessment_id=row.id, kind=kind, **{**said, **more})


def heard(row: Assessment, by: Viewer) -> None:
    """The person was invited and declined, which is a right."""
    actions.write_participation(by=by, at=NOW, assessment_id=row.id, took_part="declined")


def finished(person: UUID, *, by: Viewer | None = None, **codes: str) -> Assessment:
    """Rated whole by its assessor."""
    me = by or psychologist(person)
    row = begun(person, by=me)
    rated(row, me, **codes)
    heard(row, me)
    advised(row, me)
    return actions.finish_rating(by=me, at=NOW, assessment_id=row.id, judged=JUDGED, **SHARED)


def rated_twice(person: UUID, *, judged: dict[str, Any] | None = None, **codes: str) -> Assessment:
    """Rated by two, blind to one another."""
    row, other = finished(person), psychologist(person, SECOND_RATER)
    actions.begin_second_rating(by=other, at=NOW, assessment_id=row.id)
    rated(row, other, **codes)
    return actions.finish_second_rating(
        by=other, at=NOW, assessment_id=row.id, judged=judged or JUDGED
    )


def approved(person: UUID, at: datetime = NOW) -> Assessment:
    """Approved by a third."""
    row = rated_twice(person)
    return actions.approve_assessment(
        by=psychologist(person, APPROVER), at=at, assessment_id=row.id, why="complete and fair"
    )
