"""What waits of boards, and who needs one, on the list of the case staff and of the director."""

from __future__ import annotations

import pytest

from tests.web.assessment.made import this_minute
from tests.web.classification.made import Bench

pytestmark = pytest.mark.django_db


def test_boards_minutes_and_appeals_wait_on_the_desk_and_lead_to_the_section(bench: Bench) -> None:
    bench.call()
    assert _waits(bench, "A board is called together and has not decided")
    bench.sent(bench.manager, f"/{bench.board()}/minutes", **bench.minutes())
    assert _waits(bench, "The minutes of a board wait for another member")
    bench.sent(bench.second, f"/{bench.level()}/sign", right="yes", why="So it was.")
    for words in ("has not decided", "wait for another member"):
        assert not _waits(bench, words), words
    bench.sent(
        bench.manager, f"/{bench.level()}/appeal", words="I fetched a ball.", language="fr",
        appealed_at=this_minute(),
    )  # fmt: skip
    assert _waits(bench, "An appeal waits for a decision")


def test_who_needs_a_board_is_named_to_the_case_staff_and_the_director(bench: Bench) -> None:
    other = bench.held("Zhanat", cell="north/a/1/03")
    both = {bench.file.id, other.id}
    for one in both:
        bench.sentenced(one)
    for who, sees in ((bench.manager, {bench.file.id}), (bench.director, both)):
        page = who.page("/judgements").split('aria-labelledby="boards"', 1)[1]
        for one in both:
            assert (f"/people/{one}/custody/classification" in page) == (one in sees)
        assert "The first classification" in page
    bench.classified()
    page = bench.manager.page("/judgements").split('aria-labelledby="boards"', 1)[1]
    assert "Nobody whose plan you read needs a board now." in page


def _waits(bench: Bench, words: str) -> bool:
    page = bench.manager.page("/judgements").split('aria-labelledby="waits"', 1)[1]
    part = page.split("</section>", 1)[0]
    assert words not in part or f"/people/{bench.file.id}/custody/classification" in part
    return words in part
