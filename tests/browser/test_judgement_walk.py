"""Judgement as people go it: from a referral to a level and its review, by different accounts.

Meanwhile the status and the level of a second person end by themselves, before the eyes of whoever
looks, and a third contests a status and wins. The people are made for this test by the actions.
"""

from __future__ import annotations

import subprocess
import sys
from time import monotonic, sleep

import pytest
from playwright.sync_api import Page

from tests.browser.house import _environment
from tests.browser.judged_people import SECONDS
from tests.browser.visitors import Visitors
from tests.browser.walking import Walking, fill, now
from tests.standards.properties.running import SLOW
from throughcare.cluster.folder import DataFolder

ONE, TWO, PSYCHOLOGIST = "case_manager", "case_manager_two", "psychologist"


@pytest.mark.skipif(not SLOW, reason="about two minutes: THROUGHCARE_SLOW=1")
def test_three_people_are_judged_and_judgement_ends(
    visitors: Visitors, cluster: DataFolder
) -> None:
    before = monotonic()
    made = subprocess.run(
        [sys.executable, "-m", "tests.browser.judged_people"], capture_output=True, text=True,
        env=_environment(cluster, as_owner=True), check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    after = monotonic()  # what ends does so SECONDS after a moment between the two
    walker, ender, winner = made.stdout.split()
    walk = Walk(visitors)
    held = walk.words(ONE, f"/people/{ender}/custody/judgement", "ender-status-holds")
    level = walk.words(ONE, f"/people/{ender}/custody/classification", "ender-level-holds")
    if monotonic() - before < SECONDS:  # else the machine was slower than the status was long
        assert "(holds)" in held and "(holds)" in level
    walk.from_referral_to_screening(walker)
    walk.from_call_to_telling(walker)
    walk.review(walker)
    walk.contest(winner)
    sleep(max(0.0, SECONDS - (monotonic() - after)))
    walk.over(ender)
    assert not walk.faults, "\n".join(walk.faults)


class Walk(Walking):
    """The way of these three."""

    album = "judged"

    def fill(self, page: Page, name: str, said: str) -> None:
        """As any field; referrals are ticked, and a seat is taken by name."""
        if name == "referrals":
            page.locator("input[name=referrals]").check()
        elif name.startswith("seat_"):
            page.locator(f"#id_{name}").select_option(label=said)
        else:
            fill(page, name, said)

    def from_referral_to_screening(self, person: str) -> None:
        """An officer refers, one of the case staff screens and another agrees."""
        way = f"/people/{person}/custody/judgement"
        self.form(
            "security_officer", f"{way}/refer", "refer", kind="violence", happened_at=now(),
            act="He struck a man on the landing.", seen_how="self", otherwise="A debt.",
        )  # fmt: skip
        self.form(
            ONE, f"{way}/screen", "screen", trigger="referral", referrals="all",
            act="He struck a man on the landing.", otherwise="A debt.", outcome="support",
            next_step="Mediation begins this week.", reasons="One blow, over a debt.",
            screened_at=now(),
        )  # fmt: skip
        look = self.link(TWO, way, "Look at the screening")
        self.form(TWO, look, "screening-second", confirm="yes", why="Two men say the same.")
        page = self.words(ONE, way, "screened")
        assert "Confirmed" in page and "(screened)" in page

    def from_call_to_telling(self, person: str) -> None:
        """A board is called; its minutes are signed by another member; the person is told."""
        way = f"/people/{person}/custody/classification"
        self.form(
            ONE, f"{way}/call", "call", trigger="manual", why="He struck a man.", meets_at=now()
        )
        self._minutes(way, "minutes", level="medium", reasons="One blow, and a debt unsettled.")
        page = self.words(ONE, way, "minutes-wait")
        assert "Nothing follows from them yet." in page and "No level holds." in page
        sign = self.link(PSYCHOLOGIST, way, "Look at the minutes")
        self.form(PSYCHOLOGIST, sign, "sign", right="yes", why="So it was said.")
        told = self.link(ONE, way, "The person was told of the level")
        self.form(ONE, told, "told", told_at=now(), language="fr", how="both")
        page = self.words(ONE, way, "level-holds")
        assert "Medium. Day 1." in page and "not told yet" not in page

    def review(self, person: str) -> None:
        """A second board looks again, and finds a lower level enough."""
        way = f"/people/{person}/custody/classification"
        self.form(
            ONE, f"{way}/call", "review-call", trigger="manual", why="The debt is settled.",
            meets_at=now(),
        )  # fmt: skip
        self._minutes(way, "review-minutes", level="low", reasons="The debt is settled.")
        sign = self.link(TWO, way, "Look at the minutes")
        self.form(TWO, sign, "review-sign", right="yes", why="So it was said.")
        page = self.words(ONE, way, "reviewed")
        assert "Low. Day 1." in page and "Earlier levels" in page

    def contest(self, person: str) -> None:
        """The third says in own words that a status is wrong; somebody else lifts it."""
        way = f"/people/{person}/custody/judgement"
        assert "(holds)" in self.words(ONE, way, "winner-before")
        contested = self.link(ONE, way, "The person contests the status")
        self.form(
            ONE, contested, "winner-contests", words="I never told them so.", language="fr",
            contested_at=now(),
        )  # fmt: skip
        decide = self.link(PSYCHOLOGIST, way, "Decide on what the person says")
        self.form(
            PSYCHOLOGIST, decide, "winner-decided", outcome="lifted",
            reasons="Both men took it back.",
        )  # fmt: skip
        page = self.words(ONE, way, "winner-after")
        assert "(holds)" not in page and "Both men took it back." in page

    def over(self, person: str) -> None:
        """Nobody did anything: the status and the level of the second person are gone."""
        for section in ("judgement", "classification"):
            way = f"/people/{person}/custody/{section}"
            page = self.words(ONE, way, f"ender-{section}-over")
            assert "(holds)" not in page and "over" in page, page
        assert "No level holds." in page
        assert "The day of its review has come" in page and "A status began or ended" in page
        with self.visitors.looking(ONE) as seen:
            seen.goto("/judgements")
            row = seen.locator(f"a[href='/people/{person}/custody/classification']")
            assert row.count() == 1
            self.look(seen, "desk")
        self.in_arabic(ONE, "/judgements", "desk")

    def _minutes(self, way: str, name: str, **said: str) -> None:
        minutes = self.link(ONE, way, "Write the minutes")
        self.form(
            ONE, minutes, name, wish="He wishes to work.", seat_director="prison director",
            seat_case_manager="case manager two", seat_psychologist="psychologist",
            dissent_psychologist="A lower level would do.", weighs_violence="more",
            facts_violence="He struck a man on the landing.", weighs_conduct="less",
            facts_conduct="He works every day.",
            lower_why="The man he struck lives in the wing below.", **said,
        )  # fmt: skip
