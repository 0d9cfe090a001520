"""To post somebody, to end or strike that out, and to write down a supervision: of a director."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.errors import NotThere
from throughcare.access.queries import Account, accounts_for
from throughcare.access.terms import Role
from throughcare.service.training import actions, queries
from throughcare.service.training.queries import Posted
from throughcare.web.desk.acting import done
from throughcare.web.desk.form import show
from throughcare.web.desk.offices import places
from throughcare.web.duties.rules.houses import chosen
from throughcare.web.people.local import local
from throughcare.web.request import Request
from throughcare.web.training.posts_forms import EndForm, MeetingForm, PostForm, StrikeForm
from throughcare.web.training.posts_shown import MetLine, PostLine, meetings, posts

_FORM = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@_FORM
@local
def new(request: Request) -> HttpResponse:
    """To write down who works in which unit. Raises NotThere for no director."""
    here, names = _of_house(request)
    form = PostForm(names, request.POST or None)

    def act(typed: dict[str, Any]) -> None:
        actions.post_to_unit(
            by=request.viewer, at=request.at, account=_account(request, typed.pop("who")),
            establishment=here, **typed,
        )  # fmt: skip

    if request.method == "POST" and done(form, act):
        return _led(here, "posted")
    return show(request, "training/post.html", form)


@never_cache
@_FORM
@local
def meeting(request: Request) -> HttpResponse:
    """To write down who had supervision or a debriefing. Raises NotThere for no director."""
    here, names = _of_house(request)
    form = MeetingForm(names, request.POST or None)

    def act(typed: dict[str, Any]) -> None:
        who = [_account(request, number) for number in typed.pop("who")]
        actions.record_supervision(
            by=request.viewer, at=request.at, accounts=who, establishment=here, **typed
        )

    if request.method == "POST" and done(form, act):
        return _led(here, "met")
    return show(request, "training/meeting.html", form)


@never_cache
@_FORM
@local
def end(request: Request, posting_id: UUID) -> HttpResponse:
    """To say when a posting ends. Raises NotThere."""
    here, line = _posting(request, posting_id)
    if not line.post.may_end:
        raise NotThere
    form = EndForm(request.POST or None)

    def act(typed: dict[str, Any]) -> None:
        actions.end_posting(by=request.viewer, at=request.at, posting_id=posting_id, **typed)

    if request.method == "POST" and done(form, act):
        return _led(here, "ended")
    return show(request, "training/post_end.html", form, line=line)


@never_cache
@_FORM
@local
def strike(request: Request, posting_id: UUID) -> HttpResponse:
    """To strike a posting out, with a reason. Raises NotThere."""
    here, line = _posting(request, posting_id)
    return _struck(request, here, {"line": line}, lambda why: actions.strike_posting(
        by=request.viewer, at=request.at, posting_id=posting_id, why=why
    ))  # fmt: skip


@never_cache
@_FORM
@local
def strike_meeting(request: Request, supervision_id: UUID) -> HttpResponse:
    """To strike a supervision or debriefing out, with a reason. Raises NotThere."""
    here, met = _meeting(request, supervision_id)
    return _struck(request, here, {"met": met}, lambda why: actions.strike_supervision(
        by=request.viewer, at=request.at, supervision_id=supervision_id, why=why
    ))  # fmt: skip


def _struck(
    request: Request, here: str, what: dict[str, Any], strike_out: Callable[[str], object]
) -> HttpResponse:
    form = StrikeForm(request.POST or None)
    if request.method == "POST" and done(form, lambda typed: strike_out(typed["why"])):
        return _led(here, "struck")
    return show(request, "training/strike.html", form, **what)


def _of_house(request: Request) -> tuple[str, list[tuple[str, str]]]:
    """The prison that is asked for, and its staff but oneself. Raises NotThere for no director."""
    here = chosen(request, places(request, Role.PRISON_DIRECTOR)).here
    able = [one for one in _staff(request, here) if one.roles and not one.is_me]
    return here, [(str(one.accounts[0]), ", ".join(one.names)) for one in able]


def _staff(request: Request, here: str) -> list[Posted]:
    return queries.postings_at(request.viewer, here, at=request.at)


def _posting(request: Request, wanted: UUID) -> tuple[str, PostLine]:
    """A posting at a prison that the viewer directs, not the own. Raises NotThere."""
    for here in places(request, Role.PRISON_DIRECTOR):
        for line in posts(_staff(request, here)):
            if line.post.id == wanted and not line.human.is_me:
                return here, line
    raise NotThere


def _meeting(request: Request, wanted: UUID) -> tuple[str, MetLine]:
    """A meeting that was written down at a prison that the viewer directs. Raises NotThere."""
    for here in places(request, Role.PRISON_DIRECTOR):
        for line in meetings(_staff(request, here)):
            if line.met.id == wanted and line.met.establishment == here and not line.human.is_me:
                return here, line
    raise NotThere


def _account(request: Request, number: str) -> Account:
    """The account of a member of staff whom the viewer may appoint. Raises NotThere."""
    found = accounts_for(request.viewer, at=request.at).filter(pk=int(number)).first()
    if found is None:
        raise NotThere
    return found


def _led(place: str, what: str) -> HttpResponse:
    return HttpResponseRedirect(f"/training/posts?at={place}&done={what}")
