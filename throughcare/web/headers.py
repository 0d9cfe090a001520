"""What a page may ask of the machine it is shown on: nothing."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


def permissions(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Middleware: no camera, microphone, place or payment."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()"
        return response

    return middleware
