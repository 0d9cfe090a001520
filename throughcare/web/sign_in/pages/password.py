"""Changing one's own password."""

from __future__ import annotations

from django.contrib.auth import HASH_SESSION_KEY, authenticate, get_user_model
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from throughcare.access.actions import set_password
from throughcare.access.errors import Unusable
from throughcare.web.request import Request
from throughcare.web.sign_in.enrolling import MUST_CHANGE
from throughcare.web.sign_in.form import NewPasswordForm, typed
from throughcare.web.sign_in.fresh import fresh
from throughcare.web.sign_in.lock import forget, try_door
from throughcare.web.sign_in.pages.door import too_many
from throughcare.web.sign_in.sessions import ROW, end_others


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@fresh()
def password(request: Request) -> HttpResponse:
    """The present password, and the new one twice. All other sessions end."""
    form = NewPasswordForm(typed(request))
    if request.method == "POST" and form.is_valid() and _changed(request, form):
        return HttpResponseRedirect("/my-account")
    status = 422 if request.method == "POST" else 200
    return render(request, "sign_in/password.html", {"form": form}, status=status)


def _changed(request: Request, form: NewPasswordForm) -> bool:
    name, address = request.user.get_username(), request.META["REMOTE_ADDR"]
    if not try_door(name=name, address=address, at=request.at):
        form.add_error(None, too_many())
        return False
    if authenticate(request, name=name, password=form.cleaned_data["password"]) is None:
        form.add_error("password", _("This is not your password. Type it again."))
        return False
    forget(name=name, address=address)
    account, new = request.viewer.account, form.cleaned_data["new_password"]
    try:
        with transaction.atomic():
            present = form.cleaned_data["password"]
            set_password(by=request.viewer, at=request.at, present=present, new=new)
            here = request.session.get(ROW)
            end_others(account=account, here=here, at=request.at, why="the password was changed")
    except Unusable as refused:
        form.add_error("new_password", refused.what)
        return False
    _stay(request, account)
    return True


def _stay(request: Request, account: int) -> None:
    """This session goes on, under a new key: it is the one that changed the password."""
    request.session.pop(MUST_CHANGE, None)
    changed = get_user_model().objects.get(pk=account)
    request.session[HASH_SESSION_KEY] = changed.get_session_auth_hash()
    request.session.cycle_key()
