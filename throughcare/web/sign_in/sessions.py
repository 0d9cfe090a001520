"""Open sessions: begun at the door, seen at each request, ended from anywhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from throughcare.access.door import session_ended
from throughcare.web.models import OpenSession
from throughcare.web.sign_in.devices import device_words

ROW: Final = "open_session"
SEEN_EVERY: Final = timedelta(minutes=1)  # one write a minute, however busy somebody is


@dataclass(frozen=True, slots=True)
class Device:
    """An open session as its holder sees it."""

    number: int
    began: datetime
    last_seen: datetime
    device: str
    address: str
    this_one: bool


def open_only(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Middleware: sign out whose session was ended elsewhere, and whose account is suspended."""

    def middleware(request: HttpRequest) -> HttpResponse:
        account = request.user.pk  # asked first: a changed password empties the session here
        if SESSION_KEY in request.session and not _goes_on(request, account, timezone.now()):
            logout(request)
        return answer(request)

    return middleware


def devices_of(account: int, *, here: int | None, at: datetime) -> list[Device]:
    """The sessions that still open the door, the one last used first."""
    return [
        Device(
            row.pk, row.began, row.last_seen, device_words(row.agent), row.address, row.pk == here
        )
        for row in _open(account, at).order_by("-last_seen", "-pk")
    ]


def end_session(*, account: int, session: int, at: datetime, why: str) -> bool:
    """End one session, at its next request. False if the account has no such open session."""
    with transaction.atomic():
        found = OpenSession.objects.filter(account=account, pk=session, ended=None)
        if not found.update(ended=at):
            return False
        session_ended(account=account, row=str(session), at=at, why=why)
    return True


def end_quietly(*, session: int, at: datetime) -> None:
    """Its holder signed out, which has an entry of its own."""
    OpenSession.objects.filter(pk=session, ended=None).update(ended=at)


def end_others(*, account: int, here: int | None, at: datetime, why: str) -> int:
    """End all sessions but this one. How many were ended."""
    rows = OpenSession.objects.filter(account=account, ended=None).exclude(pk=here or 0)
    return sum(
        end_session(account=account, session=row, at=at, why=why)
        for row in rows.values_list("pk", flat=True)
    )


def _open(account: int, at: datetime) -> QuerySet[OpenSession]:
    idle = timedelta(seconds=settings.SESSION_COOKIE_AGE) + SEEN_EVERY
    longest = timedelta(seconds=settings.SESSION_LONGEST_SECONDS)
    return OpenSession.objects.filter(
        account=account, ended=None, last_seen__gt=at - idle, began__gt=at - longest
    )


def _goes_on(request: HttpRequest, account: int | None, at: datetime) -> bool:
    row = OpenSession.objects.filter(pk=request.session.get(ROW) or 0, ended=None).first()
    if row is not None and account is None:
        end_session(account=row.account_id, session=row.pk, at=at, why="the account is suspended")
    if row is None or row.account_id != account:
        return False
    if at - row.last_seen >= SEEN_EVERY:
        OpenSession.objects.filter(pk=row.pk, ended=None).update(last_seen=at)
    return True
