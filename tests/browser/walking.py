"""A walk through pages by several accounts: forms that are sent, words that are read, pictures.

Every page on the way is looked at for faults, and photographed in English and in Arabic where
THROUGHCARE_SHOTS names a folder.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Page

from tests.browser.look import faults_of_axe, faults_of_structure
from tests.browser.visitors import Visitors

FORM = "%Y-%m-%dT%H:%M"
TUNIS = "Africa/Tunis"  # where the demo's accounts have their posts


class Walking:
    """Who looks, and the faults of every page on the way. `album`: how its pictures begin."""

    album = "walk"

    def __init__(self, visitors: Visitors) -> None:
        self.visitors, self.faults = visitors, list[str]()

    def words(self, role: str, way: str, name: str) -> str:
        """The words of a page, with its pictures in English and in Arabic."""
        with self.visitors.looking(role) as page:
            page.goto(way)
            words = page.locator("main").inner_text()
            self.look(page, name)
        self.in_arabic(role, way, name)
        return words

    def form(self, role: str, way: str, name: str, /, **typed: str) -> str:
        """A form that is filled in and sent, and where it led; pictures filled and in Arabic."""
        with self.visitors.looking(role) as page:
            page.goto(way)
            for field, said in typed.items():
                self.fill(page, field, said)
            self.look(page, name)
            page.locator("form.write .buttons button.main").click()
            page.wait_for_load_state()
            assert "done=" in page.url, page.locator("main").inner_text()
            led = page.url
        self.in_arabic(role, way, name)
        return led

    def link(self, role: str, way: str, label: str) -> str:
        """Where a link of a page leads."""
        with self.visitors.looking(role) as page:
            page.goto(way)
            return page.get_by_role("link", name=label).first.get_attribute("href") or ""

    def fill(self, page: Page, name: str, said: str) -> None:
        """One field of a form, by its name."""
        fill(page, name, said)

    def look(self, page: Page, name: str) -> None:
        """Take a picture, and note every fault."""
        _shot(page, f"{self.album}-{name}.en")
        found = faults_of_structure(page, "en") + faults_of_axe(page)
        self.faults += [f"{name}: {one}" for one in found]

    def in_arabic(self, role: str, way: str, name: str) -> None:
        """The same page from right to left, where it is still open."""
        with self.visitors.looking(role, language="ar") as page:
            answer = page.goto(way)
            if answer is not None and answer.status == 200:  # a form whose step is done is closed
                assert page.locator("html").get_attribute("dir") == "rtl"
                _shot(page, f"{self.album}-{name}.ar")


def fill(page: Page, name: str, said: str) -> None:
    """Type into a field, or choose in a list by value."""
    field = page.locator(f"#id_{name}")
    if field.evaluate("one => one.tagName") != "SELECT":
        field.fill(said)
    else:
        field.select_option(said)


def now() -> str:
    """By the clock on the wall of the demo's prison."""
    return datetime.now(ZoneInfo(TUNIS)).strftime(FORM)


def _shot(page: Page, name: str) -> None:
    folder = os.environ.get("THROUGHCARE_SHOTS")
    if folder:
        page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=True)
