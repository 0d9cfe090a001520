"""The calendar: a month as a list of days, of the viewer or of the team, for eyes and paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from throughcare.access.errors import NotThere
from throughcare.casework.team import actions, queries
from throughcare.web.custody.places.shown import called_by
from throughcare.web.people.local import local
from throughcare.web.people.shown.names import Called
from throughcare.web.request import Request
from throughcare.web.team.grid import SIGNS, weeks_of
from throughcare.web.team.sources import Due, Kind, due_to
from throughcare.web.team.told import done, led

_WEEK = timedelta(days=7)
_KINDS: Final = {
    Kind.MEETING: gettext_lazy("meeting"), Kind.TASK: gettext_lazy("task"),
    Kind.REVIEW: gettext_lazy("review"),
}  # fmt: skip
# What a team sees of its calendar; what is one's own to do is nobody else's.
_OF_TEAM = frozenset({Kind.MEETING})


@dataclass(frozen=True, slots=True)
class Day:
    """A day with what is due on it."""

    on: date
    today: bool
    rows: Sequence[tuple[Due, Called | None]]


@never_cache
@require_safe
@local
def calendar(request: Request) -> HttpResponse:
    """For whoever sits in a team. `of`: me or team; `span`: month or week; `day`: in which."""
    if not queries.has_team(request.viewer, at=request.at):
        raise NotThere
    of = "team" if request.GET.get("of") == "team" else "me"
    span = "week" if request.GET.get("span") == "week" else "month"
    today = timezone.localtime(request.at).date()
    first, last = _span(_asked(request, today), span)
    zone = timezone.get_current_timezone()
    since, until = (datetime.combine(one, time(), zone) for one in (first, last))
    found = due_to(request.viewer, at=request.at, since=since, until=until)
    wanted = [one for one in found if (one.kind in _OF_TEAM if of == "team" else one.mine)]
    names = called_by(request, [one.person_id for one in wanted if one.person_id])
    rows = [(one, names.get(one.person_id) if one.person_id else None) for one in wanted]
    told = {
        "of": of, "span": span, "first": first, "last": last - timedelta(days=1),
        "before": _span(first - timedelta(days=1), span)[0], "after": last,
        "late": [row for row in rows if row[0].late],
        "weeks": weeks_of(_by_day(rows), first, last, today),
        "key": [(SIGNS[kind], words) for kind, words in _KINDS.items()],
        "days": _days([row for row in rows if not row[0].late], first, last, today),
        "feed_since": queries.feed_since(request.viewer, at=request.at), "done": done(request),
    }  # fmt: skip
    return render(request, "team/calendar.html", told)


@never_cache
@require_http_methods(["POST"])
@local
def make_address(request: Request) -> HttpResponse:
    """A new secret address, shown this once."""
    if not queries.has_team(request.viewer, at=request.at):
        raise NotThere
    secret = actions.make_feed(by=request.viewer, at=request.at)
    way = request.build_absolute_uri(f"/team/feed/{secret}.ics")
    told = {"address": way, "title": _("The address of your calendar"), "back": "/team/calendar"}
    return render(request, "team/address.html", told)


@never_cache
@require_http_methods(["POST"])
@local
def revoke_address(request: Request) -> HttpResponse:
    """The address answers nothing any more."""
    actions.revoke_feed(by=request.viewer, at=request.at)
    return led("/team/calendar", "revoked")


def _asked(request: Request, today: date) -> date:
    """The day that is asked for; today where none is, or none that there is."""
    try:
        asked = date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        return today
    return asked if 1900 < asked.year < 2200 else today


def _span(day: date, span: str) -> tuple[date, date]:
    """The first day of the month or week in which a day lies, and the day after its last."""
    if span == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + _WEEK
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1)


def _by_day(rows: Sequence[tuple[Due, Called | None]]) -> Mapping[date, Sequence[Due]]:
    found = defaultdict[date, list[Due]](list)
    for one, _called in rows:
        found[timezone.localtime(one.at).date()].append(one)
    return found


def _days(
    rows: Sequence[tuple[Due, Called | None]], first: date, last: date, today: date
) -> Sequence[Day]:
    """The days on which something is due, and today."""
    by_day: dict[date, list[tuple[Due, Called | None]]] = {}
    for row in rows:
        on = timezone.localtime(row[0].at).date()
        if first <= on < last:
            by_day.setdefault(on, []).append(row)
    if first <= today < last:
        by_day.setdefault(today, [])
    return [Day(on, on == today, by_day[on]) for on in sorted(by_day)]
