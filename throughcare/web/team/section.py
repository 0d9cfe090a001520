"""The section Team of a file: what the team decided about the person, and what came of it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access.errors import NotThere
from throughcare.casework.team import queries
from throughcare.casework.team.team_terms import Seat
from throughcare.web.assessment.lets import lets_of
from throughcare.web.custody.sections import section_page
from throughcare.web.people.file import read
from throughcare.web.people.local import local
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def team(request: Request, person_id: UUID) -> HttpResponse:
    """For whoever reads the plan in full; for all others it is as if it were not there."""
    file = read(request, person_id)
    if not lets_of(request.viewer, file.id, file.held_at, at=request.at).reads:
        raise NotThere
    found = queries.team_of_file(request.viewer, file.id, at=request.at)
    names = names_of(
        [one.row.owner for seen in found.seen for one in seen.decided]
        + [one.account for seen in found.seen for _office, one in seen.said]
    )
    rows = [
        (
            seen,
            [
                (_office(office), names.get(one.account, ""), one.words, one.dissent)
                for office, one in seen.said
            ],
            [
                (one.row, names.get(one.row.owner) or _office(one.row.owner), one.outcome)
                for one in seen.decided
            ],
        )
        for seen in found.seen
    ]
    told = {**section_page(request, file, "team"), "found": found, "rows": rows}
    return render(request, "team/section.html", told)


def _office(office: str) -> str:
    return capfirst(str(Seat(office).label)) if office in Seat.values else ""
