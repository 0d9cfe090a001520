"""Who should be free already, and whose release is near."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access.gate import may
from throughcare.access.question import Subject
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody import queries
from throughcare.casework.custody.due import Due, alert_days
from throughcare.casework.people import queries as people
from throughcare.kernel.models import Place, PlaceKind
from throughcare.web.custody.dates.words import DUE
from throughcare.web.people.listing import need_post
from throughcare.web.people.local import local
from throughcare.web.people.shown.lines import Line, lines_of
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


STEPS: Final = (Due.OVERDUE, Due.TODAY, Due.FIRST, Due.SECOND, Due.THIRD)
# Rows of a part, and of one that lies ahead: a large prison has more than a hundred in 90 days.
MOST: Final = 25
LATER: Final = 10
WITHOUT: Final = "without"  # the part of those under a sentence from which no date follows
_SERVICE: Final = "service"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRelease:
    """One row. `line` is None where the viewer may know the day but not the person."""

    line: Line | None
    id: UUID
    final: date
    days: int
    by_hand: bool
    confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The rows that stand alike. `within` is the number of days, 0 where the title says it.

    `count` are there, of which the first are shown; `way` leads to all of them.
    """

    key: str
    title: StrOrPromise
    within: int
    count: int
    rows: list[ShownRelease]
    way: str


@never_cache
@require_safe
@local
def releases(request: Request) -> HttpResponse:
    """The list of one establishment of the viewer's posts, overdue first. Nothing hides a row."""
    need_post(request)
    places = _places(request)
    place, part = request.GET.get("place", ""), request.GET.get("part", "")
    place = place if place in places else next(iter(places))
    asked = place if place in names_of_places([place]) and place != _SERVICE else None
    found = queries.release_due(request.viewer, asked, at=request.at)
    shown = _shown(found, part)
    without = found.without_date if part == WITHOUT else found.without_date[:MOST]
    listed = [row.person for rows in shown.values() for row in rows]
    lines = _lines(request, listed + without)
    return render(
        request, "custody/dates/releases.html",
        {
            "parts": _parts(found, shown, lines, place), "places": places, "place": place,
            "without": [lines[one] for one in without if one in lines],
            "without_count": len(found.without_date), "without_way": _way(place, WITHOUT),
            "may_pardon": may_pardon(request, place),
        },
    )  # fmt: skip


def _places(request: Request) -> dict[str, str]:
    """Of whom the lists are asked: one establishment at a time, so that a page opens quickly.

    Whoever has a post for the whole service chooses among all, and may ask for all at once.
    """
    own = own_places(request)
    if _SERVICE not in own:
        return own
    known = Place.objects.in_use(request.at).filter(kind=PlaceKind.ESTABLISHMENT)
    paths = [str(path) for path in known.order_by("path").values_list("path", flat=True)]
    names = names_of_places(paths)
    return {**{path: names[path] for path in paths}, **own}


def _way(place: str, part: str) -> str:
    return f"/releases?{urlencode({'place': place, 'part': part})}"


def own_places(request: Request) -> dict[str, str]:
    """The establishments of the viewer's own posts by code, with their names."""
    held = [post for post in request.viewer.posts if post.period.holds(request.at)]
    codes = list(dict.fromkeys(post.establishment for post in held))
    names = names_of_places(codes)
    return {code: _("all establishments") if code == _SERVICE else names[code] for code in codes}


def may_pardon(request: Request, place: str) -> bool:
    """Whether the viewer may lay a decree before somebody there."""
    return may(request.viewer, Act.WRITE, Compartment.SEN, Subject(None, place), at=request.at)


def _lines(request: Request, ids: list[UUID]) -> dict[UUID, Line]:
    rows = people.listed(request.viewer, ids, at=request.at)
    return {line.id: line for line in lines_of(rows)}


def _shown(found: queries.ReleaseDue, part: str) -> dict[Due, list[queries.DueRelease]]:
    """The first rows of each part; of one that is asked for by itself, all."""
    alone = next((which for which in STEPS if which.value == part), None)
    if alone is not None:
        return {alone: found.of(alone)}
    if part == WITHOUT:
        return {}
    return {which: found.of(which)[: _most(which)] for which in STEPS}


def _most(which: Due) -> int:
    """Fewer of what is weeks ahead than of what is today or should have been."""
    return MOST if which in (Due.OVERDUE, Due.TODAY) else min(MOST, LATER)


def _parts(
    found: queries.ReleaseDue, shown: dict[Due, list[queries.DueRelease]],
    lines: dict[UUID, Line], place: str,
) -> list[Part]:  # fmt: skip
    within = dict(zip(STEPS, (0, 0, *alert_days()), strict=True))
    return [
        Part(
            key=which.value, title=DUE[which], within=within[which], count=len(found.of(which)),
            way=_way(place, which.value),
            rows=[
                ShownRelease(
                    line=lines.get(row.person), id=row.person, final=row.final,
                    days=abs(row.days), by_hand=row.by_hand, confirmed=row.confirmed,
                )
                for row in rows
            ],
        )
        for which, rows in shown.items()
    ]  # fmt: skip
