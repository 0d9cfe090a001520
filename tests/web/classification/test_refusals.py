"""What a board may not do is said at its field, and nothing that was typed is lost."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.web.assessment.made import shown, this_minute
from tests.web.classification.made import Bench, in_tunis
from tests.web.safety.made import DAY
from throughcare.casework.assessment.models import Board

pytestmark = pytest.mark.django_db

_TYPED = ("One attempt, and good conduct since.", "Low would be enough.",
          "In March he climbed the inner fence.", "He wishes to work outside.")  # fmt: skip


@pytest.fixture
def called(bench: Bench) -> str:
    """A board is called together; the address of its minutes."""
    bench.call()
    return bench.at(f"/{bench.board()}/minutes")


def said_at(page: str, field: str) -> str:
    """What stands at a field as its error."""
    found = re.search(rf'id="id_{field}_error">(.*?)</div>', page, re.S)
    return found[1] if found else ""


@pytest.mark.parametrize(
    ("more", "field", "error"),
    [
        ({"seat_case_manager": ""}, "seat_director", "This is no board: 2 sat there, 3 are needed"),
        ({"seat_director": "", "seat_more1": "same"}, "seat_director", "missing: director"),
        ({"reasons": "He prays more than others."}, "reasons", "leaving that aside, what did"),
        ({"facts_conduct": "He grew a beard."}, "facts_conduct", "leaving that aside, what did"),
        ({"lower_why": ""}, "lower_why", "Write it in a sentence."),
        ({"lower_why": "He reads the Koran."}, "lower_why", "leaving that aside, what did"),
        ({"facts_escape": ""}, "facts_escape", "Write it in a sentence."),
        ({"weighs_escape": ""}, "weighs_escape", "fill this in too"),
        ({"departs_from": "The assessment advised low."}, "departs_why", "Write it in a sentence."),
        ({"dissent_security": "Too low."}, "seat_security", "fill this in too"),
        ({"wish": ""}, "wish", "required"),
        (
            {"level": "high", "weighs_escape": "", "facts_escape": "",
             "weighs_offence": "more", "facts_offence": "Order 12 of 2024."},
            "level", "The offence alone is no ground for the highest level",
        ),
    ],
)  # fmt: skip
def test_an_error_stands_at_its_field_and_what_was_typed_is_kept(
    bench: Bench, called: str, more: dict[str, Any], field: str, error: str
) -> None:
    if more.get("seat_more1"):
        more = {**more, "seat_more1": f"security:{bench.officer.account.pk}"}
    typed = bench.minutes(**more)
    answer = bench.manager.send(called, **typed)
    page = shown(answer)
    assert answer.status_code == 422 and error in said_at(page, field), said_at(page, field)
    assert all(words in page for words in _TYPED if words in typed.values())


@pytest.mark.parametrize(
    "days", [pytest.param(200, id="too late"), pytest.param(-1, id="over already")]
)
def test_a_review_is_in_time_or_its_field_says_by_when(
    bench: Bench, called: str, days: int
) -> None:
    typed = bench.minutes(review_at=in_tunis(bench.now + days * DAY))
    answer = bench.manager.send(called, **typed)
    assert answer.status_code == 422
    assert "A classification is looked at again" in said_at(shown(answer), "review_at")


def test_the_review_that_stands_in_the_form_is_the_latest_that_is_let_through(
    bench: Bench, called: str
) -> None:
    page = bench.manager.page(called)
    stands = re.search(r'name="review_at" value="([^"]+)"', page)
    assert stands, page
    bench.sent(
        bench.manager, called.removeprefix(bench.at()), **bench.minutes(review_at=stands[1])
    )  # fmt: skip


def test_a_second_board_is_refused_and_what_was_typed_is_kept(bench: Bench) -> None:
    bench.call()
    answer = bench.second.send(
        bench.at("/call"), trigger="manual", why="He asks for it.", meets_at=this_minute()
    )
    assert answer.status_code == 422
    assert "called together already" in shown(answer) and "He asks for it." in shown(answer)
    bench.sent(bench.second, f"/{bench.board()}/dissolve", why="Nobody came.")
    assert "The board that is called together" not in bench.manager.page(bench.at())


def test_a_form_that_is_sent_twice_calls_one_board(bench: Bench) -> None:
    typed = bench.manager.fill(
        bench.at("/call"), trigger="first", why="No level yet.", meets_at=this_minute()
    )
    ways = [bench.manager.client.post(bench.at("/call"), typed) for _turn in range(2)]
    assert [one.status_code for one in ways] == [302, 302]
    assert ways[0].headers["Location"] == ways[1].headers["Location"]
    assert bench.row(Board).state == "convened"


def test_whoever_did_not_sit_there_does_not_sign(bench: Bench) -> None:
    way = bench.minuted()
    answer = bench.rater.send(bench.at(f"{way}/sign"), right="yes", why="So it was.")
    assert answer.status_code == 422 and "sat on the board" in shown(answer)


def test_minutes_that_are_sent_back_are_folded_with_the_reason_and_written_anew(
    bench: Bench,
) -> None:
    way = bench.minuted()
    bench.sent(bench.second, f"{way}/sign", right="no", why="The psychologist said low.")
    page = bench.manager.page(bench.at())
    assert "The psychologist said low." in page and "(sent back)" in page
    assert "Write the minutes" in page and "(holds)" not in page
