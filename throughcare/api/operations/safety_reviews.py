"""To review a separation, to plan relief, to advise the director and to answer the advice."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from throughcare.api.schemas.separation import ReliefForm, SeparationReviewForm
from throughcare.api.schemas.separation_health import AdviceAnswerForm, AdviceForm
from throughcare.api.schemas.written import Written
from throughcare.api.statuses import making, named, took
from throughcare.casework.safety import actions

router = Router(tags=["separation"])

_OF_SPELL = "/people/{person}/separations/{separation}"


@router.post(f"{_OF_SPELL}/reviews", response=making(Written), **named("review_separation"))
def review_separation(
    request: HttpRequest, person: UUID, separation: UUID, said: SeparationReviewForm
) -> Status[Written]:
    """Somebody looked whether the separation must go on. Never who ordered it (Rule 45)."""
    call = took(request)
    row = actions.review_separation(
        by=call.viewer, at=call.at, person_id=person, separation_id=separation,
        reviewed_at=said.reviewed_at, reviewer=said.reviewer, reviewer_role=said.reviewer_role,
        independent=said.independent, outcome=said.outcome, reasons=said.reasons,
        next_review_at=said.next_review_at, why=said.why,
    )  # fmt: skip
    return Status(201, Written(id=row.id))


@router.post(f"{_OF_SPELL}/relief", response=making(Written), **named("plan_relief"))
def plan_relief(
    request: HttpRequest, person: UUID, separation: UUID, said: ReliefForm
) -> Status[Written]:
    """What is done so that the separation harms less (Rule 38(2))."""
    call = took(request)
    row = actions.plan_relief(
        by=call.viewer, at=call.at, person_id=person, separation_id=separation,
        planned_at=said.planned_at, measures=said.measures, why=said.why,
    )  # fmt: skip
    return Status(201, Written(id=row.id))


@router.post("/people/{person}/advice", response=making(Written), **named("advise_director"))
def advise_director(request: HttpRequest, person: UUID, said: AdviceForm) -> Status[Written]:
    """Health staff tell the director: end it, ease it, it harms (Rule 46)."""
    call = took(request)
    row = actions.advise_director(
        by=call.viewer, at=call.at, person_id=person, said_at=said.said_at, advice=said.advice,
        said_by=said.said_by, measures=said.measures, why=said.why,
    )  # fmt: skip
    return Status(201, Written(id=row.id))


@router.post(
    "/people/{person}/advice/{advice}/answer", response=making(Written), **named("answer_advice")
)
def answer_advice(
    request: HttpRequest, person: UUID, advice: UUID, said: AdviceAnswerForm
) -> Status[Written]:
    """The director decides on advice of health staff, with reasons in writing (Rule 46)."""
    call = took(request)
    row = actions.answer_advice(
        by=call.viewer, at=call.at, person_id=person, advice_id=advice, decided_at=said.decided_at,
        decision=said.decision, reasons=said.reasons, why=said.why,
    )  # fmt: skip
    return Status(201, Written(id=row.id))
