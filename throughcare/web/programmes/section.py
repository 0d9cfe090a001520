"""The page of the section: what was offered to a person, and what came of it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access.errors import NotThere
from throughcare.casework.programmes import queries
from throughcare.web.custody.sections import section_page
from throughcare.web.people.file import read
from throughcare.web.people.local import local
from throughcare.web.programmes.shown import shown_of
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def programmes(request: Request, person_id: UUID) -> HttpResponse:
    """For whoever reads programmes in full; for all others it is as if it were not there."""
    file = read(request, person_id)
    found = queries.attendance_of(request.viewer, file.id, at=request.at)
    if found.redacted:
        raise NotThere
    told = {
        **section_page(request, file, "programmes"), "found": found, "shown": shown_of(found),
        "way": f"/people/{file.id}/custody/programmes",
    }  # fmt: skip
    return render(request, "programmes/section.html", told)
