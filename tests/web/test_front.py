"""Behind a web server each visitor keeps an own address, and nobody can put on another's."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse

from throughcare.web.front import address_before


def _seen(forwarded: str | None) -> str:
    request = HttpRequest()
    request.META["REMOTE_ADDR"] = "127.0.0.1"
    if forwarded is not None:
        request.META["HTTP_X_FORWARDED_FOR"] = forwarded
    address_before(lambda _request: HttpResponse())(request)
    return str(request.META["REMOTE_ADDR"])


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("198.51.100.1, 203.0.113.7", "203.0.113.7"),
        ("2001:db8::7", "2001:db8::7"),
        ("203.0.113.7, nonsense", "127.0.0.1"),
        ("", "127.0.0.1"),
        (None, "127.0.0.1"),
    ],
)
def test_the_address_that_the_server_before_us_wrote_last_counts(
    settings: Any, forwarded: str | None, address: str
) -> None:
    settings.BEHIND_A_WEB_SERVER = True
    assert _seen(forwarded) == address


def test_on_the_machine_itself_nobody_names_an_address(settings: Any) -> None:
    settings.BEHIND_A_WEB_SERVER = False
    assert _seen("203.0.113.7") == "127.0.0.1"
