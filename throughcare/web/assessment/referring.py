"""The page on which anybody of the staff may refer: two compartments may let somebody."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.errors import NotThere, Refused
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.queries import File, file_to_change
from throughcare.web.assessment.doing import REFER
from throughcare.web.assessment.lets import lets_of
from throughcare.web.custody.deeds import answered
from throughcare.web.people.local import local
from throughcare.web.request import Request


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def refer(request: Request, person_id: UUID) -> HttpResponse:
    """Ask the case staff to look at something that was done."""
    file = _file(request, person_id)
    if not lets_of(request.viewer, file.id, file.held_at, at=request.at).refers:
        raise NotThere  # the own right of a prisoner to write is for own words
    return answered(request, file, REFER, None)


def _file(request: Request, person_id: UUID) -> File:
    try:
        return file_to_change(
            request.viewer, person_id, act=Act.APPEND, compartment=Compartment.INC, at=request.at
        )
    except (Refused, NotThere):
        return file_to_change(
            request.viewer, person_id, act=Act.APPEND, compartment=Compartment.PLN, at=request.at
        )
