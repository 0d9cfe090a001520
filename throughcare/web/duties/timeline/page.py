"""The timeline of a person: one picture of spells, events, deadlines and findings."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.duties.queries.timeline import timeline_of
from throughcare.web.duties.timeline.picture import picture_of
from throughcare.web.duties.timeline.rows import marks_of
from throughcare.web.duties.timeline.window import window_of
from throughcare.web.people.file import page_of, read
from throughcare.web.people.local import local
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def timeline(request: Request, person_id: UUID) -> HttpResponse:
    """All of it, or the stretch that is asked for."""
    file = read(request, person_id)
    found = timeline_of(request.viewer, person_id, at=request.at)
    marks = marks_of(found, at=request.at)
    window = window_of(request, [mark.since for mark in marks], [mark.last for mark in marks])
    told = {
        **page_of(request, file, "timeline"), "window": window, "limits": found.limits,
        "picture": picture_of(marks, window, at=request.at),
    }  # fmt: skip
    return render(request, "duties/timeline/page.html", told, status=422 if window.wrong else 200)
