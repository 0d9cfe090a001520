"""Who looks at the pages: the demo's accounts, signed in by the door."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from typing import Any, Final

from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.house import House
from throughcare.config.settings import FRESH_MINUTES
from throughcare.demo.plan import plan

# Pages of one's own account ask who is there again once a proof is FRESH_MINUTES old. The browser's
# tests take longer than that, so whoever looks signs in anew well before.
KEPT: Final = 60 * FRESH_MINUTES / 3  # seconds

NARROW: Final[ViewportSize] = {"width": 320, "height": 800}
WIDE: Final[ViewportSize] = {"width": 1280, "height": 900}


@dataclass(frozen=True)
class Window:
    """An open window, and the cookies with which it was opened."""

    state: Any
    page: Page


class Visitors:
    """The accounts of the demo, with the cookies of their sessions and when each signed in."""

    def __init__(self, browser: Browser, house: House) -> None:
        self.browser, self.house = browser, house
        self._kept: dict[str, tuple[float, Any]] = {}
        self._windows: dict[tuple[str | None, bool], Window] = {}

    @contextmanager
    def page(
        self, role: str | None, *, language: str = "en", theme: str = "light", script: bool = True,
        size: ViewportSize = WIDE,
    ) -> Iterator[Page]:  # fmt: skip
        """A fresh window of somebody in this role; None is somebody who has not signed in."""
        context = self.browser.new_context(
            base_url=self.house.address, viewport=size, bypass_csp=True, java_script_enabled=script,
            storage_state=self._state(role) if role else None, color_scheme="light",
        )  # fmt: skip
        page = context.new_page()
        self._dress(page, language, theme)
        try:
            yield page
        finally:
            context.close()

    @contextmanager
    def looking(
        self, role: str | None, *, language: str = "en", theme: str = "light", script: bool = True,
        size: ViewportSize = WIDE,
    ) -> Iterator[Page]:  # fmt: skip
        """The same in a window that somebody in this role has open already.

        For whoever only looks: to open a window costs more than to look at a page.
        """
        state = self._state(role) if role else None
        window = self._windows.get((role, script))
        if window is None or window.state is not state:
            if window is not None:
                window.page.context.close()
            context = self.browser.new_context(
                base_url=self.house.address, viewport=WIDE, bypass_csp=True,
                java_script_enabled=script, storage_state=state, color_scheme="light",
            )  # fmt: skip
            window = self._windows[role, script] = Window(state, context.new_page())
        self._dress(window.page, language, theme)
        window.page.set_viewport_size(size)
        yield window.page

    def _dress(self, page: Page, language: str, theme: str) -> None:
        page.context.add_cookies([
            {"name": name, "value": value, "url": self.house.address}
            for name, value in (("django_language", language), ("theme", theme))
        ])  # fmt: skip

    def _state(self, role: str) -> Any:
        signed_in, state = self._kept.get(role, (0.0, None))
        if state is None or monotonic() - signed_in > KEPT:
            signed_in, state = monotonic(), self._sign_in(role)
            self._kept[role] = signed_in, state
        return state

    def _sign_in(self, role: str) -> Any:
        context = self.browser.new_context(base_url=self.house.address)
        page = context.new_page()
        page.goto("/sign-in")
        page.get_by_label("Name").fill(role.replace("_", " "))
        page.get_by_label("Password").fill(plan().password)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_url(lambda way: "/sign-in" not in way)
        state = context.storage_state()
        context.close()
        return state
