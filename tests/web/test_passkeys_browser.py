"""Passkeys in a real browser, with a device that the browser pretends to have."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from django.db import connections

from tests.web.arrival import PASSWORD, an_account, events
from throughcare.web.models import Passkey

CHROMIUM = Path("/usr/bin/chromium")
DEVICE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
    "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *words: Any) -> None:
        """Silent."""


@pytest.fixture
def served(own_database: str) -> Iterator[str]:
    """The service, answering on a port of its own."""
    server = ThreadedWSGIServer(("localhost", 0), _Quiet)
    server.set_app(get_wsgi_application())
    serving = threading.Thread(target=server.serve_forever, daemon=True)
    serving.start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()
    serving.join()


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Chromium, without a sandbox, as tests run as root.

    Playwright's loop runs in this thread; the test itself goes on to ask the database.
    """
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip(f"there is no {CHROMIUM}")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()
        connections.close_all()  # those of Playwright's loop: nobody outside it sees them


def _with_device(context: Any, **differences: Any) -> Any:
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE | differences})
    return page


def _password(page: Any, served: str) -> None:
    page.goto(f"{served}/sign-in")
    page.get_by_label("Name").fill("amel")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()


def test_a_passkey_is_added_asked_for_and_used_alone(served: str, browser: Any) -> None:
    an_account()
    page = _with_device(browser.new_context())
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    _password(page, served)
    page.get_by_role("link", name="My account").click()
    page.get_by_role("link", name="passkeys").click()
    page.get_by_label("A name for this passkey").fill("my laptop")
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    assert Passkey.objects.get().name == "my laptop"

    page.get_by_role("button", name="Sign out").click()
    _password(page, served)
    page.get_by_role("heading", name="Second step").wait_for()
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_role("heading", name="First page").wait_for()

    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("link", name="Sign in with a passkey").click()
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_role("heading", name="First page").wait_for()
    assert not [line for line in said if "Content Security Policy" in line]
    assert events().count("signed_in") == 3


def test_a_device_that_says_no_leaves_a_sentence_and_the_way_by_code(
    served: str, browser: Any
) -> None:
    an_account()
    page = _with_device(browser.new_context())
    page.goto(f"{served}/sign-in/passkey")
    failed = page.get_by_text("The device gave no passkey")
    assert failed.is_hidden()
    page.get_by_role("button", name="Use a passkey").click()
    failed.wait_for(timeout=90_000)
    assert page.get_by_role("link", name="Sign in with name and password").is_visible()


def test_without_script_the_page_says_what_to_do_instead(served: str, browser: Any) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{served}/sign-in/passkey")
    assert page.get_by_text("Use a code instead").first.is_visible()
    assert page.get_by_role("button", name="Use a passkey").count() == 0
    assert settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["script-src"] == ["'self'"]
