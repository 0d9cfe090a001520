"""A board is called and decides; its minutes are signed, told and appealed against, by forms."""

from __future__ import annotations

import pytest

from tests.web.assessment.made import shown, this_minute
from tests.web.classification.made import Bench
from tests.web.safety.made import DAY
from throughcare.access.terms import Role

pytestmark = pytest.mark.django_db


def test_a_person_goes_from_a_call_to_an_appeal_that_is_granted(bench: Bench) -> None:
    bench.call()
    page = bench.manager.page(bench.at())
    assert "The board that is called together" in page and "No level holds." in page
    bench.sent(bench.manager, f"/{bench.board()}/minutes", **bench.minutes())
    way = f"/{bench.level()}"
    assert "Nothing follows from them yet." in bench.manager.page(bench.at())
    same = bench.manager.send(bench.at(f"{way}/sign"), right="yes", why="So it was.")
    assert same.status_code == 422 and "done the other step" in shown(same)
    bench.sent(bench.second, f"{way}/sign", right="yes", why="So it was said.")
    page = bench.manager.page(bench.at())
    for words in ("Medium</strong>. Day 1.", "(holds)", "Low would be enough.", "not told yet"):
        assert words in page, words
    bench.sent(
        bench.manager, f"{way}/told", told_at=this_minute(), language="ar", how="both"
    )  # fmt: skip
    assert "not told yet" not in bench.manager.page(bench.at())
    bench.sent(
        bench.manager, f"{way}/appeal", words="I fetched a ball.", language="fr",
        appealed_at=this_minute(),
    )  # fmt: skip
    decides = {"outcome": "granted", "reasons": "The ball was found there."}
    for sat in (bench.manager, bench.second, bench.psychologist):
        assert sat.send(bench.at(f"/{bench.appeal()}/decide"), **decides).status_code == 422
    third = bench.on_case(Role.CASE_MANAGER, "tomas")
    bench.sent(third, f"/{bench.appeal()}/decide", **decides)
    page = bench.manager.page(bench.at())
    for words in ("No level holds.", "an appeal was granted", "The ball was found there."):
        assert words in page, words


def test_a_level_whose_review_has_passed_is_said_to_be_over(bench: Bench) -> None:
    bench.classified()
    bench.later(89 * DAY)
    assert "(holds)" in bench.manager.page(bench.at())
    bench.later(DAY)
    page = bench.manager.page(bench.at())
    assert "No level holds." in page and "the day of its review has passed" in page
    assert "(holds)" not in page and "the day of its review has come" in page.lower()
