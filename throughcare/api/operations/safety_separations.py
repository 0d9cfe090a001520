"""To order, continue and end a separation, to read the register, and how many days it has been."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from throughcare.api.asking import Why
from throughcare.api.fields import Establishment
from throughcare.api.operations.custody_orders import KnownAt
from throughcare.api.schemas.separation import (
    ContinuingForm,
    LettingOutForm,
    OrderWritten,
    SeparatingForm,
)
from throughcare.api.schemas.separation_shown import (
    DayCountShown,
    SeparatedShown,
    SeparationsShown,
    counter_shown,
    register_shown,
)
from throughcare.api.schemas.written import Written
from throughcare.api.statuses import changing, making, named, reading, took
from throughcare.casework.safety import actions, queries

router = Router(tags=["separation"])


@router.get(
    "/people/{person}/separations", response=reading(SeparationsShown), **named("read_separations")
)
def read_separations(
    request: HttpRequest, person: UUID, why: Why, known_at: KnownAt = None
) -> SeparationsShown:
    """The register of separation of a person: spells, orders, reviews, advice and answers."""
    call = took(request)
    then = None if known_at is None else min(known_at, call.at)
    found = queries.separations_of(call.viewer, person, at=call.at, known_at=then, why=why)
    return register_shown(found)


@router.get(
    "/people/{person}/separation-count", response=reading(DayCountShown),
    **named("count_separation"),
)  # fmt: skip
def count_separation(request: HttpRequest, person: UUID) -> DayCountShown:
    """How many days in a row a person has been separated, whatever the ground, cell or prison."""
    call = took(request)
    found = queries.counter_of(call.viewer, person, at=call.at)
    return DayCountShown(count=counter_shown(found, at=call.at) if found else None)


@router.get(
    "/establishments/{establishment}/separated", response=reading(SeparatedShown),
    **named("list_separated"),
)  # fmt: skip
def list_separated(request: HttpRequest, establishment: Establishment) -> SeparatedShown:
    """Who is separated in a prison, the longest first."""
    call = took(request)
    found = queries.separated_at(call.viewer, establishment, at=call.at)
    return SeparatedShown(
        at=call.at, separated=[counter_shown(one, at=call.at) for one in found]
    )  # fmt: skip


@router.post("/people/{person}/separations", response=making(OrderWritten), **named("separate"))
def separate(request: HttpRequest, person: UUID, said: SeparatingForm) -> Status[OrderWritten]:
    """Keep a person apart, on an order. Refused beyond the limit, and for whom a rule protects."""
    call = took(request)
    order = actions.order_separation(
        by=call.viewer, at=call.at, person_id=person, kind=said.kind, order=said.order.as_words(),
        since=said.since, why=said.why,
    )  # fmt: skip
    return Status(201, OrderWritten(id=order.id, separation=order.separation_id))


@router.post(
    "/people/{person}/separations/{separation}/orders", response=making(OrderWritten),
    **named("continue_separation"),
)  # fmt: skip
def continue_separation(
    request: HttpRequest, person: UUID, separation: UUID, said: ContinuingForm
) -> Status[OrderWritten]:
    """Another order for a separation that runs. The days go on from its beginning."""
    call = took(request)
    order = actions.continue_separation(
        by=call.viewer, at=call.at, person_id=person, separation_id=separation,
        order=said.order.as_words(), why=said.why,
    )  # fmt: skip
    return Status(201, OrderWritten(id=order.id, separation=order.separation_id))


@router.post(
    "/people/{person}/separations/{separation}/end", response=changing(Written),
    **named("end_separation"),
)  # fmt: skip
def end_separation(
    request: HttpRequest, person: UUID, separation: UUID, said: LettingOutForm
) -> Written:
    """The person was let out to the others again."""
    call = took(request)
    row = actions.end_separation(
        by=call.viewer, at=call.at, person_id=person, separation_id=separation, until=said.until,
        reason=said.reason, why=said.why,
    )  # fmt: skip
    return Written(id=row.id)
