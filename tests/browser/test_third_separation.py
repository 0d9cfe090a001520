"""The task of a new user: told only "this man is moved to a segregation cell for the third time
this month", he writes it down and reads the right count of days, in under two minutes.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

from playwright.sync_api import Page

from tests.browser.house import _environment
from tests.browser.look import faults_of_axe, faults_of_structure
from tests.browser.visitors import Visitors
from throughcare.cluster.folder import DataFolder

FORM = "%Y-%m-%dT%H:%M"
TWO_MINUTES = 120
PACE = 2.5  # seconds that a hand needs for each field or button, beside what the pages take


def test_a_third_separation_is_written_with_its_move_and_the_day_is_read_in_two_minutes(
    visitors: Visitors, cluster: DataFolder
) -> None:
    made = subprocess.run(
        [sys.executable, "-m", "tests.browser.thrice_separated"], capture_output=True, text=True,
        env=_environment(cluster, as_owner=True), check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    _person, name = made.stdout.split()
    with visitors.page("new_officer") as page:
        begun, steps = monotonic(), 0
        page.goto("/people")
        page.locator("input[name=q]").first.fill(name)
        page.locator("input[name=q]").first.press("Enter")
        page.get_by_role("link", name=name).first.click()
        page.get_by_role("link", name="Custody", exact=True).first.click()
        page.get_by_role("link", name="Separation", exact=True).click()
        page.get_by_role("link", name="Order a separation").click()
        steps += 6
        said = page.locator(".spell-day").inner_text()
        assert "Day 9: separation number 3 in a row" in said, said
        _shot(page, "third-order.en")
        faults = faults_of_structure(page, "en") + faults_of_axe(page)
        steps += _fill(page)
        page.locator("form.write .buttons button.main").click()
        page.wait_for_url("**/custody/separation?done=*")
        taken = monotonic() - begun + PACE * (steps + 1)
        head = page.locator(".day-running").inner_text()
        assert "Day 9 of separation, must end by" in head, head
        counted = page.locator("section.spell-day").inner_text()
        assert "Day 9: separation number 3 in a row" in counted, counted
        _shot(page, "third-written.en")
        faults += faults_of_structure(page, "en") + faults_of_axe(page)
        assert taken < TWO_MINUTES, taken
        assert not faults, faults


def _fill(page: Page) -> int:
    """What must be said, as a new user types it; how many fields that is."""
    now = datetime.now(UTC)
    page.locator("#id_kind").select_option("segregation_cell")
    cell = page.locator("#id_place optgroup option").first.get_attribute("value")
    page.locator("#id_place").select_option(cell)
    page.locator("#id_ground").select_option("security")
    page.locator("#id_authority_role").select_option("duty_officer")
    for name, words in (
        ("reasons", "a fight in the yard"), ("alternatives_tried", "a talk, another wing"),
        ("legal_ground", "article 12"), ("authority", "N. Officer"),
        ("end_at", (now + timedelta(days=2)).strftime(FORM)),
        ("review_at", (now + timedelta(days=1)).strftime(FORM)),
    ):  # fmt: skip
        page.locator(f"#id_{name}").fill(words)
    return 10


def _shot(page: Page, name: str) -> None:
    folder = os.environ.get("THROUGHCARE_SHOTS")
    if folder:
        page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=True)
