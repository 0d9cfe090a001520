"""Custody on one page: since when, where, on what footing, until when, and what is missing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.casework.custody import queries
from throughcare.casework.custody.queries import Overview
from throughcare.casework.custody.terms import LeftHow, Status
from throughcare.web.custody.known import known_of
from throughcare.web.custody.sections import section_page
from throughcare.web.lengths import lasting
from throughcare.web.people.file import read
from throughcare.web.people.local import local
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def overview(request: Request, person_id: UUID) -> HttpResponse:
    """Where the person stands, as known now or on a day that is asked for."""
    known = known_of(request)
    file = read(request, person_id)
    found = queries.overview_of(request.viewer, person_id, at=request.at, known_at=known.at)
    told = {**section_page(request, file, "overview", known), **_told(found)}
    return render(request, "custody/orders/overview.html", told)


def _told(found: Overview) -> dict[str, Any]:
    stay, orders, then = found.stay or found.last, found.orders, found.known_at
    placed = found.placement.place.path if found.placement else None
    places = names_of_places([stay.establishment if stay else None, placed])
    status = orders.status(then) if orders else None
    opens = orders is not None and not orders.redacted
    return {
        "found": found, "stay": stay, "in_custody": found.stay is not None,
        "received_at": places.get(stay.establishment, "") if stay else "",
        "left_how": LeftHow(stay.left_how).label if stay and stay.left_how else "",
        "lasting": lasting(then - found.stay.admitted_at) if found.stay else "",
        "place": places.get(placed or "", placed or ""), "path": placed,
        "bed": found.placement.bed.code if found.placement and found.placement.bed else "",
        "status": Status(status.value).label if status else "",
        "status_since": status.since if status else None,
        "opens": opens, "shows_status": orders is not None,
        "covered": opens and orders is not None and orders.covered(then),
        "until": orders.until(then) if orders is not None and opens else None,
        "missing": _missing(found),
    }  # fmt: skip


def _missing(found: Overview) -> list[tuple[str, str]]:
    """What lacks, with where it is filled in."""
    if found.stay is None:
        return []
    way = f"/people/{found.person_id}/custody"
    lacks: list[tuple[str, str]] = []
    orders = found.orders
    if orders is not None and not orders.redacted and not orders.covered(found.known_at):
        lacks.append((_("a valid order"), f"{way}/orders"))
    if orders is not None and orders.status(found.known_at) is None:
        lacks.append((_("the legal status"), f"{way}/orders"))
    if orders is not None and not orders.redacted and not orders.charges:
        lacks.append((_("the charges"), f"{way}/orders"))
    if found.placement is None:
        lacks.append((_("a place"), f"{way}/places"))
    return lacks + [(str(one.label), f"{way}/reception") for one in found.missing]
