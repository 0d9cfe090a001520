"""Adding and removing the code app, and the recovery codes that come with a second factor."""

from __future__ import annotations

import json
from typing import Final

from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from throughcare.web.request import Request
from throughcare.web.sign_in.code_app import (
    begin_code_app,
    confirm_code_app,
    has_code_app,
    remove_code_app,
    waiting_code_app,
)
from throughcare.web.sign_in.encryption import decrypt, encrypt
from throughcare.web.sign_in.enrolling import MUST_ENROL
from throughcare.web.sign_in.factors import compulsory, how_many
from throughcare.web.sign_in.form import CodeForm, typed
from throughcare.web.sign_in.fresh import fresh
from throughcare.web.sign_in.lock import forget_factor, try_factor
from throughcare.web.sign_in.pages.door import too_many
from throughcare.web.sign_in.recovery import (
    forget_recovery_codes,
    make_recovery_codes,
    recovery_codes_left,
)

_SHOWN_ONCE: Final = "recovery_codes"


@require_POST
@fresh()
def begin(request: Request) -> HttpResponse:
    """Make a key for the app to read."""
    begin_code_app(account=request.viewer.account, at=request.at)
    return HttpResponseRedirect("/my-account/code-app")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@fresh()
def code_app(request: Request) -> HttpResponse:
    """The key as picture and text, until a code shows that the app has it."""
    account = request.viewer.account
    shown = waiting_code_app(account, name=request.user.get_username())
    if shown is None:
        return HttpResponseRedirect("/my-account")
    form = CodeForm(typed(request))
    if request.method == "POST" and form.is_valid() and _confirmed(request, form):
        return added(request)
    status = 422 if request.method == "POST" else 200
    page = {"form": form, "shown": shown}
    return render(request, "sign_in/code_app.html", page, status=status)


def _confirmed(request: Request, form: CodeForm) -> bool:
    account, address = request.viewer.account, request.META["REMOTE_ADDR"]
    if not try_factor(account=account, address=address, at=request.at):
        form.add_error(None, too_many())
        return False
    if not confirm_code_app(account=account, code=form.cleaned_data["code"], at=request.at):
        form.add_error("code", _("This is not the code that the app should show now. Try again."))
        return False
    forget_factor(account=account, address=address)
    return True


def added(request: Request) -> HttpResponse:
    """A second factor was added: with the first come recovery codes, shown once."""
    request.session.pop(MUST_ENROL, None)
    if recovery_codes_left(request.viewer.account):
        return HttpResponseRedirect("/my-account")
    return _new_codes(request)


def removable(request: Request) -> bool:
    """Whether one second factor may go: not the last of somebody who must have one."""
    account = request.viewer.account
    return how_many(account) > 1 or not compulsory(account, at=request.at)


@require_POST
@fresh()
def remove(request: Request) -> HttpResponse:
    """The app counts no more."""
    account = request.viewer.account
    if has_code_app(account) and not removable(request):
        return last_one(request)
    with transaction.atomic():
        remove_code_app(account=account, at=request.at)
        if not how_many(account):
            forget_recovery_codes(account=account)
    return HttpResponseRedirect("/my-account")


def last_one(request: Request) -> HttpResponse:
    """Why the last second factor stays."""
    words = _("Your post needs a second factor. Add another one first, then remove this one.")
    return render(request, "error.html", {"words": words}, status=422)


@require_POST
@fresh()
def new_recovery_codes(request: Request) -> HttpResponse:
    """Ten new codes; the earlier ones count no more."""
    if not how_many(request.viewer.account):
        return HttpResponseRedirect("/my-account")
    return _new_codes(request)


@never_cache
@require_safe
def recovery_codes(request: Request) -> HttpResponse:
    """The codes, once: loading the page again does not show them."""
    kept = request.session.pop(_SHOWN_ONCE, None)
    if kept is None:
        return HttpResponseRedirect("/my-account")
    bound = f"account {request.viewer.account}"
    codes = json.loads(decrypt(bytes.fromhex(kept), purpose=_SHOWN_ONCE, bound_to=bound))
    return render(request, "sign_in/recovery_codes.html", {"codes": codes})


def _new_codes(request: Request) -> HttpResponse:
    account = request.viewer.account
    codes = json.dumps(make_recovery_codes(account=account, at=request.at)).encode()
    sealed = encrypt(codes, purpose=_SHOWN_ONCE, bound_to=f"account {account}")
    request.session[_SHOWN_ONCE] = sealed.hex()
    return HttpResponseRedirect("/my-account/recovery-codes")
