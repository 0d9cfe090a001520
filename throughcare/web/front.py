"""Whose address a request comes from, where a web server with HTTPS stands before the service."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]


def address_before(get_response: Answer) -> Answer:
    """Middleware: take the address that the server before us wrote down last.

    Without it all people would share one address, and one who mistypes would lock the door for
    everybody. What stands further left was written by the visitor and is not believed.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if settings.BEHIND_A_WEB_SERVER:
            last = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
            if _is_address(last):
                request.META["REMOTE_ADDR"] = last
        return get_response(request)

    return middleware


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
