"""Signing in by another house: the way out, and the way back."""

from __future__ import annotations

from typing import Final

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.web.sign_in.first_step import after_the_first_step
from throughcare.web.sign_in.outside import (
    Issuer,
    NotFromOutside,
    account_from_outside,
    issuer,
    way_out,
)
from throughcare.web.sign_in.passkeys import house_of

_WAY: Final = "way_from_outside"


@login_not_required
@never_cache
@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """To the other house."""
    known = _issuer()
    request.session[_WAY] = request.GET.get("next", "")[:2000]
    try:
        return way_out(request, known, back=f"{house_of(request).origin}/sign-in/outside/back")
    except NotFromOutside as refused:
        return _refused(request, refused.what)


@login_not_required
@never_cache
@require_safe
def back(request: HttpRequest) -> HttpResponse:
    """From the other house: on to the second factor, or in."""
    known = _issuer()
    try:
        account = account_from_outside(request, known)
    except NotFromOutside as refused:
        return _refused(request, refused.what)
    way = request.session.pop(_WAY, "")
    entered = after_the_first_step(request, account=account, way=way, at=timezone.now())
    return entered or _refused(request, _("This account is suspended. Ask your administrator."))


def _issuer() -> Issuer:
    known = issuer()
    if known is None:
        raise Http404
    return known


def _refused(request: HttpRequest, words: str) -> HttpResponse:
    return render(request, "error.html", {"words": words, "bare": True}, status=422)
