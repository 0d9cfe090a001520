"""The section Contact of a file."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.casework.contact import queries
from throughcare.web.custody.sections import section_page
from throughcare.web.people.file import read
from throughcare.web.people.local import local
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def contact(request: Request, person_id: UUID) -> HttpResponse:
    """For whoever reads contact in full; for all others it is as if it were not there."""
    file = read(request, person_id)
    found = queries.contacts_of(request.viewer, file.id, at=request.at)
    told = {
        **section_page(request, file, "contact"), "found": found,
        "last": next((one for one in found.rows if one.outcome == "held"), None),
    }  # fmt: skip
    return render(request, "contact/contact.html", told)
