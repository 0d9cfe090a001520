"""The way of a second factor, gone by hand: a code app added, codes kept, used at the door."""

from __future__ import annotations

import re

import pyotp

from tests.browser.look import (
    faults_of_axe,
    faults_of_keyboard,
    faults_of_structure,
    faults_of_width,
)
from tests.browser.visitors import NARROW, Visitors
from throughcare.demo.plan import plan


def test_a_code_app_is_added_and_asked_for_and_each_page_on_the_way_has_no_fault(
    visitors: Visitors,
) -> None:
    with visitors.page("chaplain", size=NARROW) as page:

        def look() -> list[str]:
            found = faults_of_structure(page, "en") + faults_of_axe(page)
            return found + faults_of_keyboard(page) + faults_of_width(page)

        page.goto("/my-account")
        page.get_by_role("button", name="Add a code app").click()
        page.wait_for_url("**/code-app")
        faults = look()
        key = re.sub(r"\s", "", page.locator("main code").first.inner_text())
        page.get_by_label("Code", exact=False).first.fill(pyotp.TOTP(key).now())
        page.locator("main form button.main").first.click()
        page.wait_for_url("**/recovery-codes")
        faults += look()
        one = page.locator("main code").first.inner_text().strip()
        page.goto("/my-account")
        page.get_by_role("button", name="Sign out").click()
        page.wait_for_url("**/sign-in**")
        page.get_by_label("Name").fill("chaplain")
        page.get_by_label("Password").fill(plan().password)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_url("**/sign-in/second**")
        faults += look()
        page.get_by_label("ode", exact=False).last.fill(one)
        page.locator("main form button.main").last.click()
        page.wait_for_url(lambda way: "/sign-in" not in way)
        assert not faults
