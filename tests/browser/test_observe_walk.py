"""An officer with a phone and no script: two taps, a warning that does not block, a prompt."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.look import faults_of_axe, faults_of_structure, faults_of_width
from tests.browser.observation_examples import unit
from tests.browser.of_unit_day import prison
from tests.browser.visitors import Visitors

PHONE: Final[ViewportSize] = {"width": 360, "height": 740}
# What the page calls its buttons, so that the walk is the same from right to left.
POSITIVE, CONCERN = 'button[value="positive"]', 'button[value="concern"]'
SPEAKS: Final = {"en": "He prays and shouted at a new man.", "ar": "يصلي ثم صرخ في سجين جديد."}


def looked(page: Page, name: str, language: str) -> list[str]:
    """What is wrong with the page; a picture of it where somebody asks for one."""
    if "THROUGHCARE_SHOTS" in os.environ:
        shots = Path(os.environ["THROUGHCARE_SHOTS"])
        shots.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=shots / f"walk_{name}.{language}.png", full_page=True)
    return [*faults_of_structure(page, language), *faults_of_width(page)]


def press(page: Page, what: str) -> None:
    """Presses what leads to another page, which is looked at only once it is all there."""
    page.locator(what).first.click()
    page.wait_for_load_state()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_an_observation_is_written_on_a_phone_without_script(
    language: str, visitors: Visitors
) -> None:
    house = visitors.house
    way = f"/observe/{unit(house.one, prison(house))}"
    with visitors.page(
        "security_officer", language=language, script=False, size=PHONE
    ) as page:  # fmt: skip
        page.goto(way)
        faults = looked(page, "list", language)
        press(page, "a.wing-name")
        faults += looked(page, "form", language)
        page.locator('input[name="spot"][value="yard"]').check()
        press(page, POSITIVE)
        assert page.url.endswith(f"{way}?spot=yard&done=observed")
        press(page, "a.wing-name")
        assert page.locator('input[name="spot"][value="yard"]').is_checked()
        page.locator("summary").click()
        page.locator("#id_behaviour").fill(SPEAKS[language])
        press(page, CONCERN)
        assert page.locator("mark").count() == 1
        assert page.locator("#id_behaviour").input_value() == SPEAKS[language]
        faults += looked(page, "warning", language)
        press(page, CONCERN)
        assert page.locator(".wing-prompt").is_visible()
        faults += looked(page, "prompt", language)
        press(page, ".wing-prompt a")
        assert way in page.url
    assert not faults


def test_the_warning_reads_well_to_whoever_does_not_see_it(visitors: Visitors) -> None:
    house = visitors.house
    with visitors.page("security_officer", size=PHONE) as page:
        page.goto(f"/observe/{unit(house.one, prison(house))}?spot=yard")
        press(page, "a.wing-name")
        page.locator("summary").click()
        page.locator("#id_behaviour").fill(SPEAKS["en"])
        press(page, CONCERN)
        assert not faults_of_axe(page)
