"""The brief of one person on the agenda of a meeting, as the viewer's own posts open it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access.errors import NotThere
from throughcare.casework.team import queries
from throughcare.web.people.local import local
from throughcare.web.request import Request
from throughcare.web.team.brief import brief_of
from throughcare.web.team.doing_meeting import way_of


@never_cache
@require_safe
@local
def brief(request: Request, meeting_id: UUID, person_id: UUID) -> HttpResponse:
    """For a member, about somebody on the agenda whom the member reaches. NotThere otherwise."""
    met = queries.meeting_of(request.viewer, meeting_id, at=request.at)
    if not any(one.person_id == person_id and one.state != "off" for one in met.items):
        raise NotThere
    parts = brief_of(request.viewer, person_id, at=request.at)
    told = {"title": _("My brief"), "row": met.row, "back": way_of(met), "parts": parts}
    return render(request, "team/brief.html", told)
