"""The list of a unit: whom one writes of, whom a talk is owed, and the share of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access.errors import NotThere
from throughcare.casework.custody.queries import unit_paths
from throughcare.casework.custody.terms import MovementKind
from throughcare.casework.observations.queries import OfUnit, OnUnit, unit_of
from throughcare.casework.observations.terms import Spot
from throughcare.casework.observations.values import longest
from throughcare.casework.safety.queries import at_a_glance
from throughcare.kernel.models import Place
from throughcare.web.custody.places.shown import below_prison, called_by, label_of, trail_of
from throughcare.web.device.shown import device_told
from throughcare.web.observations.forms import ObserveForm, tones
from throughcare.web.observations.lets import houses_of, opens
from throughcare.web.people.done import done
from throughcare.web.people.local import local
from throughcare.web.people.shown.names import Called
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request

MOST: Final = 100  # people on one page


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """One person, and until when a talk is owed. `apart`: in separation, as the viewer knows."""

    of: OnUnit
    due: datetime | None
    apart: bool
    waits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The same with names. `officer`: the personal officer's."""

    owed: Owed
    called: Called
    place: str
    away: str
    officer: str

    @property
    def of(self) -> OnUnit:
        """The person."""
        return self.owed.of


@never_cache
@require_safe
@local
def houses(request: Request) -> HttpResponse:
    """The units of the prisons whose lists are open; where there is one unit, its list."""
    codes = houses_of(request.viewer, at=request.at)
    if not codes:
        raise NotThere
    units = {code: unit_paths(code, at=request.at) for code in codes}
    every = [path for paths in units.values() for path in paths]
    if len(every) == 1:
        return HttpResponseRedirect(f"/observe/{every[0]}")
    names = names_of_places(codes)
    listed = [(code, names.get(code, code), below_prison(paths)) for code, paths in units.items()]
    return render(request, "observations/houses.html", {"houses": listed})


@never_cache
@require_safe
@local
def page(request: Request, place: str) -> HttpResponse:
    """Everybody of a place with what is owed to each; `only=owed` those to whom a talk is owed."""
    if not opens(request.viewer, place.split("/")[0], at=request.at):
        raise NotThere
    found = unit_of(request.viewer, place, at=request.at)
    every = _owed(request, found)
    waiting = sorted((one for one in every if one.waits), key=_since)
    only = request.GET.get("only") == "owed"
    listed = waiting if only else every
    pages = Paginator(listed, MOST)
    shown = pages.get_page(request.GET.get("page"))
    spot = request.GET.get("spot", "")
    spot = spot if spot in Spot.values else ""
    told: dict[str, Any] = {
        "place": place, "trail": trail_of(place), "found": found, "only": only,
        "lines": _lines(request, list(shown.object_list)), "page": shown, "owed": len(waiting),
        "done": done(request), "spot": spot,
    }  # fmt: skip
    if found.may_observe:
        told |= _on_device(request, spot, place, shown.number)
    return render(request, "observations/unit.html", told)


def _on_device(request: Request, spot: str, place: str, number: int) -> dict[str, Any]:
    """The form of two taps on the list itself, with the words that its script says."""
    first = now("write first what was seen or heard; then what it may mean")
    return {
        **device_told(request), "tones": tones(), "longest": longest(),
        "form": ObserveForm(None, at=request.at, initial={"spot": spot}),
        "too_long": now("This is longer than %(most)s signs.") % {"most": longest()},
        "seen_first": f"{capfirst(first)}.",
        "kept_as": f"/observe/{place}?page={number}" if number > 1 else f"/observe/{place}",
    }  # fmt: skip


def place_asked(request: Request, held_at: str | None) -> str:
    """The place that the address names, if it is one of the prison that holds the person."""
    path = request.GET.get("from", "")[:200]
    if held_at is None or path.split("/")[0] != held_at:
        return ""
    return path if Place.objects.in_use(request.at).filter(path=path).exists() else ""


def _owed(request: Request, found: OfUnit) -> Sequence[Owed]:
    """Whose separation the viewer may not know of is owed a talk in a week, as all are."""
    at = request.at
    counters = at_a_glance(request.viewer, [one.person for one in found.people], at=at)
    since = {one: told.since for one, told in counters.items() if told.runs}
    dues = [(one, one.due(since.get(one.person))) for one in found.people]
    return [
        Owed(
            of=one, due=due, apart=one.person in since,
            waits=due is not None and due <= at and not one.away,
        )
        for one, due in dues
    ]  # fmt: skip


def _since(one: Owed) -> datetime:
    assert one.due is not None  # whoever waits is owed one
    return one.due


def _lines(request: Request, shown: Sequence[Owed]) -> Sequence[Line]:
    called = called_by(request, [one.of.person for one in shown])
    paths = names_of_places(one.of.path for one in shown)
    officers = names_of(one.of.told.officer for one in shown if one.of.told.officer)
    return [
        Line(
            owed=one, called=called[one.of.person], place=label_of(one.of.path, paths),
            away=str(MovementKind(one.of.away).label) if one.of.away else "",
            officer=officers.get(one.of.told.officer, ""),
        )
        for one in shown if one.of.person in called
    ]  # fmt: skip
