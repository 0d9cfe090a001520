"""A man, a woman with her infant and a boy whose age is disputed come in, by the keyboard alone."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.look import faults_of_axe, faults_of_structure, faults_of_width
from tests.browser.visitors import NARROW, Visitors

FIVE_MINUTES = 300.0
# Seconds for one key of an average typist: Card, Moran and Newell, Keystroke-Level Model (1980).
ONE_KEY = 0.2
# Seconds to look at a page before typing and to wait for the next: ours, and generous. A clock
# would measure the machine that tests.
ONE_PAGE = 5.0
_NOW = "() => document.activeElement && (document.activeElement.name || document.activeElement.id)"


@dataclass
class Hands:
    """Two hands on a keyboard. No mouse."""

    page: Page
    keys: int = 0
    pages: int = 0

    def press(self, key: str) -> None:
        """One key."""
        self.page.keyboard.press(key)
        self.keys += 1

    def to(self, name: str) -> None:
        """Tab until the field of this name has the focus."""
        for _step in range(220):
            if self.page.evaluate(_NOW) == name:
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not reach {name} on {self.page.url}")

    def type(self, name: str, words: str) -> None:
        """Go to a field and type."""
        self.to(name)
        self.page.keyboard.type(words)
        self.keys += len(words)

    def choose(self, name: str, value: str) -> None:
        """Go to a list of buttons and choose with the arrows."""
        self.to(name)
        self.press("Space")
        for _step in range(10):
            if self.page.evaluate("() => document.activeElement.value") == value:
                return
            self.press("ArrowDown")
        raise AssertionError(f"{value} is no answer to {name}")

    def pick(self, name: str, value: str) -> None:
        """Go to a list that opens, and down in it; a hand types its first letters at most.

        A value that begins with a stroke is the first that holds it.
        """
        self.to(name)
        index = self.page.evaluate(
            "v => { const all = [...document.activeElement.options]; "
            "return all.findIndex(one => one.value === v || "
            "v[0] === '/' && one.value.includes(v)) }",
            value,
        )
        assert index >= 0, f"{value} is not in {name}"
        self.press("Home")
        for _step in range(index):
            self.page.keyboard.press("ArrowDown")
        self.keys += min(index, 3)

    def save(self) -> None:
        """Enter where a line is typed; from anywhere else, on to the button."""
        way = self.page.url
        kind = self.page.evaluate("() => document.activeElement.type || ''")
        if kind not in ("text", "radio", "checkbox"):
            self.to_button()
        with self.page.expect_navigation():
            self.press("Enter")
        self.pages += 1
        refused = self.page.locator(".refused")
        assert refused.count() == 0, f"{way}: {refused.first.inner_text()}"

    def to_button(self) -> None:
        """Tab until the button that saves."""
        for _step in range(220):
            if self.page.evaluate("() => document.activeElement.matches('.buttons button.main')"):
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not reach the button on {self.page.url}")


@pytest.fixture
def officer(visitors: Visitors) -> Iterator[Page]:
    """The admissions officer at a screen."""
    with visitors.page("admissions_officer") as page:
        yield page


def begins(hands: Hands, first: str, last: str, sex: str, year: str) -> None:
    """Who it is, then the order."""
    hands.page.goto("/reception/new")
    hands.type("name-part0_text", first)
    hands.type("name-part1_text", last)
    hands.type("born-born_year", year)
    hands.pick("sex-sex", sex)
    hands.to_button()
    with hands.page.expect_navigation():
        hands.press("Enter")
    if hands.page.locator("#likely").count():  # somebody of the demo sounds alike
        hands.to("seen")
        with hands.page.expect_navigation():
            hands.press("Enter")
    assert "/legality" in hands.page.url, hands.page.locator("main").inner_text()[:600]
    hands.choose("found", "valid")
    hands.pick("order_kind", "remand")
    hands.type("authority", "Court of First Instance")
    hands.type("number", f"R {time.monotonic_ns() % 10**8}")
    hands.save()


def goes_on(hands: Hands, *, woman: bool, child: str = "") -> None:
    """The other steps, in their order."""
    hands.choose("found", "stated")
    if woman:
        hands.choose("received_by_sex", "female")
    hands.save()
    hands.choose("by_staff_sex", "female" if woman else "male")
    hands.type("result", "nothing found")
    hands.save()
    hands.choose("none_seen", "none")
    hands.save()
    hands.choose("made", "no")
    hands.save()
    hands.type("items", "watch, steel")
    hands.choose("signature", "signed")
    hands.save()
    hands.pick("language", "ar")
    hands.choose("mode", "oral")
    hands.save()
    hands.choose("free_aid", "yes")
    hands.save()
    hands.choose("foreign", "no")
    hands.save()
    hands.choose("means_given", "yes")
    hands.type("told_whom", "a sister")
    hands.save()
    hands.choose("depends", "yes" if child else "no")
    if child:
        hands.choose("with_me", "yes")
        hands.type("children", child)
    hands.save()
    hands.type("own_words", "A call to my mother.")
    hands.save()
    hands.pick("place", "/w/" if woman else "/m/")  # where the demo keeps women, and men
    if not woman:  # some who lie there were born nobody knows when, and count as children
        hands.type("reasons", "Everywhere else is full.")
    hands.save()


def looked_at(visitors: Visitors, way: str, name: str) -> None:
    """The record in two directions, without faults; pictures for whoever wants to look."""
    for language in ("en", "ar"):
        with visitors.page("admissions_officer", language=language) as page:
            page.goto(way)
            assert not faults_of_structure(page, language) + faults_of_axe(page)
            shot(page, f"walk.{name}.{language}")
    with visitors.page("admissions_officer", size=NARROW) as page:
        page.goto(way)
        assert not faults_of_width(page)


def shot(page: Page, name: str) -> None:
    """A picture, where a folder is named."""
    folder = os.environ.get("THROUGHCARE_SHOTS")
    if folder:
        page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=True)


def received(officer: Page, *who: str, **steps: Any) -> tuple[str, Hands]:
    """Receive somebody; the walk's address, and the hands."""
    hands = Hands(officer)
    begins(hands, *who)
    goes_on(hands, **steps)
    return officer.url.split("?")[0], hands


def test_a_man_is_received_by_keyboard_in_under_five_minutes(
    officer: Page, visitors: Visitors
) -> None:
    way, hands = received(officer, "Okello", "Walkinman", "male", "1988", woman=False)
    assert officer.get_by_text("Every step is written down.").count() == 1
    pages = hands.pages + 2  # the two of `begins` that lead to the first step
    print(f"{hands.keys} keys and {pages} pages")
    assert hands.keys * ONE_KEY + pages * ONE_PAGE < FIVE_MINUTES
    looked_at(visitors, way, "man")


def test_a_woman_is_received_by_a_woman_and_her_infant_is_no_prisoner(
    officer: Page, visitors: Visitors
) -> None:
    way, _hands = received(
        officer, "Zahra", "Walkinwoman", "female", "1995", woman=True,
        child="Yasmin, 2026-04-02, healthy",
    )  # fmt: skip
    assert officer.get_by_text("Every step is written down.").count() == 1
    assert officer.get_by_text("Yasmin, 2026-04-02, healthy").count() == 1
    looked_at(visitors, way, "woman")


def test_a_boy_whose_age_is_disputed_counts_as_a_child_meanwhile(
    officer: Page, visitors: Visitors
) -> None:
    way, hands = received(officer, "Daniyar", "Walkinboy", "male", "2004", woman=False)
    assert officer.get_by_text("Counts as a child.").count() == 0
    officer.goto(f"{way}/age")
    hands.type("born_year", "2010")
    hands.save()
    assert officer.get_by_text("Counts as a child.").count() == 1
    looked_at(visitors, way, "boy")
