"""The day of a unit on one page: a row for each person, one button for all, without script."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.safety.actions import DayWords, Fate, Outcome, enter_day
from throughcare.casework.safety.errors import BadDay
from throughcare.web.custody.places.shown import trail_of
from throughcare.web.device.shown import device_told
from throughcare.web.request import Request
from throughcare.web.safety.day.kinds import groups
from throughcare.web.safety.day.results import Kept, Result, sentences
from throughcare.web.safety.day.rows import day_bounds, page_of, rows_of
from throughcare.web.safety.day.slots import (
    SLOTS,
    Typed,
    Unreadable,
    key_of,
    name_of,
    typed_in,
    uuid_in,
    words_of,
)

_MOST_PAGES: Final = 1_000


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def day(request: Request, place: str) -> HttpResponse:
    """The page; posted, it is saved at once, and each row says what became of it.

    The answer to a post is a page and no redirect: it says of each entry what became of it. Loaded
    again it sends the same keys, and finds everything there already.
    """
    zone = zone_of(place.split("/")[0])
    with timezone.override(zone):
        on = _day_asked(request, today=request.at.astimezone(zone).date())
        number = _number(request.GET.get("page", ""))
        page = page_of(request, place, on, zone, number=number)  # asks first: may the viewer?
        results: list[Result] = []
        if request.method == "POST":
            results = _save(request, on, zone)
            page = page_of(request, place, on, zone, number=number)
        stays = [one for one in results if one.stays]
        kept: Kept = {
            (one.person, one.slot): (one.typed, one.said if one.fate == Fate.REFUSED else "")
            for one in stays
        }
        listed = {one.person for one in page.people}
        told = {
            "place": place, "trail": trail_of(place), "on": on, "page": page,
            "rows": rows_of(request, page, kept=kept, results=results), "kinds": groups(),
            "results": results, "refused": [one for one in results if one.fate == Fate.REFUSED],
            "conflicts": [one for one in results if one.fate == Fate.CONFLICT],
            "strays": [one for one in stays if one.person not in listed],
            "written": sum(1 for one in results if one.fate == Fate.WRITTEN),
            "already": sum(1 for one in results if one.fate == Fate.ALREADY),
            "posted": request.method == "POST", "running": request.at < day_bounds(on, zone)[1],
            **device_told(request),
        }  # fmt: skip
        return render(request, "safety/day/page.html", told, status=422 if stays else 200)


def _day_asked(request: Request, *, today: date) -> date:
    said = request.GET.get("on", "")
    try:
        on = date.fromisoformat(said) if said else today
    except ValueError:
        raise BadDay(
            _("this is no day of the calendar"), remedy=_("write it like 2026-11-26")
        ) from None
    if on > today:
        raise BadDay(
            _("this day has not begun"), remedy=_("choose today, or a day that has passed")
        )
    if on.year < today.year - 100:
        raise BadDay(_("this day is too long ago"), remedy=_("look at the year"))
    return on


def _number(said: str) -> int:
    return min(int(said), _MOST_PAGES) if said.isascii() and said.isdigit() and said else 1


def _save(request: Request, on: date, zone: ZoneInfo) -> list[Result]:
    """Enter all that is typed, or nothing: where one entry cannot be read, none is written."""
    typed = _typed(request)
    entries: list[DayWords] = []
    wrong: dict[int, str] = {}
    for place, (_slot, one) in enumerate(typed):
        try:
            entries.append(words_of(one, key=key_of(one, on), on=on, zone=zone))
        except Unreadable as error:
            wrong[place] = str(error)
    if wrong:
        return [
            _result(slot, one, Fate.REFUSED if place in wrong else Fate.HELD_BACK,
                    wrong.get(place) or _("Not written yet, because another entry is wrong."))
            for place, (slot, one) in enumerate(typed)
        ]  # fmt: skip
    done = _enter(request, entries)
    return [
        _result(slot, one, outcome.fate, said)
        for (slot, one), outcome, said in zip(typed, done, sentences(done), strict=True)
    ]


def _typed(request: Request) -> list[tuple[str, Typed]]:
    """All that is typed in the form, in the order of its rows."""
    people = dict.fromkeys(
        person for name in request.POST if name.startswith(name_of("out", "key", ""))
        if (person := uuid_in(name.rpartition(".")[2])) is not None
    )  # fmt: skip
    found = [(slot, typed_in(request.POST, slot, one)) for one in people for slot in SLOTS]
    return [(slot, one) for slot, one in found if not one.empty]


def _enter(request: Request, entries: Sequence[DayWords]) -> Sequence[Outcome]:
    if not entries:
        return ()
    return enter_day(by=request.viewer, at=request.at, entries=entries).outcomes


def _result(slot: str, typed: Typed, fate: Fate, said: str) -> Result:
    return Result(person=typed.person, slot=slot, typed=typed, fate=fate, said=said)
