"""What everybody meets on each page, whatever the language, the light, or the hand on the keys."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.look import (
    faults_of_axe,
    faults_of_keyboard,
    faults_of_structure,
    faults_of_width,
)
from tests.browser.pages import NO_PAGE, NOT_READ, ON_THE_WAY, PAGES, names
from tests.browser.visitors import NARROW, WIDE, Visitors

READ = sorted(set(PAGES) - NOT_READ)
# Each page is walked by keyboard in English, every third one from right to left too. Kazakh has the
# longest words, so it is opened on a narrow screen.
WAYS: tuple[tuple[str, str, ViewportSize], ...] = (
    ("en", "light", WIDE), ("ar", "dark", WIDE), ("kk", "light", NARROW),
)  # fmt: skip


def test_every_page_is_looked_at() -> None:
    assert set(names()) - set(PAGES) - NO_PAGE - ON_THE_WAY == set()


@pytest.mark.parametrize("name", READ)
def test_a_page_has_no_fault_in_three_languages_light_dark_and_narrow(
    name: str, visitors: Visitors
) -> None:
    seen, faults = PAGES[name], []
    way = seen.way(visitors.house)
    for language, theme, size in WAYS:
        with visitors.looking(seen.role, language=language, theme=theme, size=size) as page:
            opened(page, way)
            kept(page, name, language, theme)
            found = faults_of_structure(page, seen.spoken or language)
            if size is WIDE:
                found += faults_of_axe(page)
            if language == "en" or (language == "ar" and READ.index(name) % 3 == 0):
                found += faults_of_keyboard(page)
            page.set_viewport_size(NARROW)
            found += faults_of_width(page)
            faults += [f"{language} {theme}: {one}" for one in found]
    assert not faults, f"{way}\n" + "\n".join(faults)


@pytest.mark.parametrize("name", sorted(set(READ) - {"sign_in"}))
def test_a_page_is_whole_without_script(name: str, visitors: Visitors) -> None:
    seen = PAGES[name]
    with visitors.looking(seen.role, script=False) as page:
        opened(page, seen.way(visitors.house))
        assert page.locator("h1").inner_text().strip()
        assert page.locator("main").inner_text().strip()


@pytest.mark.parametrize("name", [name for name, seen in PAGES.items() if seen.shows])
def test_a_page_that_shows_a_file_leaves_an_entry(name: str, visitors: Visitors) -> None:
    seen, rows = PAGES[name], visitors.house.rows
    assert seen.role is not None
    account = visitors.house.one(
        "SELECT id FROM access_account WHERE name = %s", seen.role.replace("_", " ")
    )
    words = (
        "SELECT count(*) FROM register_entry WHERE by_account = %s AND event LIKE 'read.%%' "
        "AND role = %s"
    )
    with visitors.looking(seen.role) as page:
        before = visitors.house.one(words, str(account), seen.role)
        answer = page.request.get(seen.way(visitors.house))
        assert answer.status == 200
    assert visitors.house.one(words, str(account), seen.role) > before
    assert rows is not None


def opened(page: Page, way: str) -> None:
    """Go there; nothing went wrong and nobody was sent elsewhere."""
    answer = page.goto(way)
    assert answer is not None
    assert answer.status == 200, f"{way} answers {answer.status}"
    assert page.url.endswith(way) or way in page.url, f"{way} leads to {page.url}"


def kept(page: Page, name: str, language: str, theme: str) -> None:
    """A picture for whoever wants to look: THROUGHCARE_SHOTS names the folder."""
    folder = os.environ.get("THROUGHCARE_SHOTS")
    if folder:
        path = Path(folder) / f"{name}.{language}.{theme}.png"
        page.screenshot(path=str(path), full_page=True)
