"""/programmes: what a prison offers, its groups and who comes from outside; and its forms."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from throughcare.access.errors import NotThere
from throughcare.access.queries import account_names
from throughcare.casework.custody.calendar import today_at
from throughcare.casework.programmes import actions, queries
from throughcare.casework.programmes.data import answered_within
from throughcare.casework.programmes.days import meeting_days
from throughcare.casework.programmes.queries import Catalogue, Group
from throughcare.web.custody.places.shown import called_by
from throughcare.web.desk.acting import done as was_done
from throughcare.web.desk.form import show
from throughcare.web.people.done import done
from throughcare.web.people.local import local
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.programmes.house_forms import GroupForm, ProgrammeForm, WorkerForm
from throughcare.web.programmes.weekdays import weekday_words
from throughcare.web.request import Request

_FORM = require_http_methods(["GET", "HEAD", "POST"])
_DAYS_SHOWN = 4


def house_of(request: Request) -> tuple[str, dict[str, str]]:
    """The prison that is looked at, and all that may be. Raises NotThere where there is none."""
    codes = queries.houses_to_see(request.viewer, at=request.at)
    if not codes:
        raise NotThere
    asked = request.GET.get("at", "")
    names = names_of_places(codes)
    return asked if asked in codes else codes[0], {one: names.get(one, one) for one in codes}


@never_cache
@require_safe
@local
def catalogue(request: Request) -> HttpResponse:
    """The catalogue of a prison. NotThere for whom it is closed everywhere."""
    house, houses = house_of(request)
    found = queries.catalogue_of(request.viewer, house, at=request.at)
    today = today_at(house, at=request.at)
    leaders = _leaders(found)
    told = {
        "house": house, "name": houses[house], "houses": list(houses.items()), "found": found,
        "done": done(request),
        "groups": {
            group.first: (
                weekday_words(group.weekday), leaders.get(str(group.first), ""),
                _days(group, today) if found.may_fill else [],
            )
            for one in found.programmes for group in one.groups
        },
    }  # fmt: skip
    return render(request, "programmes/catalogue.html", told)


def _days(group: Group, today: Any) -> list[Any]:
    return [day for day, _n in zip(meeting_days(group, until=today), range(_DAYS_SHOWN),
                                   strict=False)]  # fmt: skip


def _leaders(found: Catalogue) -> dict[str, str]:
    groups = [group for one in found.programmes for group in one.groups]
    numbers = sorted({int(one.leader) for one in groups if one.leader.isdigit()})
    names = account_names(numbers)
    told = {}
    for one in groups:
        if one.worker_id is not None:
            told[str(one.first)] = found.workers[one.worker_id].name
        elif one.leader.isdigit():
            told[str(one.first)] = names.get(int(one.leader), "")
    return told


@never_cache
@_FORM
@local
def new(request: Request) -> HttpResponse:
    """Put a programme into the catalogue."""
    house = _to_change(request)
    form = ProgrammeForm(request.POST or None)

    def act(typed: dict[str, Any]) -> None:
        actions.offer_programme(by=request.viewer, at=request.at, place=house, **typed)

    return _answered(request, form, act, house, _("Put a programme into the catalogue"))


@never_cache
@_FORM
@local
def worker(request: Request) -> HttpResponse:
    """Write down who comes from outside."""
    house = _to_change(request)
    form = WorkerForm(request.POST or None)

    def act(typed: dict[str, Any]) -> None:
        actions.name_worker(by=request.viewer, at=request.at, place=house, **typed)

    return _answered(request, form, act, house, _("Write down who comes from outside"))


@never_cache
@_FORM
@local
def group(request: Request, programme_id: UUID) -> HttpResponse:
    """Form a group of a programme."""
    house = _to_change(request)
    found = queries.catalogue_of(request.viewer, house, at=request.at)
    if programme_id not in {one.row.first for one in found.programmes}:
        raise NotThere
    leaders = [(str(request.viewer.account), _("I lead it"))]
    leaders += [(f"worker:{key}", one.name) for key, one in found.workers.items()]
    form = GroupForm(request.POST or None, leaders=leaders)

    def act(typed: dict[str, Any]) -> None:
        kind, _colon, key = typed.pop("leader").partition(":")
        actions.form_group(
            by=request.viewer, at=request.at, programme_id=programme_id,
            weekday=int(typed.pop("weekday")), leader="" if key else kind,
            worker_id=UUID(key) if key else None, **typed,
        )  # fmt: skip

    return _answered(request, form, act, house, _("Form a group"))


@never_cache
@require_safe
@local
def waiting(request: Request) -> HttpResponse:
    """Who waits in a prison, in order. NotThere for whoever reads no such file there."""

    house, houses = house_of(request)
    lists = queries.waiting_list(request.viewer, house, at=request.at)
    every = [one for each in lists for part in (each.to_answer, each.waiting, each.taken_before)
             for one in part]  # fmt: skip
    names = called_by(request, [one.person_id for one in every])
    told = {
        "house": house, "name": houses[house], "lists": lists, "names": names,
        "days": answered_within().days,
    }  # fmt: skip
    return render(request, "programmes/waiting.html", told)


def _to_change(request: Request) -> str:
    house, _houses = house_of(request)
    if not queries.may_change(request.viewer, house, at=request.at):
        raise NotThere
    return house


def _answered(
    request: Request, form: Any, act: Any, house: str, title: str
) -> HttpResponse:  # fmt: skip
    if request.method == "POST" and was_done(form, act):
        return HttpResponseRedirect(f"/programmes?at={house}&done=judged")
    return show(request, "programmes/new.html", form, title=title, house=house)
