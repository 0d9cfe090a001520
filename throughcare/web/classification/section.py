"""The page of the section: what holds, what calls for a board, the board, what was before."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access import gate
from throughcare.access.errors import NotThere
from throughcare.access.question import Subject
from throughcare.access.terms import Act, Compartment, Role
from throughcare.casework.assessment import queries
from throughcare.casework.assessment.board_terms import Level
from throughcare.casework.custody.queries import Fit, Unit, units_for
from throughcare.casework.people.items_wait import items_waiting_for
from throughcare.casework.people.queries import File
from throughcare.duties.queries import called_for
from throughcare.web.assessment.lets import lets_of
from throughcare.web.classification.shown import Called, Shown, calls_of, shown_of
from throughcare.web.custody.sections import section_page
from throughcare.web.people.file import read
from throughcare.web.people.local import local
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def classification(request: Request, person_id: UUID) -> HttpResponse:
    """For whoever reads the plan in full; for all others it is as if it were not there."""
    file = read(request, person_id)
    if not lets_of(request.viewer, file.id, file.held_at, at=request.at).reads:
        raise NotThere
    found = queries.classifications_of(request.viewer, file.id, at=request.at)
    shown = shown_of(found, at=request.at)
    told = {
        **section_page(request, file, "classification"), "found": found,
        "holds": next((one for one in shown if one.seen.holds), None),
        "last": _last(shown), "waits": [one for one in shown if one.waits],
        "older": [one for one in shown if not one.seen.holds and not one.waits],
        "calls": _calls(request, file),
        "names": names_of([found.board.called_by] if found.board else []),
        "units": _units(request, file), "levels": Level.choices,
        "items": items_waiting_for(request.viewer, file.id, file.held_at, at=request.at),
    }  # fmt: skip
    return render(request, "classification/classification.html", told)


def _calls(request: Request, file: File) -> Sequence[Called]:
    """Nothing for the person and the lawyer: an act of violence may be known by a referral only."""
    about = Subject(file.id, file.held_at)
    leave = gate.ask(request.viewer, Act.READ, Compartment.PLN, about, at=request.at)
    if Role(leave.role) in queries.FOR_THE_PERSON:
        return []
    return calls_of(called_for(request.viewer, file.id, at=request.at))


def _last(shown: Sequence[Shown]) -> Shown | None:
    """The one that held last, where none holds."""
    return next((one for one in shown if one.over and one.seen.row.state != "sent_back"), None)


def _units(request: Request, file: File) -> Sequence[tuple[str, Unit, bool, bool]]:
    """Each unit by its name; whether the person may lie there, and whether only for a reason."""
    units = units_for(request.viewer, file.id, at=request.at) or []
    names = names_of_places(one.of.path for one in units)
    return [
        (names[one.of.path], one, one.fit is not Fit.BARRED, one.fit is Fit.WITH_REASON)
        for one in units
    ]
