"""An officer with a tablet on the wing: taps, words, and what the database holds afterwards."""

from __future__ import annotations

import subprocess
import sys
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.at_the_unit import LONGEST, Tablet
from tests.browser.house import House, _environment
from tests.browser.visitors import Visitors
from throughcare.cluster.folder import DataFolder

SPEAKS = "He prays loudly and told a new man to give him his radio."
OPENED = """async ([way]) => self.vault.page(way)"""


class Wing(NamedTuple):
    """The list of a unit, and three people there: new ones for each test."""

    way: str
    one: str
    two: str
    three: str


@pytest.fixture
def wing(visitors: Visitors, cluster: DataFolder) -> Wing:
    made = subprocess.run(
        [sys.executable, "-m", "tests.browser.wing_people"], capture_output=True, text=True,
        env=_environment(cluster, as_owner=True), check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    way, *people = made.stdout.split()
    return Wing(way, *people)


def row(mine: Tablet, person: str) -> Locator:
    """The line of a person on the list."""
    return mine.page.locator(f"li[data-person='{person}']")


def tap(mine: Tablet, person: str, *, spot: str = "") -> None:
    """A person, and where it was."""
    row(mine, person).locator("a.wing-name").click()
    expect(mine.page.locator("#wing-entry")).to_be_visible()
    if spot:
        mine.page.locator(f"#wing-form input[name=spot][value={spot}]").check()


def words(mine: Tablet, said: str, *, meaning: str = "") -> None:
    """What was seen, in words."""
    if mine.page.locator("#wing-form details[open]").count() == 0:
        mine.page.locator("#wing-form summary").click()
    mine.page.locator("#id_behaviour").fill(said)
    mine.page.locator("#id_meaning").fill(meaning)


def press(mine: Tablet, tone: str) -> None:
    """One of the three buttons that save."""
    mine.page.locator(f"#wing-form button[value={tone}]").click()


def told(mine: Tablet) -> Locator:
    """What needs the officer."""
    return mine.page.locator("[data-said=told]")


def back_on_line(mine: Tablet) -> None:
    """The line is there again, and nothing waits any more."""
    mine.context.set_offline(False)
    mine.waits(0)


def stands(mine: Tablet, person: str, sentence: str) -> None:
    """What is said beside the person."""
    expect(row(mine, person).locator("[data-fates]")).to_have_text(sentence, timeout=LONGEST)


def seen(house: House, person: str) -> list[dict[str, Any]]:
    """Everything that is written of a person, the first first."""
    cursor = house.rows.execute(
        "SELECT tone, spot, behaviour, warned, unseen_warning, kept_why, seen_at, written_at, "
        "recorded_at FROM observations_observation WHERE person_id = %s ORDER BY recorded_at, id",
        (person,),
    )
    names = [one.name for one in cursor.description or ()]
    return [dict(zip(names, each, strict=True)) for each in cursor.fetchall()]


def spoken_without_a_line(at: Tablet, wing: Wing) -> None:
    """Words that warn are written of one while the line is broken, and sent once it is back."""
    at.open()
    at.context.set_offline(True)
    tap(at, wing.one, spot="yard")
    words(at, SPEAKS)
    press(at, "positive")
    at.waits(1)
    back_on_line(at)
