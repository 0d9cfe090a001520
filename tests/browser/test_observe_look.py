"""The form of the list, its question and its notices, in English and Arabic: axe, keys, width."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.at_the_unit import LONGEST, TABLET, Tablet
from tests.browser.look import (
    faults_of_axe,
    faults_of_keyboard,
    faults_of_structure,
    faults_of_width,
)
from tests.browser.on_the_wing import (
    SPEAKS,
    Wing,
    press,
    tap,
    told,
    wing,
    words,
)
from tests.browser.test_pages import kept
from tests.browser.visitors import Visitors

OFFICER = "security_officer"
__all__ = ["wing"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_form_question_and_notices_have_no_fault_in_either_direction(
    language: str, visitors: Visitors, wing: Wing
) -> None:
    faults = list[str]()
    with visitors.page(OFFICER, language=language, size=TABLET) as page:
        mine = Tablet(page.context, page, wing.way)

        def look(name: str) -> None:
            expect(page.locator("#device")).not_to_have_attribute("aria-busy", "true")
            kept(page, f"wing_{name}", language, "light")
            found = faults_of_structure(page, language) + faults_of_axe(page)
            found += faults_of_width(page)
            if name == "warning":  # the walk by keys counts rightly once on a page
                found += faults_of_keyboard(page)
            faults.extend(f"{name}: {one}" for one in found)

        mine.open()
        page.context.set_offline(True)
        tap(mine, wing.two, spot="yard")
        words(mine, "He ran.")
        press(mine, "concern")
        expect(page.locator("#wing-prompt")).to_be_visible()
        page.context.set_offline(False)
        expect(page.locator("[data-said=waiting]")).to_be_hidden(timeout=LONGEST)
        look("prompt")
        page.locator("#wing-prompt button").click()
        tap(mine, wing.one)
        words(mine, SPEAKS, meaning="")
        for one in page.locator("#wing-form input[name=spot]:checked").all():
            one.evaluate("one => { one.checked = false; }")
        press(mine, "concern")
        look("wrong")
        page.locator("#wing-form input[name=spot][value=yard]").check()
        press(mine, "concern")
        expect(page.locator("#wing-warning mark")).to_have_text("prays")
        look("warning")
        page.locator("#wing-form button[data-act=close]").click()
        expect(told(mine)).to_be_visible()
        look("asked")
    assert faults == []
