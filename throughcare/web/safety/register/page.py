"""/separation: the register of a prison, the longest first; what waits; history by its days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access import gate
from throughcare.access.errors import NotThere
from throughcare.access.question import Subject
from throughcare.access.terms import Act
from throughcare.casework.safety import queries
from throughcare.web.custody.places.shown import called_by
from throughcare.web.people.local import local
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request
from throughcare.web.safety.lets import DIS
from throughcare.web.safety.register.houses import houses_of
from throughcare.web.safety.register.rows import rows_of

_MONTH: Final = timedelta(days=30)
_FIRST: Final = date(1900, 1, 1)


@never_cache
@require_safe
@local
def register(request: Request) -> HttpResponse:
    """The register of one of the viewer's prisons. NotThere for whom it is closed everywhere."""
    codes = houses_of(request.viewer, at=request.at)
    if not codes:
        raise NotThere
    house = request.GET.get("at", "")
    house = house if house in codes else codes[0]
    names = names_of_places(codes)
    counters = queries.separated_at(request.viewer, house, at=request.at)
    running = [one for one in counters if one.runs]
    rows = rows_of(request, running)
    waiting = queries.health_requests_waiting(
        request.viewer, [one.person for one in running], at=request.at
    )
    told: dict[str, Any] = {
        "house": house, "name": names.get(house, house),
        "houses": [(code, names.get(code, code)) for code in codes],
        "rows": rows, "ended": [one for one in rows if one.counter.without_order],
        "beyond": sum(one.beyond for one in rows), "reads": _may(request, Act.READ, house),
    }  # fmt: skip
    marks: dict[str, Sequence[Any]] = {"waiting": waiting}
    if told["reads"]:
        marks |= _marks(request, house)
        told |= _history(request, house)
    told |= _named(request, marks)
    return render(request, "safety/register.html", told)


def _marks(request: Request, house: str) -> dict[str, Sequence[Any]]:
    """Conflicts, and what the inspector looks at first."""
    marked = queries.marked_at(request.viewer, house, at=request.at)
    return {
        "conflicts": queries.conflicts_in(request.viewer, house, at=request.at),
        "exceptions": marked.exceptions, "found": marked.found,
        "orders_found": marked.orders_found,
    }  # fmt: skip


def _history(request: Request, house: str) -> dict[str, Any]:
    """What is over, where it is asked for."""
    if "first" not in request.GET and "last" not in request.GET:
        return {"first": _today(request) - _MONTH, "last": _today(request)}
    first = _day(request, "first") or _today(request) - _MONTH
    last = _day(request, "last") or _today(request)
    past, more = queries.history_in(
        request.viewer, house, first=_midnight(first), last=_midnight(last + timedelta(days=1)),
        at=request.at,
    )  # fmt: skip
    names = called_by(request, [one.row.person_id for one in past])
    history = [(names[one.row.person_id], one) for one in past if one.row.person_id in names]
    return {"first": first, "last": last, "history": history, "more": more, "asked": True}


def _named(
    request: Request, lists: Mapping[str, Sequence[Any]]
) -> dict[str, list[tuple[Any, Any, Any]]]:
    """Each row with whom it is about, and the name; without those whose files are closed.

    Of all lists at once: whose names they are is asked of the database once.
    """
    people = {name: [_whom(one) for one in rows] for name, rows in lists.items()}
    names = called_by(request, [one for some in people.values() for one in some])
    return {
        name: [
            (person, names[person], one)
            for person, one in zip(people[name], rows, strict=True) if person in names
        ]
        for name, rows in lists.items()
    }  # fmt: skip


def _whom(one: Any) -> Any:
    return getattr(one, "person_id", None) or one.person


def _may(request: Request, act: Act, code: str) -> bool:
    return gate.may(request.viewer, act, DIS, Subject(None, code), at=request.at)


def _today(request: Request) -> date:
    return timezone.localtime(request.at).date()


def _day(request: Request, name: str) -> date | None:
    """A day that was asked for; None for one that cannot be read or lies too far away."""
    try:
        day = date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return None
    return day if _FIRST <= day <= _today(request) else None


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
