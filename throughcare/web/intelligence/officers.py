"""The director names who answers for sharing, and sees how many items were left open: a number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.queries import posts_at
from throughcare.access.terms import Role
from throughcare.casework.intelligence import actions, queries
from throughcare.web.desk.acting import done
from throughcare.web.desk.form import show
from throughcare.web.desk.offices import places
from throughcare.web.duties.rules.houses import chosen
from throughcare.web.intelligence.forms import NameForm, WithdrawForm
from throughcare.web.intelligence.words import done as done_words
from throughcare.web.people.local import local
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request

_FORM = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@_FORM
@local
def officer(request: Request) -> HttpResponse:
    """Who is named for sharing, the form to name somebody, and the number. For a director."""
    houses = chosen(request, places(request, Role.PRISON_DIRECTOR))
    found = queries.officers_at(request.viewer, houses.here, at=request.at)
    form = NameForm(_staff(houses.here, request), request.POST or None)

    def act(said: dict[str, Any]) -> None:
        actions.appoint(
            by=request.viewer, at=request.at, establishment=houses.here,
            account=int(said["account"]), ends=said["ends"],
        )  # fmt: skip

    if request.method == "POST" and done(form, act):
        return HttpResponseRedirect(f"/intelligence/officer?at={houses.here}&done=named")
    rows = [one for one in (found.now, *found.earlier) if one is not None]
    told = {
        "found": found, "houses": houses, "names": names_of(one.account for one in rows),
        "called": names_of([found.now.account]).values() if found.now else (),
        "left": queries.left_waiting(request.viewer, houses.here, at=request.at),
        "done": done_words(request),
    }  # fmt: skip
    return show(request, "intelligence/officer.html", form, **told)


@never_cache
@_FORM
@local
def end(request: Request, officer_id: UUID) -> HttpResponse:
    """To end an appointment. For a director of that prison."""
    places(request, Role.PRISON_DIRECTOR)
    form = WithdrawForm(request.POST if request.method == "POST" else None)

    def act(_said: dict[str, Any]) -> None:
        actions.end_appointment(by=request.viewer, at=request.at, officer_id=officer_id)

    if request.method == "POST" and done(form, act):
        return HttpResponseRedirect("/intelligence/officer?done=ended")
    return show(request, "intelligence/officer_end.html", form)


def _staff(place: str, request: Request) -> Sequence[tuple[str, str]]:
    posts = posts_at(place, at=request.at).filter(role=Role.INTELLIGENCE_OFFICER.value)
    accounts = [str(one) for one in posts.values_list("account", flat=True)]
    return sorted(names_of(accounts).items(), key=lambda one: one[1])
