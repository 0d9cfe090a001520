"""Who lies together in a prison and may not, as a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.casework.custody import queries
from throughcare.casework.custody.sharing_rules import APART, GROUPS, TITLES
from throughcare.web.custody.places.acting import page_of
from throughcare.web.custody.places.shown import called_by
from throughcare.web.people.local import local
from throughcare.web.people.shown.names import Called
from throughcare.web.request import Request

MOST_NAMED: Final = 20  # names of one group on the page; the unit's own page names all


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One conflict in words. `others` are named only of two people: otherwise they are many."""

    title: str
    rules: Sequence[str]
    within: str
    group: str
    other_group: str
    many: int
    other_many: int
    one: Sequence[tuple[UUID, Called]]
    more: int
    apart: bool


@never_cache
@require_safe
@local
def conflicts(request: Request, place: str) -> HttpResponse:
    """Each two groups that are together where a rule keeps them apart."""
    found = queries.sharing_conflicts(request.viewer, place.split("/")[0], at=request.at)
    shown = [one for one in found if one.within == place or place in _above(one.within)]
    names = called_by(request, [each for one in shown for each in _to_name(one)])
    told = {**page_of(request, place), "lines": [_line(one, names) for one in shown]}
    return render(request, "custody/places/sharing.html", told)


def _above(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts))]


def _to_name(one: queries.SharingConflict) -> Sequence[UUID]:
    return [*one.one, *one.other] if one.kind == APART else one.one[:MOST_NAMED]


def _line(one: queries.SharingConflict, names: Mapping[UUID, Called]) -> Line:
    named = [(each, names[each]) for each in _to_name(one) if each in names]
    apart = one.kind == APART
    return Line(
        title=str(TITLES[one.kind]), rules=one.rules, within=one.within,
        group=str(GROUPS.get(one.group, "")), other_group=str(GROUPS.get(one.other_group, "")),
        many=one.many, other_many=one.other_many, one=named,
        more=0 if apart else one.many - len(named), apart=apart,
    )  # fmt: skip
