"""Where one is signed in, and how to end it."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from throughcare.access.errors import NotThere
from throughcare.web.request import Request
from throughcare.web.sign_in.fresh import fresh
from throughcare.web.sign_in.sessions import ROW, devices_of, end_others, end_session

_BY_HOLDER = "ended by its holder, on another device"


@never_cache
@require_safe
def sessions(request: Request) -> HttpResponse:
    """All devices on which the account is signed in now."""
    found = devices_of(request.viewer.account, here=request.session.get(ROW), at=request.at)
    return render(request, "sign_in/sessions.html", {"devices": found})


@require_POST
def end(request: Request, number: int) -> HttpResponse:
    """Sign out on one device."""
    account = request.viewer.account
    if not end_session(account=account, session=number, at=request.at, why=_BY_HOLDER):
        raise NotThere
    return HttpResponseRedirect("/my-account/sessions")


@require_POST
@fresh()
def end_all_others(request: Request) -> HttpResponse:
    """Sign out everywhere but here."""
    here = request.session.get(ROW)
    end_others(account=request.viewer.account, here=here, at=request.at, why=_BY_HOLDER)
    return HttpResponseRedirect("/my-account/sessions")
