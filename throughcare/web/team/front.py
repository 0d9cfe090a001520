"""/team: the meetings that come and those to finish, and what is mine to do."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.casework.team import queries
from throughcare.web.people.local import local
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request
from throughcare.web.team.told import done

_BACK, _AHEAD, _MOST = timedelta(days=92), timedelta(days=92), 40
_OPEN: Final = frozenset({"called", "held"})


@never_cache
@require_safe
@local
def front(request: Request) -> HttpResponse:
    """For whoever sits in the team of a prison. NotThere for everybody else."""
    viewer, at = request.viewer, request.at
    found = queries.meetings_for(viewer, at=at, since=at - _BACK, until=at + _AHEAD)
    rows = [one.row for one in found]
    names = names_of_places(row.establishment for row in rows)
    lines = [(row, names.get(row.establishment, row.establishment)) for row in rows]
    told = {
        "open": [one for one in lines if one[0].state in _OPEN],
        "past": [one for one in reversed(lines) if one[0].state not in _OPEN][:_MOST],
        "may_call": queries.writes_in_team(viewer, at=at), "done": done(request), "now": at,
        "tasks": len(queries.tasks_of(viewer, at=at)),
    }  # fmt: skip
    return render(request, "team/front.html", told)
