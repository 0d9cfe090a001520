"""To write down a separation that was found, to put a separation right, to strike an entry out."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Path, Router, Status

from throughcare.api.schemas.separation import (
    EntryStrikingForm,
    FoundOrderForm,
    FoundSeparationForm,
    OrderCorrectionForm,
    OrderTellingForm,
    OrderWritten,
    SeparationCorrectionForm,
)
from throughcare.api.schemas.written import Written
from throughcare.api.statuses import changing, making, named, took
from throughcare.casework.safety import actions

router = Router(tags=["separation"])

_OF_SPELL = "/people/{person}/separations/{separation}"
_OF_ORDER = "/people/{person}/separation-orders/{order}"
EntryKind = Annotated[str, Path(max_length=40, pattern=r"^[a-z-]+$")]


@router.post(
    "/people/{person}/found-separations", response=making(Written), **named("find_separation")
)
def find_separation(
    request: HttpRequest, person: UUID, said: FoundSeparationForm
) -> Status[Written]:
    """Write down that somebody is or was separated, lawfully or not. Every rule still judges it."""
    call = took(request)
    spell = actions.find_separation(
        by=call.viewer, at=call.at, person_id=person, kind=said.kind, since=said.since,
        until=said.until, found=said.found, orders=[one.as_words() for one in said.orders],
        why=said.why,
    )  # fmt: skip
    return Status(201, Written(id=spell.id))


@router.post(f"{_OF_SPELL}/found-orders", response=making(OrderWritten), **named("find_order"))
def find_order(
    request: HttpRequest, person: UUID, separation: UUID, said: FoundOrderForm
) -> Status[OrderWritten]:
    """Write down an order that was given, though it could not have been."""
    call = took(request)
    order = actions.find_order(
        by=call.viewer, at=call.at, person_id=person, separation_id=separation,
        order=said.order.as_words(), found=said.found, why=said.why,
    )  # fmt: skip
    return Status(201, OrderWritten(id=order.id, separation=order.separation_id))


@router.post(f"{_OF_SPELL}/correction", response=changing(Written), **named("correct_separation"))
def correct_separation(
    request: HttpRequest, person: UUID, separation: UUID, said: SeparationCorrectionForm
) -> Written:
    """How and when the person really was separated. What stood before stays readable."""
    call = took(request)
    row = actions.correct_separation(
        by=call.viewer, at=call.at, person_id=person, separation_id=separation, kind=said.kind,
        since=said.since, until=said.until, why=said.why,
    )  # fmt: skip
    return Written(id=row.id)


@router.post(f"{_OF_ORDER}/telling", response=changing(Written), **named("tell_of_order"))
def tell_of_order(
    request: HttpRequest, person: UUID, order: UUID, said: OrderTellingForm
) -> Written:
    """The person was told of the order, in which language, and how it is challenged."""
    call = took(request)
    row = actions.tell_of_order(
        by=call.viewer, at=call.at, person_id=person, order_id=order, told_at=said.told_at,
        told_language=said.told_language, told_how=said.told_how,
        how_to_challenge=said.how_to_challenge, why=said.why,
    )  # fmt: skip
    return Written(id=row.id)


@router.post(f"{_OF_ORDER}/correction", response=changing(Written), **named("correct_order"))
def correct_order(
    request: HttpRequest, person: UUID, order: UUID, said: OrderCorrectionForm
) -> Written:
    """The right words of an order. The limit holds as for a new one."""
    call = took(request)
    row = actions.correct_order(
        by=call.viewer, at=call.at, person_id=person, order_id=order, order=said.order.as_words(),
        why=said.why,
    )  # fmt: skip
    return Written(id=row.id)


@router.post(
    "/people/{person}/safety-entries/{kind}/{entry}/striking-out", response=changing(Written),
    **named("strike_out_safety_entry"),
)  # fmt: skip
def strike_out_safety_entry(
    request: HttpRequest, person: UUID, kind: EntryKind, entry: UUID, said: EntryStrikingForm
) -> Written:
    """An entry of these registers was never so. It stays readable."""
    call = took(request)
    row = actions.strike_out_entry(
        by=call.viewer, at=call.at, person_id=person, kind=kind, row_id=entry, why=said.why
    )
    return Written(id=row.id)
