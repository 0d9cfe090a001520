"""The release dates of a person: the day, how it follows line by line, and what it rests on."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.casework.custody import queries
from throughcare.casework.custody.due import Due, days_since
from throughcare.web.custody.dates.picture import picture_of
from throughcare.web.custody.dates.words import DUE, UNSUPPORTED, VALUES, length_of, lines_shown
from throughcare.web.custody.known import known_of
from throughcare.web.custody.sections import section_page
from throughcare.web.people.file import read
from throughcare.web.people.local import local
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def dates(request: Request, person_id: UUID) -> HttpResponse:
    """The dates as they stand, or as they were known at the end of an earlier day."""
    file = read(request, person_id)
    known = known_of(request)
    told = queries.release_dates_of(request.viewer, person_id, at=request.at, known_at=known.at)
    shown = {
        **section_page(request, file, "dates", known), "told": told,
        "acts": told.may_write and known.day is None, "picture": picture_of(told, known),
        "lines": lines_shown(list(told.computed.lines)),
        "days": days_since(told.final, at=known.at, zone=told.zone) if told.final else None,
        "left": (told.final - told.today).days if told.final else None,
        "due": DUE.get(told.due or Due.LATER) if told.due not in (None, Due.LATER) else "",
        "overdue": told.due is Due.OVERDUE,
        "sentences": [(one, length_of(one.years, one.months, one.days)) for one in told.sentences],
        "names": names_of(_accounts(told)),
    }  # fmt: skip
    if told.computed.unsupported is not None:
        shown["unsupported"] = UNSUPPORTED[told.computed.unsupported]
        shown["missing"] = [VALUES[name] for name in told.computed.missing]
    return render(request, "custody/dates/dates.html", shown)


def _accounts(told: queries.ReleaseDates) -> list[str]:
    by_hand = [one for one in (told.by_hand, told.conditional_by_hand) if one]
    found = [one.proposed_by for one in (*by_hand, *told.proposals)]
    found += [one.confirmed_by for one in by_hand if one.confirmed_by]
    return found + [one.recorded_by for one in (*told.sentences, *told.adjustments)]
