"""After the password: the code, or the passkey."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from throughcare.web.models import Passkey
from throughcare.web.sign_in.code_app import accept_code
from throughcare.web.sign_in.form import CodeForm, answer_in, typed
from throughcare.web.sign_in.landing import landing
from throughcare.web.sign_in.lock import forget_factor, try_factor
from throughcare.web.sign_in.opening import open_session
from throughcare.web.sign_in.pages.door import too_many
from throughcare.web.sign_in.passkeys import NotThisPasskey, accept_passkey, ask_for_one
from throughcare.web.sign_in.pending import Pending, pending
from throughcare.web.sign_in.recovery import use_recovery_code


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def second(request: HttpRequest) -> HttpResponse:
    """The code of somebody whose password was right: of the app, or a recovery code."""
    at = timezone.now()
    awaited = pending(request, at=at)
    if awaited is None:
        return HttpResponseRedirect("/sign-in")
    form = CodeForm(typed(request))
    if request.method == "POST" and form.is_valid() and _counts(request, form, awaited, at):
        return _in(request, awaited, at)
    return _page(request, form, awaited, at)


@login_not_required
@require_POST
def second_passkey(request: HttpRequest) -> HttpResponse:
    """The same with a passkey."""
    at = timezone.now()
    awaited = pending(request, at=at)
    if awaited is None:
        return HttpResponseRedirect("/sign-in")
    try:
        accept_passkey(request, account=awaited.account, answer=answer_in(request), at=at)
    except NotThisPasskey as refused:
        return _page(request, CodeForm(), awaited, at, wrong=refused.what)
    return _in(request, awaited, at)


def _in(request: HttpRequest, awaited: Pending, at: datetime) -> HttpResponse:
    opened = open_session(request, account=awaited.account, at=at)
    if not opened:
        return HttpResponseRedirect("/sign-in")
    way = landing(request, awaited.way, account=awaited.account, at=at)
    return HttpResponseRedirect(way)


def _page(
    request: HttpRequest, form: CodeForm, awaited: Pending, at: datetime, wrong: str = ""
) -> HttpResponse:
    has_passkey = Passkey.objects.filter(account=awaited.account).exists()
    shown = {
        "form": form,
        "wrong": wrong,
        "options": ask_for_one(request, account=awaited.account, at=at) if has_passkey else "",
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "sign_in/second.html", shown, status=status)


def _counts(request: HttpRequest, form: CodeForm, awaited: Pending, at: datetime) -> bool:
    """Whether the code lets in; otherwise the form says why not."""
    code, account = form.cleaned_data["code"], awaited.account
    address = request.META["REMOTE_ADDR"]
    if not try_factor(account=account, address=address, at=at):
        form.add_error(None, too_many())
        return False
    if not (
        accept_code(account=account, code=code, at=at)
        or use_recovery_code(account=account, typed=code, at=at)
    ):
        form.add_error("code", _("This code does not count, or not any more. Wait for a new one."))
        return False
    forget_factor(account=account, address=address)
    return True
