"""Movements, transfers and releases: to write them, and to read where a person was."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from throughcare.api.fields import Moment
from throughcare.api.schemas.movements import (
    ArrivalForm,
    ArrivingListShown,
    DeathForm,
    DepartureForm,
    EscapeForm,
    LeaveForm,
    ReleaseForm,
    ReturnForm,
    WhereaboutsShown,
    arriving_shown,
    order_of,
    whereabouts_shown,
)
from throughcare.api.schemas.written import Written
from throughcare.api.statuses import making, named, reading, took
from throughcare.casework.custody import actions, queries

router = Router(tags=["movements and release"])


@router.get("/people/{person}/movements", response=reading(WhereaboutsShown),
            **named("read_movements"))  # fmt: skip
def read_movements(
    request: HttpRequest, person: UUID, known_at: Moment | None = None
) -> WhereaboutsShown:
    """Where a person was; with `known_at` as it was known then, never later than now."""
    call = took(request)
    then = min(known_at, call.at) if isinstance(known_at, datetime) else None
    found = queries.whereabouts_of(call.viewer, person, at=call.at, known_at=then)
    return whereabouts_shown(found)


@router.get("/establishments/{establishment}/arriving", response=reading(ArrivingListShown),
            **named("list_arriving"))  # fmt: skip
def list_arriving(request: HttpRequest, establishment: str) -> ArrivingListShown:
    """Who is on the way to this establishment, for its reception."""
    call = took(request)
    found = queries.arriving(call.viewer, establishment, at=call.at)
    return ArrivingListShown(arriving=[arriving_shown(one) for one in found])


@router.post("/people/{person}/movements", response=making(Written), **named("leave"))
def leave(request: HttpRequest, person: UUID, said: LeaveForm) -> Status[Written]:
    """Write that a person has left for court, hospital or another absence."""
    call = took(request)
    row = actions.leave(
        by=call.viewer, at=call.at, person_id=person, kind=said.kind, to_place=said.to_place,
        left_at=said.left_at, expected_at=said.expected_at, arrived_at=said.arrived_at,
        hearing_at=said.hearing_at, reason=said.reason, why=said.why,
    )  # fmt: skip
    return Status(201, Written(id=row.id))


@router.post("/people/{person}/return", response=making(Written), **named("come_back"))
def come_back(request: HttpRequest, person: UUID, said: ReturnForm) -> Status[Written]:
    """Write that a person is back."""
    call = took(request)
    row = actions.come_back(
        by=call.viewer, at=call.at, person_id=person, arrived_at=said.arrived_at, why=said.why
    )
    return Status(201, Written(id=row.id))


@router.post("/people/{person}/escape", response=making(Written), **named("escape"))
def escape(request: HttpRequest, person: UUID, said: EscapeForm) -> Status[Written]:
    """Write that a person has escaped. The stay in custody goes on."""
    call = took(request)
    row = actions.escape(
        by=call.viewer, at=call.at, person_id=person, left_at=said.left_at, reason=said.reason,
        why=said.why,
    )  # fmt: skip
    return Status(201, Written(id=row.id))


@router.post("/people/{person}/departure", response=making(Written), **named("depart"))
def depart(request: HttpRequest, person: UUID, said: DepartureForm) -> Status[Written]:
    """Write that a person has left for another establishment. The file stays until the arrival."""
    call = took(request)
    row = actions.depart(
        by=call.viewer, at=call.at, person_id=person, to_place=said.to_place,
        order=order_of(said.order), left_at=said.left_at, expected_at=said.expected_at,
        reason=said.reason, why=said.why,
    )  # fmt: skip
    return Status(201, Written(id=row.id))


@router.post("/people/{person}/arrival", response=making(Written), **named("arrive"))
def arrive(request: HttpRequest, person: UUID, said: ArrivalForm) -> Status[Written]:
    """Confirm that a person has arrived here: the file moves."""
    call = took(request)
    row = actions.arrive(
        by=call.viewer, at=call.at, person_id=person, establishment=said.establishment,
        arrived_at=said.arrived_at, why=said.why,
    )  # fmt: skip
    return Status(201, Written(id=row.id))


@router.post("/people/{person}/release", response=making(Written), **named("release"))
def release(request: HttpRequest, person: UUID, said: ReleaseForm) -> Status[Written]:
    """Write that a person was let go. Not by the officer alone who received the person."""
    call = took(request)
    row = actions.release(
        by=call.viewer, at=call.at, person_id=person, left_at=said.left_at,
        order=order_of(said.order), abroad=said.abroad, why=said.why,
    )  # fmt: skip
    return Status(201, Written(id=row.id))


@router.post("/people/{person}/death", response=making(Written), **named("record_death"))
def record_death(request: HttpRequest, person: UUID, said: DeathForm) -> Status[Written]:
    """Write that a person has died in custody."""
    call = took(request)
    row = actions.record_death(
        by=call.viewer, at=call.at, person_id=person, died_at=said.died_at, why=said.why
    )
    return Status(201, Written(id=row.id))
