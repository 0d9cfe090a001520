"""The duties of a file: what is open first, then what was broken and what was met."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access.errors import NotThere
from throughcare.casework.people.queries import File
from throughcare.duties.queries import directs, of_person, reviews_of
from throughcare.web.duties.shown import ShownDuty, shown
from throughcare.web.people.file import page_of, read
from throughcare.web.people.local import local
from throughcare.web.request import Request

MOST: Final = 200  # rows of the table of what is over
_LEAST: Final = datetime(1, 1, 1, tzinfo=UTC)
_PAST: Final = ("broken", "unknown", "met", "lapsed")


@never_cache
@require_safe
@local
def duties(request: Request, person_id: UUID) -> HttpResponse:
    """What must be done for this person, and what the rules say of the past."""
    file = read(request, person_id)
    if file.redacted:
        raise NotThere
    every = _shown(request, file)
    past = _past(every)
    told = {
        **page_of(request, file, "duties"), "now": request.at, "past": past[:MOST],
        "past_total": len(past), "open": [one for one in every if one.one.is_open],
    }  # fmt: skip
    return render(request, "duties/file.html", told)


def _shown(request: Request, file: File) -> list[ShownDuty]:
    found = of_person(request.viewer, file.id, at=request.at)
    reviews = reviews_of(request.viewer, found, at=request.at)
    leads = bool(file.held_at) and directs(request.viewer, file.held_at or "", at=request.at)
    return shown(found, at=request.at, reviews=reviews, directs=leads)


def _past(every: Sequence[ShownDuty]) -> list[ShownDuty]:
    """What is not open: what was broken first, then what is not known; the latest first."""
    over = [one for one in every if not one.one.is_open]
    over.sort(key=lambda one: one.one.until or one.one.since or _LEAST, reverse=True)
    return sorted(over, key=lambda one: _PAST.index(one.state))
