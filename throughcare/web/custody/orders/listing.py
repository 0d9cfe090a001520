"""The orders of a person, their charges, the legal status, and the line of legality."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.casework.custody import queries
from throughcare.casework.custody.queries import LegalStatus, Order, Orders
from throughcare.casework.custody.terms import OrderKind, Status
from throughcare.web.custody.known import known_of
from throughcare.web.custody.orders.line import picture_of
from throughcare.web.custody.orders.shown import order_line
from throughcare.web.custody.sections import section_page
from throughcare.web.people.file import read
from throughcare.web.people.local import local
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def orders(request: Request, person_id: UUID) -> HttpResponse:
    """Every order that stands, as known now or on a day that is asked for."""
    known = known_of(request)
    file = read(request, person_id)
    found = queries.orders_of(request.viewer, person_id, at=request.at, known_at=known.at)
    told = {
        **section_page(request, file, "orders", known), **_told(found),
        "may_write": found.may_write and known.day is None,
    }  # fmt: skip
    return render(request, "custody/orders/list.html", told)


def _told(found: Orders) -> dict[str, Any]:
    rows = [*found.orders, *found.earlier, *found.charges, *found.statuses]
    names = names_of(one for row in rows for one in (row.recorded_by, row.struck_by or ""))
    stay = found.stay(found.known_at)
    return {
        "found": found,
        "orders": [{**_order(one, names), "spent": found.spent_at(one)}
                   for one in reversed(found.orders)],
        "earlier": [_order(one, names) for one in found.earlier],
        "charges": [{"row": one, "order": order_line(one.order) if one.order else ""}
                    for one in found.charges],
        "statuses": [_status(one) for one in reversed(found.statuses)],
        "pictures": [picture_of(stay, line, at=found.known_at)
                     for stay, line in reversed(found.lines)],
        "without": stay is not None and not found.covered(found.known_at),
        "until": found.until(found.known_at),
    }  # fmt: skip


def _order(order: Order, names: dict[str, str]) -> dict[str, Any]:
    return {
        "row": order, "kind": OrderKind(order.kind).label,
        "by": names.get(order.recorded_by, order.recorded_by),
        "struck_by": names.get(order.struck_by or "", order.struck_by or ""),
    }  # fmt: skip


def _status(status: LegalStatus) -> dict[str, Any]:
    return {"row": status, "label": Status(status.value).label}
