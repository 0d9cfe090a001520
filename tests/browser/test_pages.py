"""What everybody meets on each page, whatever the language, the light, or the hand on the keys."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.look import (
    faults_of_axe,
    faults_of_keyboard,
    faults_of_language,
    faults_of_rows,
    faults_of_structure,
    faults_of_tongues,
    faults_of_width,
)
from tests.browser.pages import NO_PAGE, NOT_READ, ON_THE_WAY, PAGES, names
from tests.browser.visitors import NARROW, WIDE, Visitors
from tests.standards.properties.running import SLOW

READ = sorted(set(PAGES) - NOT_READ)
STOPS = 60  # things that the keyboard comes to; what follows in a long list is more of the same
# In the usual run every third page is looked at, and the others are opened without script.
LOOKED_AT = READ if SLOW else READ[::3]
PLAIN = READ if SLOW else [name for name in READ if name not in LOOKED_AT]
# Kazakh has the longest words, so it is opened on a narrow screen.
WAYS: tuple[tuple[str, str, ViewportSize], ...] = (
    ("en", "light", WIDE), ("ar", "dark", WIDE), ("kk", "light", NARROW),
)  # fmt: skip


def test_every_page_is_looked_at() -> None:
    assert set(names()) - set(PAGES) - NO_PAGE - ON_THE_WAY == set()


@pytest.mark.parametrize("name", LOOKED_AT)
def test_a_page_has_no_fault_in_three_languages_light_dark_and_narrow(
    name: str, visitors: Visitors
) -> None:
    seen, faults = PAGES[name], []
    way, turn = seen.way(visitors.house), LOOKED_AT.index(name)
    for language, theme, size in WAYS:
        # In the usual run the keyboard walks every second page in English and every eighth in
        # Arabic, axe reads every fourth in Arabic, and every third is opened in Kazakh.
        if not SLOW and size is NARROW and turn % 3:
            continue
        with visitors.looking(seen.role, language=language, theme=theme, size=size) as page:
            before = entries_of(visitors, seen.role) if seen.shows and seen.role else None
            opened(page, way)
            if before is not None and seen.role:  # what shows a file leaves an entry
                assert entries_of(visitors, seen.role) > before, way
            kept(page, name, language, theme)
            found = faults_of_structure(page, seen.spoken or language)
            found += faults_of_tongues(page)
            if (seen.spoken or language) == "ar":
                found += faults_of_language(page)
            if language == "en" or (language == "ar" and (SLOW or turn % 4 == 0)):
                found += faults_of_axe(page)
            if size is WIDE and (SLOW or turn % (2 if language == "en" else 8) == 0):
                found += faults_of_keyboard(page, most=None if SLOW else STOPS)
            if size is WIDE:
                found += faults_of_rows(page)
            page.set_viewport_size(NARROW)
            found += faults_of_width(page)
            faults += [f"{language} {theme}: {one}" for one in found]
    assert not faults, f"{way}\n" + "\n".join(faults)


@pytest.mark.parametrize("name", [name for name in PLAIN if name != "sign_in"])
def test_a_page_is_whole_without_script(name: str, visitors: Visitors) -> None:
    seen = PAGES[name]
    with visitors.looking(seen.role, script=False) as page:
        opened(page, seen.way(visitors.house))
        assert page.locator("h1").inner_text().strip()
        assert page.locator("main").inner_text().strip()


@pytest.mark.parametrize("name", sorted(NOT_READ & {one for one in PAGES if PAGES[one].shows}))
def test_what_is_not_read_on_a_page_and_shows_a_file_leaves_an_entry(
    name: str, visitors: Visitors
) -> None:
    seen = PAGES[name]
    assert seen.role is not None
    with visitors.looking(seen.role) as page:
        before = entries_of(visitors, seen.role)
        assert page.request.get(seen.way(visitors.house)).status == 200
    assert entries_of(visitors, seen.role) > before


def entries_of(visitors: Visitors, role: str) -> int:
    """How many entries of something read somebody in this role has left."""
    account = visitors.house.one(
        "SELECT id FROM access_account WHERE name = %s", role.replace("_", " ")
    )
    words = (
        "SELECT count(*) FROM register_entry WHERE by_account = %s AND event LIKE 'read.%%' "
        "AND role = %s"
    )
    return int(visitors.house.one(words, str(account), role))


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
