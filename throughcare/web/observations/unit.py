"""The list of a unit: whom one writes of, whom a talk is owed, and the share of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access.errors import NotThere
from throughcare.casework.custody.queries import unit_paths
from throughcare.casework.custody.terms import MovementKind
from throughcare.casework.observations.queries import OfUnit, OnUnit, unit_of
from throughcare.casework.observations.terms import Spot
from throughcare.casework.safety.queries import at_a_glance
from throughcare.kernel.models import Place
from throughcare.web.custody.places.shown import called_by, label_of, trail_of
from throughcare.web.observations.lets import houses_of, opens
from throughcare.web.people.done import done
from throughcare.web.people.local import local
from throughcare.web.people.shown.names import Called
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One person on the list. `due`: until when a talk is owed; `officer` by name."""

    of: OnUnit
    called: Called
    place: str
    away: str
    officer: str
    due: datetime | None
    at: datetime
    apart: bool

    @property
    def waits(self) -> bool:
        """Whether a talk was owed before now to somebody who is in."""
        return self.due is not None and self.due <= self.at and not self.away


@never_cache
@require_safe
@local
def houses(request: Request) -> HttpResponse:
    """The units of the prisons whose lists are open; where there is one unit, its list."""
    codes = houses_of(request.viewer, at=request.at)
    if not codes:
        raise NotThere
    units = [path for code in codes for path in unit_paths(code, at=request.at)]
    if len(units) == 1:
        return HttpResponseRedirect(f"/observe/{units[0]}")
    names = names_of_places([*codes, *units])
    listed = [
        (code, names.get(code, code), [
            (path, label_of(path, names)) for path in units if path.startswith(f"{code}/")
        ])
        for code in codes
    ]  # fmt: skip
    return render(request, "observations/houses.html", {"houses": listed})


@never_cache
@require_safe
@local
def page(request: Request, place: str) -> HttpResponse:
    """Everybody of a place with what is owed to each; `only=owed` those to whom a talk is owed."""
    if not opens(request.viewer, place.split("/")[0], at=request.at):
        raise NotThere
    found = unit_of(request.viewer, place, at=request.at)
    lines = _lines(request, found)
    owed = sorted((one for one in lines if one.waits), key=_since)
    only = request.GET.get("only") == "owed"
    spot = request.GET.get("spot", "")
    told = {
        "place": place, "trail": trail_of(place), "found": found, "only": only,
        "lines": owed if only else lines, "owed": len(owed), "done": done(request),
        "spot": spot if spot in Spot.values else "",
    }  # fmt: skip
    return render(request, "observations/unit.html", told)


def place_asked(request: Request, held_at: str | None) -> str:
    """The place that the address names, if it is one of the prison that holds the person."""
    path = request.GET.get("from", "")[:200]
    if held_at is None or path.split("/")[0] != held_at:
        return ""
    return path if Place.objects.in_use(request.at).filter(path=path).exists() else ""


def _lines(request: Request, found: OfUnit) -> Sequence[Line]:
    """Whose separation the viewer may not know of is owed a talk in a week, as all are."""
    at = request.at
    ids = [one.person for one in found.people]
    counters = at_a_glance(request.viewer, ids, at=at)
    since = {one: told.since for one, told in counters.items() if told.runs}
    called = called_by(request, ids)
    paths = names_of_places(one.path for one in found.people)
    officers = names_of(one.told.officer for one in found.people if one.told.officer)
    return [
        Line(
            of=one, called=called[one.person], place=label_of(one.path, paths),
            away=str(MovementKind(one.away).label) if one.away else "",
            officer=officers.get(one.told.officer, ""), due=one.due(since.get(one.person)), at=at,
            apart=one.person in since,
        )
        for one in found.people if one.person in called
    ]  # fmt: skip


def _since(line: Line) -> datetime:
    assert line.due is not None  # whoever waits is owed one
    return line.due
