"""An officer who leaves the tablet while entries wait: signed out, gone, or for a colleague."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Error, expect

from tests.browser.at_the_unit import LONGEST, sign_in, tablet
from tests.browser.on_the_wing import (
    SPEAKS,
    Wing,
    press,
    seen,
    spoken_without_a_line,
    tap,
    told,
    wing,
    words,
)
from tests.browser.visitors import Visitors
from tests.browser.walking import FORM, TUNIS

OFFICER, COLLEAGUE = "security_officer", "womens_unit_officer"
SENT = "**/observations/entries"
__all__ = ["wing"]


def test_who_signs_out_is_told_of_what_waits_and_afterwards_nothing_is_left(
    visitors: Visitors, wing: Wing
) -> None:
    with tablet(visitors, OFFICER, wing.way) as mine:
        mine.open()
        mine.page.route(SENT, lambda route: route.abort())
        tap(mine, wing.one, spot="yard")
        press(mine, "talk")
        mine.waits(1)
        mine.page.goto("/people")  # from another page, too
        mine.page.get_by_role("button", name="Sign out").click()
        mine.page.wait_for_url(f"**{wing.way}#device")
        mine.ready()
        leaving = mine.page.locator("[data-said=leaving]")
        expect(leaving).to_contain_text("entries wait on this device")
        leaving.get_by_role("button", name="Throw them away and sign out").click()
        mine.page.wait_for_url("**/sign-in**")
        left = mine.left()
        assert left["entries"] == [] and left["pages"] == []
        mine.context.set_offline(True)
        with pytest.raises(Error):
            mine.page.goto(wing.way)
    assert seen(visitors.house, wing.one) == []


def test_who_signs_out_over_a_question_may_send_it_as_it_is_and_that_is_said_of_it(
    visitors: Visitors, wing: Wing
) -> None:
    with tablet(visitors, OFFICER, wing.way) as mine:
        spoken_without_a_line(mine, wing)
        expect(told(mine)).to_contain_text("worship (prays)")
        mine.page.get_by_role("button", name="Sign out").click()
        leaving = mine.page.locator("[data-said=leaving]")
        leaving.get_by_role("button", name="Send them as they are and sign out").click()
        mine.page.wait_for_url("**/sign-in**")
        assert mine.left()["entries"] == []
    (one,) = seen(visitors.house, wing.one)
    assert (one["behaviour"], one["warned"], one["unseen_warning"]) == (SPEAKS, True, True)


def test_a_question_that_nobody_answers_for_twenty_minutes_is_sent_as_it_is(
    visitors: Visitors, wing: Wing
) -> None:
    with tablet(visitors, OFFICER, wing.way) as mine:
        mine.page.clock.install()
        mine.open()
        tap(mine, wing.one, spot="yard")
        words(mine, SPEAKS)
        # By a clock that runs ahead "just now" would be refused: the hour is typed.
        seen_at = datetime.now(ZoneInfo(TUNIS)) - timedelta(hours=1)
        mine.page.locator("#id_seen_at").fill(seen_at.strftime(FORM))
        press(mine, "positive")
        expect(mine.page.locator("#wing-warning mark")).to_have_text("prays")
        mine.page.clock.run_for("21:00")
        mine.waits(0)
        expect(told(mine)).to_be_visible()  # while it is being typed again it is not sent
        assert seen(visitors.house, wing.one) == []
        mine.page.locator("#wing-form button[data-act=close]").click()
        mine.page.clock.run_for("00:30")
        expect(told(mine)).to_be_hidden(timeout=LONGEST)
        mine.waits(0)
    (one,) = seen(visitors.house, wing.one)
    assert one["unseen_warning"]


def test_another_account_on_the_tablet_sees_nothing_of_it_and_it_waits_for_its_writer(
    visitors: Visitors, wing: Wing
) -> None:
    with tablet(visitors, OFFICER, wing.way) as mine:
        mine.open()
        mine.page.route(SENT, lambda route: route.abort())
        tap(mine, wing.one, spot="yard")
        words(mine, "He laughed about the rain.")
        press(mine, "talk")
        mine.waits(1)
        mine.context.clear_cookies(name="sessionid")  # the session ended; nobody signed out
        mine.page.unroute(SENT)
        mine.page.goto(f"/sign-in?next={wing.way}")
        sign_in(mine.page, COLLEAGUE)
        mine.ready()
        others = mine.page.locator("[data-said=others]")
        expect(others).to_contain_text("Entries of somebody else that wait on this device: 1")
        assert "rain" not in mine.page.locator("main").inner_text()
        assert seen(visitors.house, wing.one) == []
        mine.page.get_by_role("button", name="Sign out").click()
        mine.page.wait_for_url("**/sign-in**")
        mine.page.goto(f"/sign-in?next={wing.way}")
        sign_in(mine.page, OFFICER)
        mine.ready()
        mine.waits(0)
    assert len(seen(visitors.house, wing.one)) == 1
