"""Who is it? Asked once more before a sensitive act."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth import authenticate
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from throughcare.web.back import safe_way
from throughcare.web.models import Passkey
from throughcare.web.request import Request
from throughcare.web.sign_in.code_app import accept_code, has_code_app
from throughcare.web.sign_in.form import AgainForm, answer_in, typed
from throughcare.web.sign_in.fresh import shown_again
from throughcare.web.sign_in.lock import forget, forget_factor, try_door, try_factor
from throughcare.web.sign_in.pages.door import too_many
from throughcare.web.sign_in.passkeys import NotThisPasskey, accept_passkey, ask_for_one


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def again(request: Request) -> HttpResponse:
    """The password once more, or a code of the app."""
    form = _form(request)
    if request.method == "POST" and form.is_valid() and _fits(request, form, request.at):
        return _back(request)
    return _page(request, form)


@require_POST
def again_passkey(request: Request) -> HttpResponse:
    """The same with a passkey."""
    account = request.viewer.account
    try:
        accept_passkey(request, account=account, answer=answer_in(request), at=request.at)
    except NotThisPasskey as refused:
        form = AgainForm(has_code_app=has_code_app(account))
        return _page(request, form, wrong=refused.what)
    return _back(request)


def _form(request: Request) -> AgainForm:
    return AgainForm(typed(request), has_code_app=has_code_app(request.viewer.account))


def _back(request: Request) -> HttpResponse:
    with transaction.atomic():
        shown_again(request, account=request.viewer.account, at=timezone.now())
    return HttpResponseRedirect(safe_way(request, _way(request)))


def _page(request: Request, form: AgainForm, wrong: str = "") -> HttpResponse:
    account = request.viewer.account
    has_passkey = Passkey.objects.filter(account=account).exists()
    shown = {
        "form": form,
        "wrong": wrong,
        "next": _way(request),
        "options": ask_for_one(request, account=account, at=request.at) if has_passkey else "",
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "sign_in/again.html", shown, status=status)


def _way(request: Request) -> str:
    return (request.POST.get("next") or request.GET.get("next", ""))[:2000]


def _fits(request: Request, form: AgainForm, at: datetime) -> bool:
    """Whether password or code is right; otherwise the form says why not."""
    given = form.cleaned_data
    if given.get("password"):
        return _right_password(request, form, at)
    account, address = request.viewer.account, request.META["REMOTE_ADDR"]
    if not try_factor(account=account, address=address, at=at):
        form.add_error(None, too_many())
        return False
    if not accept_code(account=account, code=given["code"], at=at):
        form.add_error("code", _("This code does not count, or not any more. Wait for a new one."))
        return False
    forget_factor(account=account, address=address)
    return True


def _right_password(request: Request, form: AgainForm, at: datetime) -> bool:
    name, address = request.user.get_username(), request.META["REMOTE_ADDR"]
    if not try_door(name=name, address=address, at=at):
        form.add_error(None, too_many())
        return False
    if authenticate(request, name=name, password=form.cleaned_data["password"]) is None:
        form.add_error("password", _("This is not your password. Type it again."))
        return False
    forget(name=name, address=address)
    return True
