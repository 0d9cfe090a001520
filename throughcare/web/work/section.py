"""The section Work of a file."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.casework.work import queries
from throughcare.web.custody.sections import section_page
from throughcare.web.people.file import read
from throughcare.web.people.local import local
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def work(request: Request, person_id: UUID) -> HttpResponse:
    """For whoever reads programmes and work in full; for all others as if it were not there."""
    file = read(request, person_id)
    found = queries.work_of(request.viewer, file.id, at=request.at)
    return render(
        request, "work/work.html", {**section_page(request, file, "work"), "found": found}
    )
