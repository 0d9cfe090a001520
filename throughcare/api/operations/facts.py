"""To state, verify, correct and strike out what is known of a person."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from throughcare.api.schemas.asked import (
    CorrectionForm,
    FactForm,
    ProofForm,
    StrikingForm,
)
from throughcare.api.schemas.said import value_of
from throughcare.api.schemas.written import FactWritten
from throughcare.api.statuses import changing, making, named, took
from throughcare.casework.people import actions
from throughcare.casework.people.queries import Fact

router = Router(tags=["facts"])


@router.post("/people/{person}/facts", response=making(FactWritten), **named("state_fact"))
def state_fact(request: HttpRequest, person: UUID, said: FactForm) -> Status[FactWritten]:
    """State a fact beside what is there."""
    call = took(request)
    fact = actions.state_fact(
        by=call.viewer, at=call.at, person_id=person, kind=said.fact.kind,
        value=value_of(said.fact), expected=said.expected, why=said.why,
    )  # fmt: skip
    return _new(fact)


@router.post("/facts/{fact}/verification", response=making(FactWritten), **named("verify_fact"))
def verify_fact(request: HttpRequest, fact: UUID, said: ProofForm) -> Status[FactWritten]:
    """Say that a stated fact was compared with a proof. The new row supersedes the old."""
    call = took(request)
    verified = actions.verify_fact(
        by=call.viewer, at=call.at, fact_id=fact, proof=said.proof, expected=said.expected,
        why=said.why,
    )  # fmt: skip
    return _new(verified)


@router.post("/facts/{fact}/correction", response=making(FactWritten), **named("correct_fact"))
def correct_fact(request: HttpRequest, fact: UUID, said: CorrectionForm) -> Status[FactWritten]:
    """Put a right value in the place of a wrong one, which stays readable."""
    call = took(request)
    corrected = actions.correct_fact(
        by=call.viewer, at=call.at, fact_id=fact, value=value_of(said.fact), why=said.why,
        expected=said.expected,
    )  # fmt: skip
    return _new(corrected)


@router.post(
    "/facts/{fact}/striking-out", response=changing(FactWritten), **named("strike_out_fact")
)
def strike_out_fact(request: HttpRequest, fact: UUID, said: StrikingForm) -> FactWritten:
    """Strike out a fact that should never have stood here. It stays readable."""
    call = took(request)
    struck = actions.void_fact(
        by=call.viewer, at=call.at, fact_id=fact, why=said.why, expected=said.expected
    )
    return FactWritten(id=struck.id, version=struck.voided_in or struck.made_in)


def _new(fact: Fact) -> Status[FactWritten]:
    return Status(201, FactWritten(id=fact.id, version=fact.made_in))
