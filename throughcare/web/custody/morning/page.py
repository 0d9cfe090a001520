"""What must be done this morning, for director, admissions and judge."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.web.custody.morning.places import morning_places
from throughcare.web.custody.morning.sections import sections_of
from throughcare.web.people.local import local
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def morning(request: Request) -> HttpResponse:
    """The lists, at each place of the viewer's posts, those with somebody on them first told."""
    lists = [(place, sections_of(request, place.code)) for place in morning_places(request)]
    return render(request, "custody/morning/page.html", {"lists": lists, "now": request.at})
