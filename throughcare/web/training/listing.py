"""Who is certified for what at a prison, and one's own certificates."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.service.training import queries
from throughcare.service.training.courses import lapses_soon
from throughcare.web.duties.rules.houses import Houses, chosen
from throughcare.web.people.local import local
from throughcare.web.request import Request
from throughcare.web.training.shown import Line, Shown, lines, soon
from throughcare.web.training.words import done


@never_cache
@require_safe
@local
def page(request: Request) -> HttpResponse:
    """One's own for all staff; for a director and an inspector the list of a prison too.

    Raises NotThere for who is no staff, and for a prison whose list is not the viewer's to read.
    """
    viewer, at = request.viewer, request.at
    own = queries.own_certificates(viewer, at=at)
    houses = chosen(request, queries.establishments_for(viewer, at=at))
    found = _list(request, houses)
    told = {
        "own": [Shown(one) for one in own], "houses": houses, "soon": soon(found),
        "certified": [line for line in found if line.certificates],
        "without": [line for line in found if not line.certificates],
        "soon_days": lapses_soon().days, "done": done(request), "shows_list": bool(houses.here),
        "may_record": queries.may_record_at(viewer, houses.here, at=at),
    }  # fmt: skip
    return render(request, "training/page.html", told)


def _list(request: Request, houses: Houses) -> list[Line]:
    if not houses.here:
        return []
    return lines(queries.certificates_at(request.viewer, houses.here, at=request.at))
