"""A session ends after its whole length, however busy it was. Idle ends are the session's own."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

BEGAN = "began"


def session_length(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Middleware: sign out whoever signed in too long ago, or at a time nobody wrote down."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            began = request.session.get(BEGAN)
            now = timezone.now().timestamp()
            if began is None or now - began >= settings.SESSION_LONGEST_SECONDS:
                logout(request)
        return answer(request)

    return middleware
