"""The calendar of an account for a program, at a secret address: RFC 5545.

It holds nobody: "Meeting", "Task due", "Review due", when, in which establishment, and a link to
the calendar page, which asks who is there. No name, no number, no words of anybody.
"""

from __future__ import annotations

from datetime import UTC, timedelta
from hashlib import sha256
from typing import Final

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access.errors import NotThere
from throughcare.casework.team.queries import feed_viewer
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.team.ics import Entry, calendar_text
from throughcare.web.team.sources import Due, Kind, due_to

_BACK, _AHEAD = timedelta(days=31), timedelta(days=184)
_MEETING_LASTS: Final = timedelta(hours=1)
_TYPE: Final = "text/calendar; charset=utf-8"


@login_not_required
@never_cache
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """404 and nothing for what was revoked, never was, or whose post has ended: at once."""
    at = timezone.now()
    try:
        viewer = feed_viewer(secret, at=at)
    except NotThere:
        return HttpResponseNotFound()
    found = [
        one for one in due_to(viewer, at=at, since=at - _BACK, until=at + _AHEAD) if one.mine
    ]  # fmt: skip
    places = names_of_places({one.place for one in found if one.place})
    way = request.build_absolute_uri("/team/calendar")
    made = calendar_text(_entry(one, places.get(one.place, ""), way) for one in found)
    answer = HttpResponse(made, content_type=_TYPE)
    answer["Referrer-Policy"] = "no-referrer"
    return answer


def _entry(due: Due, place: str, way: str) -> Entry:
    """What kind of thing, when, in which prison at most."""
    words = {
        Kind.MEETING: _("Meeting"), Kind.TASK: _("Task due"), Kind.REVIEW: _("Review due"),
    }  # fmt: skip
    at = due.at.astimezone(UTC)
    return Entry(
        # A digest: the key has ids of rows and files in it.
        uid=f"{sha256(due.key.encode('utf-8')).hexdigest()[:32]}@throughcare",
        begins=at, ends=at + _MEETING_LASTS if due.kind is Kind.MEETING else None,
        summary=words[due.kind], place=place, way=way,
    )  # fmt: skip
