"""To list and register orders, to admit a person, and to see who is held without an order."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, TypeAlias
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status

from throughcare.api.asking import Why
from throughcare.api.fields import Establishment, Moment
from throughcare.api.schemas.custody import (
    AdmissionForm,
    OrderForm,
    OrdersShown,
    WithoutListShown,
    orders_shown,
    without_shown,
)
from throughcare.api.schemas.written import Written
from throughcare.api.statuses import making, named, reading, took
from throughcare.casework.custody import actions, queries

router = Router(tags=["orders and admission"])

KnownAt: TypeAlias = Annotated[
    Moment | None, Query(description="What was known then; left out: what is known now")
]
At: TypeAlias = Annotated[
    Establishment | None, Query(description="One establishment; left out: all within reach")
]


@router.get("/people/{person}/orders", response=reading(OrdersShown), **named("list_orders"))
def list_orders(
    request: HttpRequest, person: UUID, why: Why, known_at: KnownAt = None
) -> OrdersShown:
    """The orders of a person, the legal status, and the line of what they cover."""
    call = took(request)
    then = _no_later(known_at, call.at)
    return orders_shown(queries.orders_of(call.viewer, person, at=call.at, known_at=then))


@router.post("/people/{person}/orders", response=making(Written), **named("register_order"))
def register_order(request: HttpRequest, person: UUID, said: OrderForm) -> Status[Written]:
    """Write down an order of an authority, as it is printed."""
    call = took(request)
    order = actions.register_order(
        by=call.viewer, at=call.at, person_id=person, kind=said.kind, authority=said.authority,
        number=said.number, issued_on=said.issued_on, valid_from=said.valid_from,
        valid_to=said.valid_to, reason=said.reason or "", named=said.named, sure=said.sure,
    )  # fmt: skip
    return Status(201, Written(id=order.id))


@router.post("/people/{person}/admission", response=making(Written), **named("admit"))
def admit(request: HttpRequest, person: UUID, said: AdmissionForm) -> Status[Written]:
    """Receive a person. Nobody without a valid order, except as held without one."""
    call = took(request)
    stay = actions.receive(
        by=call.viewer, at=call.at, person_id=person, establishment=said.establishment,
        admitted_at=said.admitted_at, without_order=said.without_order,
    )  # fmt: skip
    return Status(201, Written(id=stay.id))


@router.get("/held-without-order", response=reading(WithoutListShown), **named("held_without"))
def held_without(request: HttpRequest, establishment: At = None) -> WithoutListShown:
    """Who is held without a valid order now, for those who read orders, and for judges there."""
    call = took(request)
    found = queries.held_without(call.viewer, establishment, at=call.at)
    return without_shown(found, at=call.at)


def _no_later(asked: datetime | None, at: datetime) -> datetime | None:
    return None if asked is None else min(asked, at)
