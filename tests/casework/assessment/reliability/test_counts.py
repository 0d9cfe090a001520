"""What is counted beside a coefficient, or instead of one: by hand, on few cases."""

from __future__ import annotations

import pytest

from tests.casework.assessment.reliability.made import item
from throughcare.casework.assessment.reliability import (
    ItemRatings,
    Rating,
    RawTable,
    Unrated,
    agreement_on,
    ordinal,
)


def raw(given: ItemRatings) -> RawTable:
    said = agreement_on(given)
    assert isinstance(said, RawTable)
    return said


def test_each_kind_of_answer_is_counted_apart() -> None:
    answers: list[tuple[str | Unrated, str | Unrated]] = [
        ("0", "0"),
        ("1", "2"),
        ("2", Unrated.NOT_ENOUGH),
        (Unrated.NOT_ENOUGH, Unrated.NOT_ENOUGH),
        (Unrated.DOES_NOT_APPLY, "0"),
        (Unrated.MISSING, "1"),
    ]
    ratings = tuple(
        Rating(f"P{number}", rater, answer)
        for number, both in enumerate(answers)
        for rater, answer in zip("ab", both, strict=True)
    )
    said = raw(ItemRatings("tool", "item", ordinal("012"), ratings)).counts
    assert (said.cases, said.raters, said.decisions, said.cases_left_out) == (2, 2, 4, 4)
    assert (said.rated, said.not_enough, said.does_not_apply, said.missing) == (7, 3, 1, 1)
    assert said.percent_agreement == 50
    assert said.percent_not_enough == 30


def test_with_nothing_rated_there_are_no_shares() -> None:
    said = raw(item([[None, None]] * 3)).counts
    assert (said.cases, said.raters, said.cases_left_out) == (0, 0, 3)
    assert said.percent_agreement is None
    assert said.percent_not_enough is None


def test_the_agreement_of_several_raters_is_of_pairs_averaged_over_cases() -> None:
    # Three raters: one pair of three agrees. Two raters: their pair agrees.
    said = raw(item([["0", "0", "1"], [None, "2", "2"]])).counts
    assert said.percent_agreement == pytest.approx(100 * (1 / 3 + 1) / 2)


def test_the_table_has_the_first_rater_in_rows_and_the_second_in_columns() -> None:
    table = raw(item([["0", "2"], ["0", "2"], ["1", "1"], ["2", "1"], ["0", None]])).table
    assert table.codes == ("0", "1", "2")
    assert table.cells == ((0, 0, 2), (0, 1, 0), (0, 1, 0))
    assert table.pairs == 4


def test_the_table_of_several_raters_counts_each_pair_once() -> None:
    table = raw(item([["0", "1", "2"]])).table
    assert table.cells == ((0, 1, 1), (0, 0, 1), (0, 0, 0))
