"""Ratings that cannot be compared are refused with what to do, and without naming a case."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from throughcare.casework.assessment.reliability import (
    BadRatings,
    BadScale,
    ItemRatings,
    Kind,
    Rating,
    Scale,
    Unrated,
    interval,
    nominal,
    ordinal,
    ratio,
)
from throughcare.casework.assessment.reliability.grid import grid_of

GOOD = (Rating("P1", "ann", "0"), Rating("P1", "bob", "1"))


def handed_in(*more: Rating) -> ItemRatings:
    return ItemRatings("tool", "anger", ordinal("012"), GOOD + more)


def test_a_case_rated_twice_by_one_rater_is_refused() -> None:
    with pytest.raises(BadRatings, match=r"tool, anger: Ratings 1 and 3 are of one rater") as said:
        handed_in(Rating("P1", "ann", "0"))
    assert "P1" not in str(said.value)
    assert "ann" not in str(said.value)


def test_the_second_answer_may_not_be_smuggled_in_as_no_rating() -> None:
    with pytest.raises(BadRatings, match="of one rater for one case"):
        handed_in(Rating("P1", "ann", Unrated.NOT_ENOUGH))


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(BadRatings, match=r"Rating 3 has the code '3'.*\n.*0, 1, 2") as said:
        handed_in(Rating("P2", "ann", "3"))
    assert "P2" not in str(said.value)


def test_a_word_for_no_rating_is_not_taken_for_one() -> None:
    with pytest.raises(BadRatings, match="Unrated"):
        handed_in(Rating("P2", "ann", "not_enough_information"))


@pytest.mark.parametrize("ratings", [(), GOOD[:1], (GOOD[0], Rating("P2", "ann", "1"))])
def test_fewer_than_two_raters_are_refused(ratings: tuple[Rating, ...]) -> None:
    with pytest.raises(BadRatings, match="at least two raters"):
        ItemRatings("tool", "anger", ordinal("012"), ratings)


@pytest.mark.parametrize("nameless", [Rating(" ", "ann", "0"), Rating("P2", "", "0")])
def test_a_rating_without_case_or_rater_is_refused(nameless: Rating) -> None:
    with pytest.raises(BadRatings, match="Rating 3 names no case or no rater"):
        handed_in(nameless)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: nominal(["yes"]), "at least two codes"),
        (lambda: nominal(["yes", "yes"]), "a code twice"),
        (lambda: ordinal(["low", " "]), "an empty one"),
        (lambda: interval({"a": 1, "b": 1}), "stand for one number"),
        (lambda: interval({"a": 1, "b": float("inf")}), "needs a number"),
        (lambda: ratio({"a": -1, "b": 1}), "no number below it"),
        (lambda: Scale(Kind.NOMINAL, ("a", "b"), (0.0,)), "needs a number"),
    ],
)
def test_a_scale_without_meaning_is_refused(make: Callable[[], Scale], words: str) -> None:
    with pytest.raises(BadScale, match=words):
        make()


def test_the_codes_of_numbers_come_in_the_order_of_the_numbers() -> None:
    scale = interval({"ten": 10, "two": 2, "three": 3})
    assert (scale.codes, scale.values) == (("two", "three", "ten"), (2.0, 3.0, 10.0))


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([["0", "1"]], "two cases or more"),
        ([["0", "1"], ["0"]], "a place for each rater"),
        ([["0", "1"], [None, None]], "needs a rating"),
        ([["0", None], [None, "1"]], "one of them two"),
        ([["0", "1"], ["0", "9"]], "does not have: 9"),
    ],
)
def test_a_table_that_cannot_be_computed_is_refused(
    rows: list[list[str | None]], words: str
) -> None:
    with pytest.raises(BadRatings, match=words):
        grid_of(ordinal("012"), rows)
