"""A shift at the unit with a bad line: nothing is lost, nothing is doubled, the person is told."""

from __future__ import annotations

import subprocess
import sys
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Error, Route, expect

from tests.browser.at_the_unit import ON, sign_in, tablet, written
from tests.browser.house import _environment
from tests.browser.visitors import Visitors
from throughcare.cluster.folder import DataFolder

OFFICER, DIRECTOR = "security_officer", "prison_director"
CONFLICTS = "safety_dayconflict"


class Unit(NamedTuple):
    """The page of a prison, and three people separated there: new ones for each test."""

    way: str
    one: str
    two: str
    three: str


@pytest.fixture
def unit(visitors: Visitors, cluster: DataFolder) -> Unit:
    made = subprocess.run(
        [sys.executable, "-m", "tests.browser.separated_people"], capture_output=True, text=True,
        env=_environment(cluster, as_owner=True), check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    prison, *people = made.stdout.split()
    return Unit(f"/separation/{prison}/day?on={ON}", *people)


def test_two_officers_at_the_same_unit_at_once_are_both_kept_and_the_later_is_told(
    visitors: Visitors, unit: Unit
) -> None:
    with tablet(visitors, OFFICER, unit.way) as one, tablet(visitors, DIRECTOR, unit.way) as other:
        one.open()
        other.open()
        one.type(unit.one, "09:00", "10:00")
        other.type(unit.one, "09:30", "11:00")
        one.save()
        one.waits(0)
        expect(one.page.locator(f"tr[data-person='{unit.one}'] [data-fates]")).to_contain_text(
            "Written."
        )
        other.save()
        told = other.page.locator("[data-said=told]")
        expect(told).to_contain_text("security officer has written other hours")
        other.open()  # it stays until it is seen
        expect(told).to_contain_text("security officer has written other hours")
        told.get_by_role("button", name="I have seen this").click()
        expect(told).to_be_hidden()
        assert other.left()["entries"] == []
    assert written(visitors.house, unit.one) == [("09:00", "10:00")]
    assert written(visitors.house, unit.one, CONFLICTS) == [("09:30", "11:00")]


def test_a_double_click_writes_once(visitors: Visitors, unit: Unit) -> None:
    with tablet(visitors, OFFICER, unit.way) as mine:
        mine.open()
        mine.type(unit.one, "09:00", "10:00")
        mine.page.get_by_role("button", name="Save everything on this page").dblclick()
        mine.waits(0)
        mine.page.wait_for_timeout(500)
    assert written(visitors.house, unit.one) == [("09:00", "10:00")]


def test_an_answer_that_is_lost_on_the_way_is_asked_for_again_and_doubles_nothing(
    visitors: Visitors, unit: Unit
) -> None:
    def lost(route: Route) -> None:
        route.fetch()
        route.abort()

    with tablet(visitors, OFFICER, unit.way) as mine:
        mine.open()
        mine.page.route("**/separation/day/entries", lost)
        mine.type(unit.one, "09:00", "10:00")
        mine.save()
        expect(mine.page.locator("[data-said=off]")).to_be_visible()
        mine.waits(1)
        mine.page.unroute("**/separation/day/entries")
        mine.page.get_by_role("button", name="Send now").click()
        mine.waits(0)
    assert written(visitors.house, unit.one) == [("09:00", "10:00")]


def test_a_shift_without_a_line_and_what_another_wrote_meanwhile(
    visitors: Visitors, unit: Unit
) -> None:
    with tablet(visitors, OFFICER, unit.way) as mine:
        mine.open()
        mine.context.set_offline(True)
        mine.type(unit.one, "09:00", "10:00")
        mine.type(unit.two, "10:00", "11:00")
        mine.save()
        mine.waits(2)
        expect(mine.page.locator("[data-said=off]")).to_be_visible()
        mine.open()  # the page opens without a line, and nothing of it is lost
        mine.waits(2)
        mine.type(unit.one, "14:00", "15:00")
        mine.save()
        mine.waits(3)
        sealed = mine.left()
        assert [one["box"] for one in sealed["entries"]] == ["ArrayBuffer"] * 3
        assert [one["box"] for one in sealed["pages"]] == ["ArrayBuffer"]
        keys = [one["key"] for one in sealed["accounts"] if "key" in one]
        assert {"extractable": False} in keys
        assert "Worker" not in str(sealed)
        with tablet(visitors, DIRECTOR, unit.way) as other:
            other.open()
            other.type(unit.one, "09:30", "11:00")
            other.save()
            other.waits(0)
        mine.context.set_offline(False)
        mine.waits(0)
        told = mine.page.locator("[data-said=told]")
        expect(told).to_contain_text("prison director has written other hours")
        expect(told.locator("li")).to_have_count(1)
    house = visitors.house
    assert written(house, unit.one) == [("09:30", "11:00"), ("14:00", "15:00")]
    assert written(house, unit.two) == [("10:00", "11:00")]
    assert written(house, unit.one, CONFLICTS) == [("09:00", "10:00")]


def test_what_is_refused_comes_back_to_its_row_and_the_others_are_written(
    visitors: Visitors, unit: Unit
) -> None:
    with tablet(visitors, OFFICER, unit.way) as mine:
        mine.open()
        mine.type(unit.one, "09:00", "08:00")
        mine.type(unit.two, "10:00", "11:00")
        mine.save()
        mine.waits(0)
        told = mine.page.locator("[data-said=told]")
        expect(told).to_contain_text("lies before the beginning")
        told.get_by_role("button", name="Type it again").click()
        expect(told).to_be_hidden()
        expect(mine.page.locator(f"[name='out.from.{unit.one}']")).to_have_value("09:00")
        mine.page.locator(f"[name='out.to.{unit.one}']").fill("10:00")
        mine.save()
        mine.waits(0)
    assert written(visitors.house, unit.one) == [("09:00", "10:00")]
    assert written(visitors.house, unit.two) == [("10:00", "11:00")]


def test_a_session_that_ended_over_a_long_form_keeps_it_and_asks_to_sign_in(
    visitors: Visitors, unit: Unit
) -> None:
    with tablet(visitors, OFFICER, unit.way) as mine:
        mine.open()
        for person in (unit.one, unit.two, unit.three):
            mine.type(person, "09:00", "10:00")
        mine.context.clear_cookies(name="sessionid")
        mine.save()
        mine.waits(3)
        closed = mine.page.locator("[data-said=closed]")
        expect(closed).to_contain_text("Your session has ended.")
        assert written(visitors.house, unit.one) == []
        closed.get_by_role("link", name="Sign in again").click()
        sign_in(mine.page, OFFICER)
        mine.ready()
        mine.waits(0)
    for person in (unit.one, unit.two, unit.three):
        assert written(visitors.house, person) == [("09:00", "10:00")]


@pytest.mark.parametrize(("hours", "said"), [(3, "fast by 3 hours"), (-3, "slow by 3 hours")])
def test_a_device_clock_three_hours_off_is_told_and_the_hours_stand_as_typed(
    visitors: Visitors, unit: Unit, hours: int, said: str
) -> None:
    with tablet(visitors, OFFICER, unit.way, fast=hours) as mine:
        mine.open()
        mine.type(unit.one, "09:00", "10:00")
        mine.save()
        mine.waits(0)
        clock = mine.page.locator("[data-said=clock]")
        expect(clock).to_contain_text(said)
        clock.get_by_role("button", name="I have seen this").click()
        expect(clock).to_be_hidden()
    assert written(visitors.house, unit.one) == [("09:00", "10:00")]


def test_who_signs_out_is_told_of_what_waits_and_afterwards_nothing_is_left(
    visitors: Visitors, unit: Unit
) -> None:
    with tablet(visitors, OFFICER, unit.way) as mine:
        mine.open()
        mine.page.route("**/separation/day/entries", lambda route: route.abort())
        mine.type(unit.one, "09:00", "10:00")
        mine.save()
        mine.waits(1)
        mine.page.goto("/people")  # from another page, too
        mine.page.get_by_role("button", name="Sign out").click()
        mine.page.wait_for_url("**/day?**")
        mine.ready()
        leaving = mine.page.locator("[data-said=leaving]")
        expect(leaving).to_contain_text("entries wait on this device")
        leaving.get_by_role("button", name="Throw them away and sign out").click()
        mine.page.wait_for_url("**/sign-in**")
        left = mine.left()
        assert left["entries"] == [] and left["pages"] == []
        assert [one for one in left["accounts"] if one["id"] != "last"] == []
        mine.context.set_offline(True)
        with pytest.raises(Error):
            mine.page.goto(unit.way)
    assert written(visitors.house, unit.one) == []


def test_after_the_longest_time_of_a_session_nothing_opens_any_more(
    visitors: Visitors, unit: Unit
) -> None:
    with tablet(visitors, OFFICER, unit.way) as mine:
        mine.open()
        mine.context.set_offline(True)
        mine.type(unit.one, "09:00", "10:00")
        mine.save()
        mine.waits(1)
        account = mine.page.locator("#device").get_attribute("data-account")
        mine.page.evaluate(
            """async ([id]) => {
              const base = await new Promise((found) => {
                const asked = indexedDB.open("throughcare-day", 1);
                asked.onsuccess = () => found(asked.result);
              });
              const store = base.transaction("accounts", "readwrite").objectStore("accounts");
              const one = await new Promise((found) => {
                const asked = store.get(id); asked.onsuccess = () => found(asked.result);
              });
              store.put({ ...one, ends: Date.now() - 1 });
            }""",
            [account],
        )
        with pytest.raises(Error):
            mine.page.goto(unit.way)
        mine.context.set_offline(False)
        mine.page.goto("/sign-in")
        left: Any = mine.left()
        assert left["entries"] == [] and left["pages"] == []
    assert written(visitors.house, unit.one) == []


def test_enter_goes_to_the_next_field_and_sends_nothing(visitors: Visitors, unit: Unit) -> None:
    with tablet(visitors, OFFICER, unit.way) as mine:
        mine.open()
        first = mine.page.locator(f"[name='out.from.{unit.one}']")
        first.fill("09:00")
        first.press("Enter")
        expect(mine.page.locator(f"[name='out.to.{unit.one}']")).to_be_focused()
        expect(first).to_have_value("09:00")
    assert written(visitors.house, unit.one) == []
