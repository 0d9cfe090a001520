"""The reception of a person on one page: what is done, what is missing, until when."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access.errors import NotThere
from throughcare.casework.custody import queries
from throughcare.casework.custody.terms import WALK, Stage, StepKind
from throughcare.web.custody.known import known_of
from throughcare.web.custody.reception.shown import lines_of
from throughcare.web.custody.sections import section_page
from throughcare.web.people.file import read
from throughcare.web.people.local import local
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request

CLOCKS: Final = {
    "record": _("the whole record"),
    "information": _("what the person is told"),
    "family": _("family told"),
    "health": _("seen by health"),
}


@never_cache
@require_safe
@local
def walk(request: Request, person_id: UUID) -> HttpResponse:
    """The steps in their order, each with its page; to print, the record of the reception."""
    file = read(request, person_id)
    if file.redacted:
        raise NotThere
    known = known_of(request)
    found = queries.walk_of(request.viewer, file.id, at=request.at, known_at=known.at)
    stay = found.stay
    told = {
        **section_page(request, file, "reception", known), "walk": found,
        "lines": lines_of(found, found.steps), "beside": lines_of(found, found.beside),
        "clocks": [(CLOCKS[one.name], one) for one in found.clocks],
        "place": names_of_places([stay.establishment])[stay.establishment] if stay else "",
        "next": way_on(found), "may_write": file.lets.write and known.day is None,
    }  # fmt: skip
    return render(request, "custody/reception/walk.html", told)


def way_on(found: queries.Walk, after: StepKind | None = None) -> str:
    """The next step that is missing, after this one; without one, the walk itself."""
    way = f"/people/{found.person_id}/custody/reception"
    order = list(WALK[Stage.RECEPTION])
    start = order.index(after) + 1 if after in order else 0
    missing = set(found.missing) - {after}
    turned = [*order[start:], *order[:start]]
    return next((f"{way}/{kind}" for kind in turned if kind in missing), way)
