"""The edge where the clock and the account enter: once for each request."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from throughcare.access.queries import viewer_of


def viewer(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Middleware: give the request its moment, and its viewer once somebody asks for it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        at = timezone.now()
        account = request.user.pk
        request.at = at  # type: ignore[attr-defined]
        request.viewer = SimpleLazyObject(  # type: ignore[attr-defined]
            lambda: viewer_of(account or 0, at=at)
        )
        return answer(request)

    return middleware
