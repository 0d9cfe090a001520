"""Signing in and out."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from throughcare.access.actions import signed_in, signed_out
from throughcare.web.back import safe_way
from throughcare.web.sign_in.expiry import BEGAN
from throughcare.web.sign_in.form import SignInForm
from throughcare.web.sign_in.lock import forget, try_door


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The door. One answer for a wrong name and a wrong password, one for any locked name."""
    form = SignInForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid() and _enter(request, form):
            return HttpResponseRedirect(safe_way(request, request.POST.get("next", "")))
    way = request.POST.get("next") or request.GET.get("next", "")
    return render(request, "sign_in.html", {"form": form, "next": way[:2000]}, status=status)


def _enter(request: HttpRequest, form: SignInForm) -> bool:
    name, password = form.cleaned_data["name"], form.cleaned_data["password"]
    address, now = request.META["REMOTE_ADDR"], timezone.now()
    if not try_door(name=name, address=address, at=now):
        minutes = {"minutes": settings.LOCK_MINUTES}
        form.add_error(
            None, _("Too many attempts. Wait %(minutes)d minutes, then try again.") % minutes
        )
        return False
    account = authenticate(request, name=name, password=password)
    if account is None:
        form.add_error(None, _("This name and this password do not fit together. Try again."))
        return False
    forget(name=name, address=address)
    with transaction.atomic():
        login(request, account)
        signed_in(account=account, at=now)
    request.session[BEGAN] = now.timestamp()
    return True


@require_POST
@login_not_required
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    with transaction.atomic():
        if request.user.is_authenticated:
            signed_out(account=request.user, at=timezone.now())
        logout(request)
    return HttpResponseRedirect("/sign-in")
