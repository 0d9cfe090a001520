"""To restrict contact, regime or property, to tell, review and end it; and to read all measures."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from throughcare.api.operations.custody_orders import KnownAt
from throughcare.api.schemas.measures import (
    FoundRestrictionForm,
    RestrictionEndForm,
    RestrictionForm,
    RestrictionReviewForm,
    RestrictionTellingForm,
)
from throughcare.api.schemas.measures_shown import MeasuresShown, measures_shown
from throughcare.api.schemas.written import Written
from throughcare.api.statuses import changing, making, named, reading, took
from throughcare.casework.safety import actions, queries

router = Router(tags=["restrictions"])


@router.get("/people/{person}/measures", response=reading(MeasuresShown), **named("read_measures"))
def read_measures(request: HttpRequest, person: UUID, known_at: KnownAt = None) -> MeasuresShown:
    """Restrictions, restraints and disciplinary cases of a person, with all that was done."""
    call = took(request)
    then = None if known_at is None else min(known_at, call.at)
    return measures_shown(queries.measures_of(call.viewer, person, at=call.at, known_at=then))


@router.post("/people/{person}/restrictions", response=making(Written), **named("restrict"))
def restrict(request: HttpRequest, person: UUID, said: RestrictionForm) -> Status[Written]:
    """Restrict contact, regime or property. It ends by itself. No rule lets anybody bar a family
    or reduce food.
    """
    call = took(request)
    row = actions.order_restriction(
        by=call.viewer, at=call.at, person_id=person, kind=said.kind, scope=said.scope,
        ground=said.ground, legal_ground=said.legal_ground, reasons=said.reasons,
        authority=said.authority, authority_role=said.authority_role, since=said.since,
        end_at=said.end_at, review_at=said.review_at, facts=said.facts, measures=said.measures,
        why=said.why,
    )  # fmt: skip
    return Status(201, Written(id=row.id))


@router.post(
    "/restrictions/{restriction}/telling", response=changing(Written), **named("tell_restriction")
)
def tell_restriction(
    request: HttpRequest, restriction: UUID, said: RestrictionTellingForm
) -> Written:
    """The person was told of a restriction, in which language, and how it can be challenged."""
    call = took(request)
    row = actions.tell_restriction(
        by=call.viewer, at=call.at, restriction_id=restriction, told_at=said.told_at,
        language=said.language, how=said.how, how_to_challenge=said.how_to_challenge,
    )  # fmt: skip
    return Written(id=row.id)


@router.post(
    "/restrictions/{restriction}/reviews", response=making(Written), **named("review_restriction")
)
def review_restriction(
    request: HttpRequest, restriction: UUID, said: RestrictionReviewForm
) -> Status[Written]:
    """Whether a restriction must go on. Never by who ordered it. One that ends, ends then."""
    call = took(request)
    row = actions.review_restriction(
        by=call.viewer, at=call.at, restriction_id=restriction, reviewed_at=said.reviewed_at,
        reviewer=said.reviewer, outcome=said.outcome, reasons=said.reasons,
        next_review_at=said.next_review_at,
    )  # fmt: skip
    return Status(201, Written(id=row.id))


@router.post(
    "/restrictions/{restriction}/end", response=changing(Written), **named("end_restriction")
)
def end_restriction(request: HttpRequest, restriction: UUID, said: RestrictionEndForm) -> Written:
    """End a restriction before its day."""
    call = took(request)
    row = actions.end_restriction(
        by=call.viewer, at=call.at, restriction_id=restriction, ended_at=said.ended_at,
        why=said.why,
    )  # fmt: skip
    return Written(id=row.id)


@router.post(
    "/people/{person}/found-restrictions", response=making(Written), **named("find_restriction")
)
def find_restriction(
    request: HttpRequest, person: UUID, said: FoundRestrictionForm
) -> Status[Written]:
    """A restriction that nobody could have ordered, as it was. Every rule still judges it."""
    call = took(request)
    row = actions.record_what_happened_restriction(
        by=call.viewer, at=call.at, person_id=person, kind=said.kind, scope=said.scope,
        ground=said.ground, since=said.since, found=said.found, said_by=said.said_by,
        end_at=said.end_at, ended_at=said.ended_at, legal_ground=said.legal_ground,
        reasons=said.reasons, facts=said.facts, measures=said.measures, authority=said.authority,
        authority_role=said.authority_role,
    )  # fmt: skip
    return Status(201, Written(id=row.id))
