"""Sensitive acts ask again who it is, if the last proof is some minutes old.

    @fresh()
    def remove(request: Request) -> HttpResponse: ...

A POST that comes too late is kept (see `kept`) and shown again after the proof.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, Final
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from throughcare.access.door import confirmed_again
from throughcare.web.sign_in import kept
from throughcare.web.sign_in.whole_page import by_whole_page

FRESH: Final = "fresh_at"
AGAIN: Final = "/again"
Page = Callable[..., HttpResponse]


def fresh(minutes: int | None = None) -> Callable[[Page], Page]:
    """Decorate a page: it opens within so many minutes of a proof. None: settings.FRESH_MINUTES."""

    def decorate(page: Page) -> Page:
        @wraps(page)
        def asked(request: HttpRequest, *words: Any, **named: Any) -> HttpResponse:
            at = timezone.now()
            if is_fresh(request, minutes, at=at):
                return page(request, *words, **named)
            return _ask_again(request, at)

        return asked

    return decorate


def is_fresh(request: HttpRequest, minutes: int | None = None, *, at: datetime) -> bool:
    """Whether the holder of the session showed who it is less than so many minutes ago."""
    longest = 60 * (settings.FRESH_MINUTES if minutes is None else minutes)
    shown = request.session.get(FRESH)
    return shown is not None and at.timestamp() - shown < longest


def shown_again(request: HttpRequest, *, account: int, at: datetime) -> None:
    """The holder showed it again. Needs a transaction around it."""
    request.session[FRESH] = at.timestamp()
    confirmed_again(account=account, at=at)


def _ask_again(request: HttpRequest, at: datetime) -> HttpResponse:
    word = None
    if request.method == "POST" and request.user.pk is not None:
        word = kept.keep(request, account=request.user.pk, at=at)
    way = kept.PAGE if word else request.get_full_path()
    answer = HttpResponseRedirect(f"{AGAIN}?{urlencode({'next': way})}")
    if word:
        kept.set_cookie(answer, word)
    return by_whole_page(request, answer)
