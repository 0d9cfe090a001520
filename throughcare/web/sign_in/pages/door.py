"""Signing in and out."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import authenticate, logout
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import rotate_token
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from throughcare.access.actions import signed_out
from throughcare.web.sign_in import kept
from throughcare.web.sign_in.first_step import after_the_first_step
from throughcare.web.sign_in.form import SignInForm, typed
from throughcare.web.sign_in.lock import forget, try_door
from throughcare.web.sign_in.sessions import ROW, end_quietly


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The door. One answer for a wrong name and a wrong password, one for any locked name."""
    form = SignInForm(typed(request))
    status = 200
    if request.method == "POST":
        status = 422
        entered = _enter(request, form) if form.is_valid() else None
        if entered is not None:
            return entered
    shown = {
        "form": form,
        "next": (request.POST.get("next") or request.GET.get("next", ""))[:2000],
        "kept": kept.is_anything_kept(request, at=timezone.now()),
        "outside": bool(settings.OIDC_ISSUER),
    }
    return render(request, "sign_in.html", shown, status=status)


def _enter(request: HttpRequest, form: SignInForm) -> HttpResponse | None:
    name, password = form.cleaned_data["name"], form.cleaned_data["password"]
    address, now = request.META["REMOTE_ADDR"], timezone.now()
    if not try_door(name=name, address=address, at=now):
        form.add_error(None, too_many())
        return None
    account = authenticate(request, name=name, password=password)
    if account is None:
        form.add_error(None, _("This name and this password do not fit together. Try again."))
        return None
    forget(name=name, address=address)
    way = request.POST.get("next", "")
    return after_the_first_step(request, account=account.pk, way=way, at=now)


def too_many() -> str:
    """What the lock says."""
    minutes = {"minutes": settings.LOCK_MINUTES}
    return _("Too many attempts. Wait %(minutes)d minutes, then try again.") % minutes


@require_POST
@login_not_required
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session. What is typed at this browser from now on is somebody else's."""
    with transaction.atomic():
        if request.user.is_authenticated:
            now = timezone.now()
            end_quietly(session=request.session.get(ROW) or 0, at=now)
            signed_out(account=request.user, at=now)
        logout(request)
    rotate_token(request)
    return HttpResponseRedirect("/sign-in")
