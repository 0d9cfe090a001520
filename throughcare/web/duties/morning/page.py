"""The morning list: what must be done at a place, by when, under which rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access.errors import NotThere
from throughcare.duties.ahead import days
from throughcare.duties.queries import (
    Morning,
    Neglect,
    directs,
    has_morning,
    morning_places,
    read_morning,
)
from throughcare.duties.queries.morning import WHENS
from throughcare.duties.wording import title_of
from throughcare.kernel.models import Place
from throughcare.web.custody.morning.places import has_lists
from throughcare.web.duties.morning.filters import (
    KIND,
    PERSON,
    Filter,
    filter_of,
    is_asked,
    usual_of,
)
from throughcare.web.duties.morning.rows import PARTS, Row, parts_of, rows_of
from throughcare.web.people.local import local
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request

ROWS: Final = 50  # of one page
_NEGLECTED: Final = 10  # rows of what nobody acts on, on the page itself


@never_cache
@require_safe
@local
def morning(request: Request) -> HttpResponse:
    """Overdue, today, this week, at one place of the viewer at a time."""
    if not has_morning(request.viewer, at=request.at):
        raise NotThere
    places = morning_places(request.viewer, at=request.at)
    if not places:
        return render(request, "duties/morning.html", _frame(request, []))
    asked = filter_of(request, places)
    if not is_asked(request) and asked != usual_of(request, places):
        return HttpResponseRedirect(asked.way)
    with timezone.override(_zone(asked.place)):
        told = {**_frame(request, places), **_list(request, asked)}
        return render(request, "duties/morning.html", told)


def _frame(request: Request, places: Sequence[str]) -> dict[str, Any]:
    names = names_of_places(places)
    return {
        "now": request.at, "places": [(one, names.get(one, one)) for one in places],
        "names": names, "lists": has_lists(request.viewer, at=request.at),
    }  # fmt: skip


def _list(request: Request, asked: Filter) -> dict[str, Any]:
    tonight, neglect = _tonight(request.at), _neglect(request, asked)
    found = read_morning(
        request.viewer, asked.place, at=request.at, tonight=tonight,
        horizon=tonight + days("this_week"), wanted=asked.wanted,
        first=(asked.page - 1) * ROWS, most=ROWS, neglect=neglect,
    )  # fmt: skip
    if asked.page > 1 and not found.rows:
        raise NotThere
    # Both lists in words at once: what is asked of each person is asked once.
    both = rows_of(request, [*found.rows, *found.neglected], asked.place)
    rows, late = both[: len(found.rows)], both[len(found.rows) :]
    return {
        "asked": asked, "found": found, "titles": PARTS,
        "place": names_of_places([asked.place])[asked.place],
        "parts": parts_of(rows, found.by_when, asked.by, tonight=tonight),
        "tabs": _tabs(asked, found), "kinds": _kinds(asked, found), "by_person": PERSON,
        "by_kind": KIND, "pages": _pages(asked, found.total), **_nobody_acts(found, late, neglect),
    }  # fmt: skip


def _tabs(asked: Filter, found: Morning) -> list[tuple[str, object, int, bool]]:
    """The parts of the week as links, each with its count, and whether it is asked for."""
    return [
        (asked.turned(when="" if asked.when == key else key).way, PARTS[key],
         found.by_when.get(key, 0), asked.when == key)
        for key in WHENS
    ]  # fmt: skip


def _kinds(asked: Filter, found: Morning) -> list[tuple[str, str, int]]:
    """The rules that are open here, by their title; the one asked for also without a row."""
    language = (get_language() or "en").split("-")[0]
    counts: Mapping[str, int] = {asked.rule: 0, **found.by_rule}
    named = [(rule, title_of(rule, language), count) for rule, count in counts.items() if rule]
    return sorted(named, key=lambda kind: kind[1].casefold())


def _pages(asked: Filter, total: int) -> dict[str, Any]:
    last = max(1, -(-total // ROWS))
    before = asked.turned(page=asked.page - 1).way if asked.page > 1 else ""
    after = asked.turned(page=asked.page + 1).way if asked.page < last else ""
    return {"last": last, "before": before, "after": after}


def _neglect(request: Request, asked: Filter) -> Neglect | None:
    """For the director: what has been overdue for long."""
    if not directs(request.viewer, asked.place, at=request.at):
        return None
    return Neglect(longer=days("nobody_acts_after"), most=_NEGLECTED)


def _nobody_acts(found: Morning, late: Sequence[Row], neglect: Neglect | None) -> dict[str, Any]:
    if neglect is None:
        return {}
    return {
        "neglected": late, "neglected_total": found.long_overdue,
        "neglected_days": neglect.longer.days,
    }  # fmt: skip


def _tonight(at: datetime) -> datetime:
    """The midnight that ends this day, by the clock on the wall."""
    day = timezone.localtime(at).date() + timedelta(days=1)
    return timezone.make_aware(datetime.combine(day, time()))


def _zone(place: str) -> ZoneInfo:
    found = Place.objects.filter(path=place).first()
    return ZoneInfo(found.zone() if found else "UTC")
