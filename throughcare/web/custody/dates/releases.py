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
from throughcare.web.custody.dates.words import DUE
from throughcare.web.people.listing import need_post
from throughcare.web.people.local import local
from throughcare.web.people.shown.lines import Line, lines_of
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


STEPS: Final = (Due.OVERDUE, Due.TODAY, Due.FIRST, Due.SECOND, Due.THIRD)
MOST: Final = 25  # rows of a part: a large prison has more than a hundred within 90 days


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
    places = own_places(request)
    place = request.GET.get("place", "")
    place = place if place in places else next(iter(places))
    asked = place if place in names_of_places([place]) and place != "service" else None
    found = queries.release_due(request.viewer, asked, at=request.at)
    shown = _shown(found, request.GET.get("part", ""))
    listed = [row.person for rows in shown.values() for row in rows]
    lines = _lines(request, listed + found.without_date)
    return render(
        request, "custody/dates/releases.html",
        {
            "parts": _parts(found, shown, lines, place), "places": places, "place": place,
            "without": [lines[one] for one in found.without_date if one in lines],
            "may_pardon": may_pardon(request, place),
        },
    )  # fmt: skip


def own_places(request: Request) -> dict[str, str]:
    """The establishments of the viewer's own posts by code, with their names."""
    held = [post for post in request.viewer.posts if post.period.holds(request.at)]
    codes = list(dict.fromkeys(post.establishment for post in held))
    names = names_of_places(codes)
    return {code: _("all establishments") if code == "service" else names[code] for code in codes}


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
    return {which: found.of(which)[:MOST] for which in STEPS}


def _parts(
    found: queries.ReleaseDue, shown: dict[Due, list[queries.DueRelease]],
    lines: dict[UUID, Line], place: str,
) -> list[Part]:  # fmt: skip
    within = dict(zip(STEPS, (0, 0, *alert_days()), strict=True))
    return [
        Part(
            key=which.value, title=DUE[which], within=within[which], count=len(found.of(which)),
            way=f"/releases?{urlencode({'place': place, 'part': which.value})}",
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
