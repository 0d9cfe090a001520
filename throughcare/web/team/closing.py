"""To sign a meeting: all of it is read on this page, and locked from then on."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.casework.rows.errors import OtherWords
from throughcare.casework.team import actions
from throughcare.web.desk.acting import done
from throughcare.web.desk.form import show
from throughcare.web.people.local import local
from throughcare.web.request import Request
from throughcare.web.signing import shown_words
from throughcare.web.team.doing_meeting import to_write, way_of
from throughcare.web.team.forms import SignForm
from throughcare.web.team.meeting import shown
from throughcare.web.team.told import led


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def close(request: Request, meeting_id: UUID) -> HttpResponse:
    """For a member who writes in this team; whoever wrote the minutes is refused by the room."""
    met = to_write(request, meeting_id)
    words = shown_words(request, met.words)
    form = SignForm(request.POST or None)

    def act(_typed: dict[str, Any]) -> None:
        try:
            actions.close_meeting(
                by=request.viewer, at=request.at, meeting_id=met.row.first, seen=words.seen
            )
        except OtherWords:
            words.anew()
            raise

    if request.method == "POST" and done(form, act):
        return led(way_of(met), "closed")
    return show(
        request, "team/close.html", form, title=_("Sign the minutes"), button=_("Sign and close"),
        back=way_of(met), shown_words=words, **shown(request, met),
    )  # fmt: skip
