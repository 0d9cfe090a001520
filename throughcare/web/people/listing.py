"""The list of people within reach, and the search in it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access.errors import Refused
from throughcare.access.policy import without_post
from throughcare.access.question import Answer
from throughcare.access.terms import Level
from throughcare.casework.people import queries
from throughcare.web.drafts.sending import key_in
from throughcare.web.people.forms.acts import SearchForm
from throughcare.web.people.local import local
from throughcare.web.people.shown.lines import Line, lines_of
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def people(request: Request) -> HttpResponse:
    """Everybody within reach, page by page; with `q` those who are found."""
    need_post(request)
    form = SearchForm(request.GET)
    known = {
        "form": form, "typed": request.GET.get("q", "")[:1000],
        "may_open": bool(queries.may_open_at(request.viewer, at=request.at)),
    }  # fmt: skip
    if not form.is_valid():
        return render(request, "people/search.html", known, status=422)
    if form.cleaned_data["q"]:
        lines = found(request, form.cleaned_data["q"])
        return render(request, "people/search.html", {**known, "lines": lines})
    return render(request, "people/list.html", {**known, **_listed(request)})


def found(request: Request, text: str) -> list[Line]:
    """The lines of a search, the most alike first, each with what matched."""
    hits = queries.find(request.viewer, text, at=request.at)
    rows = queries.listed(request.viewer, [hit.id for hit in hits], at=request.at)
    return lines_of(rows, hits)


def _listed(request: Request) -> dict[str, object]:
    places = _places(request)
    held_at = request.GET.get("place", "")
    held_at = held_at if held_at in places else ""
    alerted = request.GET.get("only") == "alerts"
    listing = queries.list_of(
        request.viewer, at=request.at, after=_after(request), held_at=held_at or None,
        alerted=alerted,
    )  # fmt: skip
    return {
        "lines": lines_of(listing.rows), "next_after": listing.next_after, "alerted": alerted,
        "count": queries.count(request.viewer, at=request.at), "held_at": held_at,
        "places": names_of_places(places), "first_page": _after(request) is None,
    }  # fmt: skip


def _places(request: Request) -> list[str]:
    """The establishments of the viewer's own posts, to choose from where there are several."""
    held = [post for post in request.viewer.posts if post.period.holds(request.at)]
    return list(dict.fromkeys(post.establishment for post in held))


def _after(request: Request) -> UUID | None:
    return key_in(request.GET.get("after"))


def need_post(request: Request) -> None:
    """Whoever has no post is told why: that follows from the viewer's own rows."""
    reason = without_post(request.viewer, request.at)
    if reason is not None:
        raise Refused(Answer(False, Level.NONE, reason))
