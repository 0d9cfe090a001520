"""Who is held without a valid order; and how a judge takes the case of one of them."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from throughcare.access.errors import Already
from throughcare.casework.custody import actions
from throughcare.casework.custody.errors import OrderStands
from throughcare.web.custody.morning.places import morning_places
from throughcare.web.custody.morning.without import without_section
from throughcare.web.custody.orders.shown import RULE
from throughcare.web.people.done import done
from throughcare.web.people.local import local
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def held_without(request: Request) -> HttpResponse:
    """The whole list, at each place of the viewer's posts, the longest held first."""
    lists = [
        (place, without_section(request, place.code).rows) for place in morning_places(request)
    ]
    told = {"lists": lists, "rule": RULE, "done": done(request)}
    return render(request, "custody/morning/without.html", told)


@never_cache
@require_POST
@local
def take_case(request: Request, person_id: UUID) -> HttpResponse:
    """A judge takes the case. Once it is cured or taken there is nothing left to do."""
    try:
        actions.take_case(by=request.viewer, at=request.at, person_id=person_id)
    except Already:
        return HttpResponseRedirect(f"/people/{person_id}/custody")
    except OrderStands:
        return HttpResponseRedirect("/without-order?done=order-stands")
    return HttpResponseRedirect(f"/people/{person_id}/custody?done=case-taken")
