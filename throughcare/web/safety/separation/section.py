"""The section Separation of a file: the days in a row, and all that the register says of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access.errors import NotThere
from throughcare.casework.people.queries import File
from throughcare.casework.safety import queries
from throughcare.web.custody.known import known_of
from throughcare.web.custody.sections import section_page
from throughcare.web.people.file import read
from throughcare.web.people.local import local
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request
from throughcare.web.safety.lets import Lets, lets_of
from throughcare.web.safety.said import day_said, lately_said, row_said
from throughcare.web.safety.separation.order_forms import kind_words
from throughcare.web.safety.separation.picture import picture_of
from throughcare.web.safety.words import contact_words

_DAYS: Final = 15  # of the table of days: as many as fit a page


@never_cache
@require_safe
@local
def separation(request: Request, person_id: UUID) -> HttpResponse:
    """Now, or as known on an earlier day. Who may only add sees the days, and the forms."""
    file = read(request, person_id)
    if file.redacted:
        raise NotThere
    known = known_of(request)
    lets = lets_of(request.viewer, file.id, file.held_at, at=request.at)
    counter = queries.counter_of(request.viewer, file.id, at=request.at)
    told: dict[str, Any] = {
        **section_page(request, file, "separation", known), "lets": lets,
        "may": lets if known.day is None else None, "counter": counter, "house": file.held_at,
    }  # fmt: skip
    if counter is not None and known.day is None:
        told.update(_counted(request, file, counter))
    if lets.sees:
        register = queries.separations_of(request.viewer, file.id, at=request.at, known_at=known.at)
        told.update(register=register, spells=[*reversed(register.spells)],
                    times=[*reversed(register.times)], advice=[*reversed(register.advice)],
                    names=names_of(_writers(register)))  # fmt: skip
    if lets.reads:
        told["days"] = _days(request, file, counter)
    told.update(_health(request, file, lets))
    return render(request, "safety/separation/section.html", told)


def _counted(request: Request, file: File, counter: queries.Counter) -> dict[str, Any]:
    row = queries.in_a_row(request.viewer, file.id, since=counter.begun, at=request.at)
    return {
        "row": row, "picture": picture_of(counter), "day": counter.full_days + 1,
        "day_said": day_said(counter), "row_said": row_said(row, counter.full_days + 1),
        "lately_said": lately_said(row),
        "kind": kind_words(counter.kind), "beyond": counter.beyond(request.at),
        "review_late": counter.next_review_at is not None
        and counter.next_review_at < request.at,
    }  # fmt: skip


def _writers(register: queries.Register) -> Iterator[str]:
    for spell in register.spells:
        yield from (one.recorded_by for one in (*spell.orders, *spell.reviews, *spell.plans))
    for advised in register.advice:
        yield advised.row.recorded_by
        if advised.answer is not None:
            yield advised.answer.recorded_by


def _days(
    request: Request, file: File, counter: queries.Counter | None
) -> Sequence[dict[str, Any]]:
    """The last days of what counts now, the newest first."""
    if counter is None:
        return []
    last = timezone.localtime(request.at).date()
    first = max(timezone.localtime(counter.since).date(), last - timedelta(days=_DAYS - 1))
    days = queries.days_of(request.viewer, file.id, first=first, last=last, at=request.at)
    return [
        {
            "day": one,
            "others": one.contact_minutes - one.meaningful_minutes,
            "kinds": sorted({str(contact_words(each.kind)) for each in one.contacts}),
        }
        for one in reversed(days)
    ]


def _health(request: Request, file: File, lets: Lets) -> dict[str, Any]:
    """What health staff wrote, for those who read the health file."""
    if not lets.reads_health or not lets.opens:
        return {}
    health = queries.health_in_separation(request.viewer, file.id, at=request.at)
    return {"states": health.states, "opinions": health.opinions}
