"""The page on which somebody picks who is spoken about."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.casework.team import actions
from throughcare.casework.team.team_terms import Because
from throughcare.errors import BadInput
from throughcare.web.custody.places.shown import called_by
from throughcare.web.people.local import local
from throughcare.web.request import Request
from throughcare.web.team.doing_meeting import to_write, way_of
from throughcare.web.team.meeting import shown
from throughcare.web.team.proposing import own_cases, proposals
from throughcare.web.team.told import done, led


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def agenda(request: Request, meeting_id: UUID) -> HttpResponse:
    """Those for whom something is due, with the reasons; and every other own case."""
    met = to_write(request, meeting_id)
    house = met.row.establishment
    wrong = ""
    if request.method == "POST":
        try:
            _bring(request, met.row.first)
            return led(way_of(met), "brought")
        except BadInput as error:
            wrong = f"{capfirst(error.what)}. {capfirst(error.remedy)}"
    found = {one.person_id: one.because for one in proposals(request.viewer, house, at=request.at)}
    on_it = {one.person_id for one in met.items if one.state != "off"}
    cases = own_cases(request.viewer, house, at=request.at)
    names = called_by(request, cases - on_it)
    rows = [
        (person, names[person], [str(one.label) for one in why], why[0])
        for person, why in found.items() if person in names
    ]  # fmt: skip
    others = [
        (person, name) for person, name in names.items() if person not in found
    ]  # fmt: skip
    told = {
        **shown(request, met), "rows": rows, "others": others, "wrong": wrong,
        "picked": set(request.POST.getlist("who")), "done": done(request), "back": way_of(met),
        "title": _("Whom the agenda proposes"), "asked": Because.ASKED,
    }  # fmt: skip
    return render(request, "team/agenda.html", told, status=422 if wrong else 200)


def _bring(request: Request, meeting_id: UUID) -> None:
    """Each who was picked, with the reason that stands beside the name."""
    picked = request.POST.getlist("who")
    if not picked:
        raise BadInput(_("nobody was picked"), remedy=_("tick at least one person, or go back"))
    for one in picked:
        person, _mark, because = one.partition(":")
        try:
            person_id = UUID(person)
        except ValueError:
            raise BadInput(
                _("one of those picked is no file"), remedy=_("open the page again, and pick anew")
            ) from None
        actions.bring(
            by=request.viewer, at=request.at, meeting_id=meeting_id, person_id=person_id,
            because=Because(because) if because in Because.values else Because.ASKED,
        )  # fmt: skip
