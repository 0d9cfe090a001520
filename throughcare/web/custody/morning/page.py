"""Who is held without an order, released, received: for director, admissions and judge.

Under the duties of the morning, by a request of its own.
"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access.errors import NotThere
from throughcare.web.custody.morning.places import morning_places
from throughcare.web.custody.morning.sections import BY_ITSELF, later_of, section_at, sections_of
from throughcare.web.people.local import local
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def lists(request: Request) -> HttpResponse:
    """The lists, at each place of the viewer's posts: into the page of the morning, or alone."""
    told = [
        (place, sections_of(request, place.code), later_of(request, place.code))
        for place in morning_places(request)
    ]
    part = "lists" if request.headers.get("HX-Request") else "page"
    return render(request, f"custody/morning/{part}.html", {"lists": told, "now": request.at})


@never_cache
@require_safe
@local
def later(request: Request, key: str) -> HttpResponse:
    """A list that looks through a whole prison: into the page of the morning, or by itself."""
    place = request.GET.get("at", "")
    places = [one for one in morning_places(request) if one.code and one.code == place]
    if key not in BY_ITSELF or not places:
        raise NotThere
    section = section_at(request, key, place)
    told = {"section": section, "place": places[0], "now": request.at}
    if request.headers.get("HX-Request"):
        return render(request, "custody/morning/section.html", told)
    if section is None:
        raise NotThere
    return render(request, "custody/morning/one.html", told)
