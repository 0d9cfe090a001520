"""A person is transferred and released by the keyboard alone, and each page on the way is whole.

The person is received for this test through the actions; what is looked at begins there.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser.house import _environment
from tests.browser.look import (
    faults_of_axe,
    faults_of_keyboard,
    faults_of_structure,
    faults_of_width,
)
from tests.browser.visitors import NARROW, Visitors
from throughcare.cluster.folder import DataFolder

FORM = "%Y-%m-%dT%H:%M"


def test_a_transfer_and_a_release_are_gone_by_keyboard_and_each_page_has_no_fault(
    visitors: Visitors, cluster: DataFolder
) -> None:
    made = subprocess.run(
        [sys.executable, "-m", "tests.browser.held_person"], capture_output=True, text=True,
        env=_environment(cluster, as_owner=True), check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    person, here, there = made.stdout.split()
    faults: list[str] = []
    with visitors.page("admissions_officer") as page:
        faults += _leaves_and_comes_back(page, person)
        faults += _sent(page, person, there)
        _as_others_see(visitors, f"/people/{person}/transfer", "transfer")
        page.goto(f"/people/{person}/custody/movements/return")
        faults += _look(page, "return")
        _type(page, "arrived_at", _ago(1))
        _send(page)
        faults += _look(page, "movements")
        _as_others_see(visitors, f"/people/{person}/custody/movements", "movements")
        faults += _corrected(page, person)
        faults += _released(page, person)
    for way, name in ((f"/people/{person}/custody/release", "release"),
                      (f"/people/{person}/custody/earlier", "earlier")):  # fmt: skip
        _as_others_see(visitors, way, name)
        with visitors.page("admissions_officer", size=NARROW) as page:
            page.goto(way)
            faults += faults_of_width(page)
            _shot(page, f"{name}.narrow")
    assert here != there
    assert not faults, "\n".join(faults)


def _leaves_and_comes_back(page: Page, person: str) -> list[str]:
    page.goto(f"/people/{person}/custody/movements")
    page.get_by_role("link", name="The person leaves for a time").press("Enter")
    found = _look(page, "leave")
    page.locator("#id_kind").select_option("court")
    _type(page, "to_place", "High Court")
    _type(page, "left_at", _ago(90))
    _send(page)
    page.get_by_role("link", name="The person is back").press("Enter")
    _type(page, "arrived_at", _ago(60))
    _send(page)
    return found + _look(page, "movements-after-court")


def _sent(page: Page, person: str, there: str) -> list[str]:
    page.get_by_role("link", name="Transfer to another prison").press("Enter")
    found = _look(page, "transfer-empty")
    page.locator("a[href$='/transfer/handover']").press("Enter")
    _type(page, "files", "Legal file, sealed health file")
    _send(page)
    page.get_by_role("link", name="The person leaves", exact=True).press("Enter")
    found += _look(page, "depart")
    _type_order(page, "T 4/2026")
    page.locator("#id_to_place").select_option(there)
    _type(page, "left_at", _ago(30))
    _type(page, "reason", "Nearer to the family")
    _send(page)
    return found + _look(page, "transfer-on-the-way")


def _corrected(page: Page, person: str) -> list[str]:
    page.goto(f"/people/{person}/custody/movements")
    page.get_by_role("link", name="Correct").first.press("Enter")
    found = _look(page, "correct")
    _type(page, "reason", "Turned back: the road was closed")
    _type(page, "why", "The reason was missing")
    _send(page)
    return found


def _released(page: Page, person: str) -> list[str]:
    page.goto(f"/people/{person}/custody/release")
    found = _look(page, "release-open")
    page.locator("a[href$='/release/property']").press("Enter")
    found += _look(page, "release-property")
    _type(page, "items", "A watch")
    page.locator("#id_receipt_signed").select_option("yes")
    _send(page)
    page.get_by_role("link", name="Release the person").press("Enter")
    found += _look(page, "release-go")
    _type_order(page, "R 9/2026")
    _type(page, "left_at", _ago(0))
    _send(page)
    assert page.get_by_text("The release is written.").count() == 1, page.url
    return found + _look(page, "released")


def _type_order(page: Page, number: str) -> None:
    page.locator("#id_order").select_option("new")
    _type(page, "authority", "Court of the North")
    _type(page, "number", number)
    page.locator("#id_issued_on").fill(datetime.now(UTC).date().isoformat())


def _type(page: Page, name: str, words: str) -> None:
    field = page.locator(f"#id_{name}")
    field.focus()
    field.fill(words)


def _send(page: Page) -> None:
    before = page.url
    page.locator("form.write .buttons button.main").press("Enter")
    page.wait_for_load_state()
    assert page.url != before, page.locator("main").inner_text()


def _ago(minutes: int) -> str:
    """So long ago by UTC: some hours earlier still by the clock of the demo's reception."""
    return (datetime.now(UTC) - timedelta(minutes=minutes)).strftime(FORM)


def _look(page: Page, name: str) -> list[str]:
    _shot(page, f"{name}.en")
    found = faults_of_structure(page, "en") + faults_of_axe(page) + faults_of_keyboard(page)
    return [f"{name}: {one}" for one in found]


def _as_others_see(visitors: Visitors, way: str, name: str) -> None:
    with visitors.page("admissions_officer", language="ar", theme="dark") as page:
        page.goto(way)
        _shot(page, f"{name}.ar")
        assert page.locator("html").get_attribute("dir") == "rtl"


def _shot(page: Any, name: str) -> None:
    folder = os.environ.get("THROUGHCARE_SHOTS")
    if folder:
        page.screenshot(path=str(Path(folder) / f"walk-{name}.png"), full_page=True)
