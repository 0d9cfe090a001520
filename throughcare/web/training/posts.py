"""Who is posted where at a prison, what the rules say of it, and one's own."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.duties.queries import of_staff
from throughcare.service.training import queries
from throughcare.service.training.courses import lapses_soon
from throughcare.web.duties.rules.houses import Houses, chosen
from throughcare.web.people.local import local
from throughcare.web.request import Request
from throughcare.web.training.posts_shown import Told, meetings, near, posts, told
from throughcare.web.training.words import done


@never_cache
@require_safe
@local
def page(request: Request) -> HttpResponse:
    """One's own for all staff; for a director and an inspector the list of a prison too.

    Raises NotThere for who is no staff, and for a prison whose list is not the viewer's to read.
    """
    viewer, at = request.viewer, request.at
    own, met = queries.own_postings(viewer, at=at)
    houses = chosen(request, queries.establishments_for(viewer, at=at))
    said = {
        "own": own, "met": met, "houses": houses, "shows_list": bool(houses.here),
        "own_duties": [Told(one, None) for one in near(of_staff.of_oneself(viewer, at=at), at=at)],
        "soon_days": lapses_soon().days,
        "may_record": queries.may_record_at(viewer, houses.here, at=at), "done": done(request),
        **_list(request, houses),
    }  # fmt: skip
    return render(request, "training/posts.html", said)


def _list(request: Request, houses: Houses) -> dict[str, Any]:
    if not houses.here:
        return {}
    staff = queries.postings_at(request.viewer, houses.here, at=request.at)
    duties = near(of_staff.of_staff_at(request.viewer, houses.here, at=request.at), at=request.at)
    return {
        "duties": told(duties, staff), "posts": list(posts(staff)), "meetings": meetings(staff),
        "nowhere": [one for one in staff if not any(post.runs for post in one.posts)],
    }  # fmt: skip
