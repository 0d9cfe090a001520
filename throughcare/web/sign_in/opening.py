"""The one place where a session opens, whichever way somebody came."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.contrib.auth import login
from django.contrib.auth.backends import ModelBackend
from django.db import transaction
from django.http import HttpRequest

from throughcare.access.actions import signed_in
from throughcare.web.models import OpenSession
from throughcare.web.sign_in import kept, pending
from throughcare.web.sign_in.enrolling import MUST_CHANGE, MUST_ENROL
from throughcare.web.sign_in.expiry import BEGAN
from throughcare.web.sign_in.factors import must_enrol
from throughcare.web.sign_in.form_key import form_key
from throughcare.web.sign_in.fresh import FRESH
from throughcare.web.sign_in.sessions import ROW, end_session

BACKEND: Final = "django.contrib.auth.backends.ModelBackend"


def open_session(request: HttpRequest, *, account: int, at: datetime) -> bool:
    """Open a session for an account that has shown all it must. False if it is suspended."""
    user = ModelBackend().get_user(account)
    if user is None:
        return False
    pending.forget(request)
    with transaction.atomic():
        _end_the_one_before(request, at)
        login(request, user, backend=BACKEND)
        row = OpenSession.objects.create(
            account_id=account,
            began=at,
            last_seen=at,
            address=request.META["REMOTE_ADDR"],
            agent=request.headers.get("User-Agent", "").replace("\0", "")[:300],
            form_key=form_key(request.META["CSRF_COOKIE"]),
        )
        signed_in(account=user, at=at)
    request.session[BEGAN] = request.session[FRESH] = at.timestamp()
    request.session[ROW] = row.pk
    if user.must_change_password:
        request.session[MUST_CHANGE] = True
    if must_enrol(account, at=at):
        request.session[MUST_ENROL] = True
    kept.only_for(request, account=account)
    return True


def _end_the_one_before(request: HttpRequest, at: datetime) -> None:
    if request.user.pk is not None:
        before = request.session.get(ROW) or 0
        end_session(account=request.user.pk, session=before, at=at, why="signed in anew")
