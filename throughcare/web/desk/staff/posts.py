"""Posts at the own prison: who holds them, to appoint somebody, and to end one."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from throughcare.access import actions, queries
from throughcare.access.errors import NotThere
from throughcare.access.queries import Account, Post
from throughcare.access.terms import Role
from throughcare.web.desk.accounts.listing import account_of
from throughcare.web.desk.acting import done
from throughcare.web.desk.form import show
from throughcare.web.desk.offices import places
from throughcare.web.desk.staff.forms import AppointForm, EndForm
from throughcare.web.request import Request

_APPOINTING: Final = (Role.PRISON_DIRECTOR, Role.SYSTEM_ADMINISTRATOR)


@require_safe
def staff(request: Request) -> HttpResponse:
    """The posts in force, by place and role, and whoever may be appointed. Raises NotThere."""
    held = places(request, *_APPOINTING)
    posts = [
        post
        for place in held
        for post in queries.posts_at(place, at=request.at).select_related("account")
    ]
    known = queries.accounts_for(request.viewer, at=request.at)
    return render(request, "desk/staff.html", {"posts": posts, "accounts": known})


@require_http_methods(["GET", "HEAD", "POST"])
def posts(request: Request, number: int) -> HttpResponse:
    """The posts of one account, past ones too, and a new one. Raises NotThere."""
    held = places(request, *_APPOINTING)
    found = account_of(request, number)
    form = AppointForm(request.POST or None, initial={"establishment": held[0]})

    def act(typed: dict[str, Any]) -> None:
        actions.appoint(
            by=request.viewer, at=request.at, account=found, role=Role(typed["role"]),
            establishment=typed["establishment"], begins=typed["begins"] or request.at,
            ends=typed["ends"],
        )  # fmt: skip

    if request.method == "POST" and done(form, act):
        return HttpResponseRedirect(f"/staff/{found.pk}")
    given = queries.posts_of(request.viewer, found, at=request.at)
    return show(request, "desk/posts.html", form, account=found, posts=given, at=request.at)


@require_http_methods(["GET", "HEAD", "POST"])
def end_post(request: Request, number: int, post: int) -> HttpResponse:
    """To end a post, now or later. Raises NotThere."""
    places(request, *_APPOINTING)
    found = account_of(request, number)
    given = _post(request, found, post)
    form = EndForm(request.POST or None)

    def act(typed: dict[str, Any]) -> None:
        actions.end_post(
            by=request.viewer, at=request.at, post=given, ends=typed["ends"] or request.at,
            why=typed["why"],
        )  # fmt: skip

    if request.method == "POST" and done(form, act):
        return HttpResponseRedirect(f"/staff/{found.pk}")
    return show(request, "desk/end_post.html", form, account=found, post=given)


def _post(request: Request, account: Account, number: int) -> Post:
    found = queries.posts_of(request.viewer, account, at=request.at).filter(pk=number).first()
    if found is None:
        raise NotThere
    return found
