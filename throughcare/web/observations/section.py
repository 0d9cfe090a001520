"""The section Observations of a file: what was seen, by month how much, the officer, the talks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access.errors import NotThere
from throughcare.casework.observations.queries import (
    MonthCounts,
    observation_counts,
    observations_of,
)
from throughcare.casework.observations.terms import Tone
from throughcare.web.custody.sections import section_page
from throughcare.web.observations.lets import lets_of
from throughcare.web.people.file import read
from throughcare.web.people.local import local
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request

SECTION: Final = "observations"
_BACK: Final = timedelta(days=150)  # five months and the one that runs


@dataclass(frozen=True, slots=True)
class Bar:
    """One kind of one month: how many, and as many blocks."""

    label: str
    number: int

    @property
    def blocks(self) -> range:
        """At most thirty: what is more is a number."""
        return range(min(self.number, 30))


@never_cache
@require_safe
@local
def page(request: Request, person_id: UUID) -> HttpResponse:
    """For who reads the compartment, and in part for who adds to it; for others not there."""
    file = read(request, person_id)
    lets = lets_of(request.viewer, file.id, file.held_at, at=request.at)
    if not lets.opens:
        raise NotThere
    told = {**section_page(request, file, SECTION), "lets": lets}
    if lets.reads:
        told |= _read(request, file.id)
    return render(request, "observations/section.html", told)


def _read(request: Request, person: UUID) -> dict[str, Any]:
    viewer, at = request.viewer, request.at
    found = observations_of(viewer, person, at=at)
    counts = observation_counts(viewer, person, at=at, since=at - _BACK)
    accounts = [one.row.recorded_by for one in found.seen] + [
        one.recorded_by for one in found.contacts
    ]
    accounts += [one.officer for one in found.officers]
    officer = found.last.officer if found.last else ""
    names = names_of([one for one in accounts if one])
    return {
        "found": found,
        "seen": [
            (one.row, one.late, one.waited, names.get(one.row.recorded_by, ""))
            for one in found.seen
        ],
        "met": [(one, names.get(one.recorded_by, "")) for one in found.contacts],
        "officers": [(one, names.get(one.officer, "")) for one in found.officers],
        "months": [(one.month, _bars(one)) for one in reversed(counts)],
        "officer": names.get(officer, "") if officer else "",
        "holds": next(
            (one for one in found.officers if one.officer == officer and one.until is None), None
        ),
    }  # fmt: skip


def _bars(of: MonthCounts) -> list[Bar]:
    numbers = {Tone.POSITIVE: of.positive, Tone.TALK: of.talk, Tone.CONCERN: of.concern}
    return [Bar(str(tone.label), number) for tone, number in numbers.items()]
