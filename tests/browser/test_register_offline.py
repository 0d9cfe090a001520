"""A register of thirty without a line: filled by keys, sent later, and a contradiction is shown."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import NamedTuple

import pytest
from playwright.sync_api import expect

from tests.browser.at_the_unit import tablet
from tests.browser.house import House, _environment
from tests.browser.visitors import Visitors
from throughcare.cluster.folder import DataFolder

TEACHER, GUARD, MANAGER = "teacher_instructor", "security_officer", "case_manager"
A_MINUTE = 60.0


class Group(NamedTuple):
    """The address of the register, and who is of the group."""

    way: str
    people: list[str]


@pytest.fixture
def group(visitors: Visitors, cluster: DataFolder) -> Group:
    made = subprocess.run(
        [sys.executable, "-m", "tests.browser.group_of_thirty"], capture_output=True, text=True,
        env=_environment(cluster, as_owner=True), check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    way, *people = made.stdout.split()
    return Group(way, people)


def written(house: House, person: str) -> list[str]:
    """What stands of a person."""
    rows = house.rows.execute(
        "SELECT came FROM programmes_attendance WHERE person_id = %s AND stood_until IS NULL",
        (person,),
    )
    return [str(came) for (came,) in rows.fetchall()]


def test_thirty_are_filled_by_keys_without_a_line_in_a_minute_and_sent_later(
    visitors: Visitors, group: Group
) -> None:
    with tablet(visitors, TEACHER, group.way) as mine:
        mine.open()
        lines = mine.page.locator("tr[data-person]")
        expect(lines).to_have_count(30)
        order = lines.evaluate_all("all => all.map((one) => one.dataset.person)")
        mine.context.set_offline(True)
        mine.open()  # it opens without a line too
        began = time.monotonic()
        mine.page.get_by_role("button", name="All attended").focus()
        mine.page.keyboard.press("Enter")
        # The exceptions: part, absent, not brought, each by one key; excused with its reason.
        for key in ("2", "Enter", "4", "5", "Enter", "3"):
            mine.page.keyboard.press(key)
        mine.page.keyboard.press("ArrowDown")  # the first reason
        mine.page.keyboard.press("Enter")
        mine.page.locator("button.main", has_text="Save the register").focus()
        mine.page.keyboard.press("Enter")
        mine.waits(30)
        assert time.monotonic() - began < A_MINUTE
        sealed = mine.left()
        assert [one["box"] for one in sealed["entries"]] == ["ArrayBuffer"] * 30
        assert "Thirty" not in str(sealed)
        assert written(visitors.house, order[0]) == []
        # Meanwhile somebody else writes another value for one of them.
        with tablet(visitors, GUARD, group.way) as other:
            other.open()
            line = other.page.locator(f"tr[data-person='{order[9]}']")
            line.locator("input[value=not_brought]").check()
            other.page.locator("button.main", has_text="Save the register").click()
            other.waits(0)
        mine.context.set_offline(False)
        mine.waits(0)
        told = mine.page.locator("[data-said=told]")
        expect(told.locator("li")).to_have_count(1)
        expect(told).to_contain_text("security officer has written otherwise")
    house = visitors.house
    found = [written(house, one) for one in order]
    assert found[0] == ["part"]
    assert found[2] == ["absent"]
    assert found[3] == ["not_brought"]
    assert found[5] == ["excused"]
    assert found[9] == ["not_brought"]  # what was first stands until a person settles it
    assert sum(one == ["attended"] for one in found) == 25
    assert (
        house.one(
            "SELECT came FROM programmes_attendanceconflict WHERE person_id = %s AND "
            "stood_until IS NULL", order[9],
        )
        == "attended"
    )  # fmt: skip
    with visitors.looking(MANAGER) as page:
        page.goto("/programmes/conflicts")
        both = page.locator(".both").first
        expect(both).to_contain_text("Not brought by the prison")
        expect(both).to_contain_text("Attended")


def test_a_double_click_and_a_lost_answer_write_once(visitors: Visitors, group: Group) -> None:
    with tablet(visitors, TEACHER, group.way) as mine:
        mine.open()
        mine.page.route(
            "**/programmes/register/entries", lambda route: (route.fetch(), route.abort())
        )
        mine.page.get_by_role("button", name="All attended").click()
        mine.page.locator("button.main", has_text="Save the register").dblclick()
        mine.waits(30)
        mine.page.unroute("**/programmes/register/entries")
        mine.page.get_by_role("button", name="Send now").click()
        mine.waits(0)
    assert [written(visitors.house, one) for one in group.people] == [["attended"]] * 30
