"""How full the prisons, their premises, units and cells are, and who lies where."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.casework.custody import queries
from throughcare.web.custody.places.acting import page_of
from throughcare.web.custody.places.shown import persons, rows_of
from throughcare.web.people.listing import need_post
from throughcare.web.people.local import local
from throughcare.web.request import Request

_WITH_NAMES = 2  # from a unit on, a page can name everybody who lies there


@never_cache
@require_safe
@local
def prisons(request: Request) -> HttpResponse:
    """The prisons within reach, each with its numbers."""
    need_post(request)
    found = queries.prisons(request.viewer, at=request.at)
    return render(request, "custody/places/prisons.html", {"rows": rows_of(found)})


@never_cache
@require_safe
@local
def place(request: Request, place: str) -> HttpResponse:
    """One place: how full it and its parts are, and who lies there, from a unit on."""
    whole = queries.occupancy(request.viewer, place, at=request.at)
    told = {**page_of(request, place), "whole": whole, "row": rows_of([whole])[0]}
    told["rows"] = rows_of(whole.parts)
    if place.count("/") >= _WITH_NAMES:
        lying = queries.people_in(request.viewer, place, at=request.at)
        told["people"] = persons(request, lying)
        told["hidden"] = whole.people - len(told["people"])
    elif "/" not in place:
        told["unplaced"] = queries.prison(request.viewer, place, at=request.at).unplaced
    return render(request, "custody/places/place.html", told)


@never_cache
@require_safe
@local
def people(request: Request, place: str) -> HttpResponse:
    """Who lies where in a whole prison or premises: one long table, to search or print."""
    lying = queries.people_in(request.viewer, place, at=request.at)
    told = {**page_of(request, place), "people": persons(request, lying, whole=True)}
    return render(request, "custody/places/people.html", told)
