"""An officer on the wing with a bad line: two taps are kept, sent once, and asked about later."""

from __future__ import annotations

from playwright.sync_api import Route, expect

from tests.browser.at_the_unit import tablet
from tests.browser.on_the_wing import (
    OPENED,
    SPEAKS,
    Wing,
    back_on_line,
    press,
    row,
    seen,
    spoken_without_a_line,
    stands,
    tap,
    told,
    wing,
    words,
)
from tests.browser.visitors import Visitors

OFFICER = "security_officer"
SENT = "**/observations/entries"
__all__ = ["wing"]


def test_two_taps_are_two_taps_and_the_spot_goes_along(visitors: Visitors, wing: Wing) -> None:
    with tablet(visitors, OFFICER, f"{wing.way}?spot=yard") as mine:
        mine.open()
        row(mine, wing.one).locator("a.wing-name").click()
        mine.page.locator("#wing-form button[value=positive]").click()
        stands(mine, wing.one, "Written.")
        expect(row(mine, wing.one).locator("a.wing-name")).to_be_focused()
        row(mine, wing.two).locator("a.wing-name").click()
        mine.page.locator("#wing-form button[value=talk]").click()
        stands(mine, wing.two, "Written.")
    house = visitors.house
    assert [(one["tone"], one["spot"]) for one in seen(house, wing.one)] == [("positive", "yard")]
    assert [(one["tone"], one["spot"]) for one in seen(house, wing.two)] == [("talk", "yard")]


def test_a_round_without_a_line_is_kept_sealed_survives_a_reload_and_is_sent_once(
    visitors: Visitors, wing: Wing
) -> None:
    with tablet(visitors, OFFICER, wing.way) as mine:
        mine.open()
        mine.context.set_offline(True)
        tap(mine, wing.one, spot="landing")
        words(mine, "He carried the trays for an old man.")
        press(mine, "positive")
        stands(mine, wing.one, "Waits on this device.")
        mine.waits(1)
        expect(mine.page.locator("[data-said=off]")).to_be_visible()
        mine.open()  # the list opens without a line, and nothing of what was kept is lost
        mine.waits(1)
        tap(mine, wing.two, spot="yard")
        press(mine, "concern")
        expect(mine.page.locator("#wing-prompt")).to_be_visible()
        mine.page.locator("#wing-prompt button").click()
        expect(mine.page.locator("#wing-list")).to_be_visible()
        mine.waits(2)
        sealed = mine.left()
        assert [one["box"] for one in sealed["entries"]] == ["ArrayBuffer"] * 2
        assert "trays" not in str(sealed) and "Landing" not in str(sealed)
        assert seen(visitors.house, wing.one) == []
        back_on_line(mine)
        assert mine.left()["entries"] == []
    (row_of,) = seen(visitors.house, wing.one)
    assert row_of["behaviour"] == "He carried the trays for an old man."
    assert row_of["seen_at"] == row_of["written_at"] < row_of["recorded_at"]
    assert len(seen(visitors.house, wing.two)) == 1


def test_the_kept_page_holds_names_and_cells_and_no_more_of_anybody(
    visitors: Visitors, wing: Wing
) -> None:
    with tablet(visitors, OFFICER, wing.way) as mine:
        mine.open()
        shown = mine.page.locator("main").inner_text()
        assert "personal officer" in shown and "What this place wrote" in shown
        tap(mine, wing.one, spot="yard")
        words(mine, "He laughed about the rain.")
        press(mine, "talk")
        stands(mine, wing.one, "Written.")
        kept = mine.page.evaluate(OPENED, [wing.way])
        assert "Landing" in kept
        for more in ("personal officer", "talk yet", "What this place wrote", "rain", "Written."):
            assert more not in kept, more
        mine.context.set_offline(True)
        mine.open(f"{wing.way}?only=owed")  # what is owed was never kept: the list is shown
        expect(row(mine, wing.three)).to_be_visible()


def test_a_lost_answer_and_a_double_tap_write_once(visitors: Visitors, wing: Wing) -> None:
    def lost(route: Route) -> None:
        route.fetch()
        route.abort()

    with tablet(visitors, OFFICER, wing.way) as mine:
        mine.open()
        mine.page.route(SENT, lost)
        tap(mine, wing.one, spot="yard")
        mine.page.locator("#wing-form button[value=talk]").dblclick()
        mine.waits(1)
        mine.page.unroute(SENT)
        mine.page.get_by_role("button", name="Send now").click()
        mine.waits(0)
    assert len(seen(visitors.house, wing.one)) == 1


def test_words_that_warn_are_asked_about_when_the_line_is_back_and_may_be_kept(
    visitors: Visitors, wing: Wing
) -> None:
    with tablet(visitors, OFFICER, wing.way) as mine:
        spoken_without_a_line(mine, wing)
        expect(told(mine)).to_contain_text("worship (prays)")
        assert seen(visitors.house, wing.one) == []
        mine.open()  # it stays until it is answered
        expect(told(mine)).to_contain_text("worship (prays)")
        told(mine).get_by_role("button", name="Keep the words and send").click()
        expect(told(mine)).to_be_hidden()
        stands(mine, wing.one, "Written.")
        assert mine.left()["entries"] == []
    (one,) = seen(visitors.house, wing.one)
    assert (one["behaviour"], one["warned"], one["unseen_warning"]) == (SPEAKS, True, False)


def test_marked_words_are_changed_in_the_form_and_written_once(
    visitors: Visitors, wing: Wing
) -> None:
    plain = "He told a new man to give him his radio."
    with tablet(visitors, OFFICER, wing.way) as mine:
        spoken_without_a_line(mine, wing)
        told(mine).get_by_role("button", name="Change the words").click()
        expect(mine.page.locator("#wing-warning mark")).to_have_text("prays")
        expect(mine.page.locator("#id_behaviour")).to_have_value(SPEAKS)
        assert len(mine.left()["entries"]) == 1  # it lies here until another stands in its place
        mine.page.locator("#id_behaviour").fill(plain)
        press(mine, "positive")
        stands(mine, wing.one, "Written.")
        expect(told(mine)).to_be_hidden()
    (one,) = seen(visitors.house, wing.one)
    assert (one["behaviour"], one["warned"]) == (plain, False)


def test_with_a_line_the_marked_words_are_shown_at_once_and_kept_with_a_reason(
    visitors: Visitors, wing: Wing
) -> None:
    with tablet(visitors, OFFICER, wing.way) as mine:
        mine.open()
        tap(mine, wing.one, spot="yard")
        words(mine, SPEAKS)
        press(mine, "concern")
        expect(mine.page.locator("#wing-warning mark")).to_have_text("prays")
        mine.page.locator("#id_kept_why").fill("It is what the quarrel was about.")
        press(mine, "concern")
        expect(mine.page.locator("#wing-prompt")).to_be_visible()
        mine.waits(0)
        expect(told(mine)).to_be_hidden()
    (one,) = seen(visitors.house, wing.one)
    assert one["kept_why"] == "It is what the quarrel was about."


def test_what_is_refused_is_shown_kept_until_it_is_seen_and_can_be_typed_again(
    visitors: Visitors, wing: Wing
) -> None:
    house = visitors.house
    with tablet(visitors, OFFICER, wing.way) as mine:
        mine.open()
        mine.context.set_offline(True)
        tap(mine, wing.one, spot="yard")
        words(mine, "He said goodbye to all.")
        press(mine, "talk")
        mine.waits(1)
        before = house.one("SELECT held_at FROM people_person WHERE id = %s", wing.one)
        elsewhere = house.one(
            "SELECT path FROM kernel_place WHERE kind = 'establishment' AND path <> %s LIMIT 1",
            before,
        )
        house.rows.execute(
            "UPDATE people_person SET held_at = %s WHERE id = %s", (elsewhere, wing.one)
        )
        house.rows.commit()
        back_on_line(mine)
        expect(told(mine)).to_contain_text("moved or released")
        mine.open()
        expect(told(mine)).to_contain_text("moved or released")
        expect(row(mine, wing.one)).to_have_count(0)
        told(mine).get_by_role("button", name="Type it again").click()
        expect(mine.page.locator("#id_behaviour")).to_have_value("He said goodbye to all.")
        mine.page.locator("#wing-form button[data-act=close]").click()
        told(mine).get_by_role("button", name="I have seen this").click()
        expect(told(mine)).to_be_hidden()
        assert mine.left()["entries"] == []
    assert seen(house, wing.one) == []


def test_what_can_be_seen_without_a_line_is_said_at_once_and_nothing_typed_is_lost(
    visitors: Visitors, wing: Wing
) -> None:
    with tablet(visitors, OFFICER, wing.way) as mine:
        mine.open()
        mine.context.set_offline(True)
        tap(mine, wing.one)
        words(mine, "x" * 2_001, meaning="He may be sad.")
        press(mine, "concern")
        expect(mine.page.locator("#spot-empty")).to_be_visible()
        expect(mine.page.locator("#behaviour-long")).to_be_visible()
        expect(mine.page.locator("#id_behaviour")).to_have_value("x" * 2_001)
        mine.page.locator("#wing-form input[name=spot][value=yard]").check()
        mine.page.locator("#id_behaviour").fill("")
        press(mine, "concern")
        expect(mine.page.locator("#meaning-alone")).to_be_visible()
        mine.page.locator("#id_behaviour").fill("He did not eat.")
        press(mine, "concern")
        mine.waits(1)
        back_on_line(mine)
    assert len(seen(visitors.house, wing.one)) == 1


def test_back_on_the_phone_closes_the_form_and_leaves_the_list(
    visitors: Visitors, wing: Wing
) -> None:
    with tablet(visitors, OFFICER, wing.way) as mine:
        mine.open()
        tap(mine, wing.one)
        mine.page.evaluate("history.back()")
        expect(mine.page.locator("#wing-list")).to_be_visible()
        expect(row(mine, wing.one).locator("a.wing-name")).to_be_focused()
