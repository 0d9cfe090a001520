"""The edge where the clock and the account enter: once for each request."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from throughcare.access.queries import viewer_for


def viewer(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Middleware: give the request its moment, and its viewer where somebody is signed in."""

    def middleware(request: HttpRequest) -> HttpResponse:
        at = timezone.now()
        request.at = at  # type: ignore[attr-defined]
        if request.user.is_authenticated:
            request.viewer = viewer_for(request.user, at=at)  # type: ignore[attr-defined]
        return answer(request)

    return middleware
