"""For whom one rule is broken or due at an establishment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from standards.findings import Status
from throughcare.access.errors import NotThere
from throughcare.casework.people import queries as people
from throughcare.duties.queries import Duty
from throughcare.duties.queries.by_rule import MOST, cases_of
from throughcare.duties.rules import rulebook
from throughcare.web.duties.rules.shown import rule_shown
from throughcare.web.duties.words import SIGNS, state_of, status_words
from throughcare.web.people.listing import need_post
from throughcare.web.people.local import local
from throughcare.web.people.shown.lines import Line, lines_of
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Somebody, or a place, with what is open. `line` None: a file that does not open."""

    line: Line | None
    about: str
    way: str
    sign: str
    status: StrOrPromise
    since: datetime | None
    until: datetime | None


@never_cache
@require_safe
@local
def cases(request: Request, rule: str, place: str) -> HttpResponse:
    """The cases behind the numbers of one rule, for those who read files there."""
    need_post(request)
    entry = rulebook().entries.get(rule)
    if entry is None:
        raise NotThere
    found = cases_of(request.viewer, rule, place, at=request.at)
    told = {
        "one": rule_shown(entry, None, None), "place": place, "found": found, "most": MOST,
        "name": names_of_places([place]).get(place, place), "cases": _shown(request, found.rows),
    }  # fmt: skip
    return render(request, "duties/rules/cases.html", told)


def _shown(request: Request, rows: list[Duty]) -> list[Case]:
    ids = list(dict.fromkeys(one.person for one in rows if one.person))
    lines = lines_of(people.listed(request.viewer, ids, at=request.at))
    known = {line.id: line for line in lines}
    places = names_of_places(one.about for one in rows)
    return [_case(one, known.get(one.person) if one.person else None, places, request.at)
            for one in rows]  # fmt: skip


def _case(one: Duty, line: Line | None, places: dict[str, str], at: datetime) -> Case:
    late = one.status == Status.BREACHED
    return Case(
        line=line, about=places.get(one.about, one.about), sign=SIGNS[state_of(one)],
        way=f"/people/{one.person}{one.page(at)}" if line else f"/places/{one.about}",
        status=status_words(one), since=one.since if late else None,
        until=one.until if not late else None,
    )  # fmt: skip
