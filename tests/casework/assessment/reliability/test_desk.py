"""Enough double-rated cases give coefficients; fewer give the raw table and nothing else."""

from __future__ import annotations

import random
from dataclasses import fields, replace

import pytest

from tests.casework.assessment.reliability.made import item, noisy
from throughcare.casework.assessment.reliability import (
    Agreement,
    Coefficient,
    ItemRatings,
    Name,
    Rating,
    RawTable,
    TooFewCases,
    Undefined,
    Unrated,
    Why,
    agreement_on,
    least_cases,
    nominal,
    ordinal,
)

LEAST = int(least_cases().value)


def agreement(given: ItemRatings) -> Agreement:
    said = agreement_on(given)
    assert isinstance(said, Agreement)
    return said


def test_one_case_too_few_gives_the_raw_table() -> None:
    said = agreement_on(item(noisy(LEAST - 1)))
    assert isinstance(said, RawTable)
    assert said.needed == LEAST
    assert said.table.pairs == said.counts.cases == LEAST - 1


def test_the_raw_table_has_no_place_for_a_coefficient() -> None:
    assert {one.name for one in fields(RawTable)} == {"item", "counts", "table", "needed"}


def test_just_enough_cases_give_coefficients() -> None:
    said = agreement(item(noisy(LEAST)))
    assert {
        name for name, found in said.coefficients.items() if isinstance(found, Coefficient)
    } == {Name.WEIGHTED_KAPPA, Name.GWET_AC2, Name.KRIPPENDORFF_ALPHA, Name.ICC_2_1}
    assert said.table.pairs == LEAST


def test_no_coefficient_can_be_made_of_too_few_cases_even_by_hand() -> None:
    enough = agreement(item(noisy(LEAST)))
    found = enough.coefficients[Name.GWET_AC2]
    assert isinstance(found, Coefficient)
    with pytest.raises(TooFewCases, match="29 double-rated cases are too few"):
        Coefficient(found.value, found.interval, LEAST - 1)
    with pytest.raises(TooFewCases):
        replace(found, cases=LEAST - 1)
    few = agreement_on(item(noisy(LEAST - 1)))
    with pytest.raises(TooFewCases, match=r"assessment\.md section 3"):
        Agreement("item", few.counts, few.table, enough.coefficients)


def test_a_case_with_one_rating_does_not_count_towards_enough() -> None:
    rows = [*noisy(LEAST - 1), ["1", None], ["2", None]]
    assert isinstance(agreement_on(item(rows)), RawTable)


def test_not_enough_information_is_no_rating_and_fills_no_case() -> None:
    rows = [*noisy(LEAST - 1), *[["1", None]] * 10]
    said = agreement_on(item(rows, none=Unrated.NOT_ENOUGH))
    assert isinstance(said, RawTable)
    assert said.counts.not_enough == 10


def test_kinds_and_steps_have_their_own_coefficients() -> None:
    rows = noisy(LEAST)
    assert set(agreement(item(rows, nominal("012"))).coefficients) == {
        Name.COHEN_KAPPA,
        Name.FLEISS_KAPPA,
        Name.GWET_AC1,
        Name.KRIPPENDORFF_ALPHA,
    }
    assert set(agreement(item(rows, ordinal("012"))).coefficients) == {
        Name.WEIGHTED_KAPPA,
        Name.FLEISS_KAPPA,
        Name.GWET_AC2,
        Name.KRIPPENDORFF_ALPHA,
        Name.ICC_2_1,
    }


def test_a_near_miss_weighs_less_than_a_far_one_on_steps_only() -> None:
    same = [["0", "0"], ["1", "1"], ["2", "2"]] * 12
    near, far = [*same, *[["0", "1"]] * 6], [*same, *[["0", "2"]] * 6]
    for name in (Name.WEIGHTED_KAPPA, Name.GWET_AC2, Name.KRIPPENDORFF_ALPHA, Name.ICC_2_1):
        one, other = (agreement(item(rows)).coefficients[name] for rows in (near, far))
        assert isinstance(one, Coefficient)
        assert isinstance(other, Coefficient)
        assert one.value > other.value


def test_cases_that_not_every_rater_rated_leave_out_the_icc_alone() -> None:
    rows = [*noisy(LEAST - 1, raters=3), *[["0", "0", None], [None, "1", "1"]] * 5]
    found = agreement(item(rows)).coefficients
    assert found[Name.ICC_2_1] == Undefined(Why.TOO_FEW_COMPLETE)
    assert found[Name.FLEISS_KAPPA] == Undefined(Why.UNEVEN)
    alpha = found[Name.KRIPPENDORFF_ALPHA]
    assert isinstance(alpha, Coefficient)
    assert alpha.cases == LEAST + 9


def test_second_raters_may_differ_from_case_to_case() -> None:
    pairs = noisy(40, slips=0.1)
    rows = [
        [first, *(second if place == number % 3 else None for place in range(3))]
        for number, (first, second) in enumerate(pairs)
    ]
    found = agreement(item(rows)).coefficients
    assert found[Name.WEIGHTED_KAPPA] == Undefined(Why.NOT_TWO_RATERS)
    for name in (Name.FLEISS_KAPPA, Name.GWET_AC2, Name.KRIPPENDORFF_ALPHA):
        assert isinstance(found[name], Coefficient)


def test_a_third_rater_of_cases_rated_once_changes_nothing() -> None:
    rows: list[list[str | None]] = [[*row, None] for row in noisy(LEAST)]
    with_third = item([*rows, [None, None, "2"]])
    assert agreement(with_third).coefficients == agreement(item(noisy(LEAST))).coefficients


def test_the_order_of_ratings_and_the_names_of_cases_change_nothing() -> None:
    given = item(noisy(40, raters=3, gaps=0.2))
    names = {one.case for one in given.ratings}
    shuffled = list(given.ratings)
    random.Random(5).shuffle(shuffled)
    other = dict(zip(sorted(names), sorted(names, reverse=True), strict=True))
    renamed = tuple(Rating(other[one.case], one.rater, one.answer) for one in shuffled)
    assert agreement_on(replace(given, ratings=renamed)) == agreement_on(given)


def test_nothing_that_comes_out_names_a_case_or_a_rater() -> None:
    rows = noisy(40)
    ratings = tuple(
        Rating(f"CASE{number}", rater, code or Unrated.MISSING)
        for number, row in enumerate(rows)
        for rater, code in zip(("RATER-X", "RATER-Y"), row, strict=True)
    )
    for few in (len(ratings), 20):
        given = ItemRatings("tool", "item", ordinal("012"), ratings[:few])
        for text in (repr(agreement_on(given)), repr(given), repr(given.ratings[0])):
            assert "CASE" not in text
            assert "RATER-" not in text
