"""Signing in with a passkey and no password: the device has verified its holder."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.web.sign_in.form import answer_in
from throughcare.web.sign_in.landing import landing
from throughcare.web.sign_in.opening import open_session
from throughcare.web.sign_in.passkeys import NotThisPasskey, accept_passkey, ask_for_one


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def passkey_alone(request: HttpRequest) -> HttpResponse:
    """The page, and the device's answer."""
    at, wrong = timezone.now(), ""
    way = (request.POST.get("next") or request.GET.get("next", ""))[:2000]
    if request.method == "POST":
        try:
            account = accept_passkey(request, account=None, answer=answer_in(request), at=at)
        except NotThisPasskey as refused:
            wrong = refused.what
        else:
            if open_session(request, account=account, at=at):
                return HttpResponseRedirect(landing(request, way, account=account, at=at))
            wrong = _("This account is suspended. Ask your administrator.")
    options = ask_for_one(request, account=None, at=at)
    shown = {"options": options, "wrong": wrong, "next": way}
    status = 422 if wrong else 200
    return render(request, "sign_in/passkey.html", shown, status=status)
