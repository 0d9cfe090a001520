"""Each coefficient comes with an interval that says how sure it is, or with no interval and why."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.casework.assessment.reliability.made import STEPS, ends, noisy
from throughcare.casework.assessment.reliability import Interval, Undefined, Why, nominal
from throughcare.casework.assessment.reliability.alpha import krippendorff_alpha
from throughcare.casework.assessment.reliability.estimates import Estimate, interval_of
from throughcare.casework.assessment.reliability.fleiss import fleiss_kappa
from throughcare.casework.assessment.reliability.grid import Grid, grid_of
from throughcare.casework.assessment.reliability.gwet import gwet_ac
from throughcare.casework.assessment.reliability.icc import icc_2_1
from throughcare.casework.assessment.reliability.kappa import pair_kappa

Computed = Callable[[Grid], Estimate | Undefined]
OF_RATERS: list[tuple[Computed, int]] = [
    (pair_kappa, 2),
    (fleiss_kappa, 3),
    (gwet_ac, 3),
    (krippendorff_alpha, 3),
    (icc_2_1, 3),
]
each = pytest.mark.parametrize(
    ("compute", "raters"), OF_RATERS, ids=[compute.__name__ for compute, _ in OF_RATERS]
)


@each
def test_an_interval_contains_its_estimate_and_narrows_with_more_cases(
    compute: Computed, raters: int
) -> None:
    widths = []
    for times in (1, 4, 16):
        found = compute(grid_of(STEPS, noisy(30, raters=raters, slips=0.4) * times))
        low, high = ends(found)
        assert isinstance(found, Estimate)
        assert low < found.value < high
        widths.append(high - low)
    assert widths[1] == pytest.approx(widths[0] / 2, rel=0.25)
    assert widths[2] == pytest.approx(widths[1] / 2, rel=0.25)


@each
def test_the_same_ratings_give_the_same_figures(compute: Computed, raters: int) -> None:
    grid = grid_of(STEPS, noisy(40, raters=raters, slips=0.4))
    assert compute(grid) == compute(grid)


@each
def test_full_agreement_is_one_and_claims_no_interval(compute: Computed, raters: int) -> None:
    found = compute(grid_of(STEPS, [[code] * raters for code in "012"] * 12))
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(1)
    assert found.interval == Undefined(Why.NO_SPREAD)


def test_draws_that_are_mostly_all_alike_give_no_interval() -> None:
    # One case in forty differs: more than a third of the draws lack it.
    found = krippendorff_alpha(grid_of(nominal("01"), [["0", "0"]] * 39 + [["0", "1"]]))
    assert isinstance(found, Estimate)
    assert found.interval == Undefined(Why.NO_SPREAD)


def test_a_few_draws_that_are_all_alike_are_left_out() -> None:
    # Without these four cases nothing varies; 0.9 ** 40 is 1.5 percent of the draws.
    rows = [["0", "0"]] * 36 + [["1", "1"], ["1", "1"], ["1", "0"], ["1", "0"]]
    found = krippendorff_alpha(grid_of(nominal("01"), rows))
    low, high = ends(found)
    assert isinstance(found, Estimate)
    assert low < found.value < high


def test_an_interval_stops_at_one_and_never_runs_backwards() -> None:
    assert interval_of(0.8, 1.2) == Interval(0.8, 1.0)
    assert interval_of(float("nan"), 1) == Undefined(Why.NO_SPREAD)
    with pytest.raises(ValueError, match="interval"):
        Interval(0.9, 0.8)
    with pytest.raises(ValueError, match="no number"):
        Estimate(float("nan"), Undefined(Why.NO_SPREAD), 40)


codes = st.sampled_from(["0", "0", "0", "1", "2", None])
rows_of_three = st.lists(st.tuples(codes, codes, codes), min_size=6, max_size=40).map(
    lambda rows: [row for row in rows if any(row)]
)


@settings(max_examples=60)
@given(rows_of_three.filter(lambda rows: len(rows) > 1))
def test_whatever_was_rated_the_quick_coefficients_are_numbers_with_intervals_around_them(
    rows: list[tuple[str | None, ...]],
) -> None:
    if not any(sum(code is not None for code in row) > 1 for row in rows):
        return
    grid = grid_of(STEPS, rows)
    two = Grid(STEPS, grid.marks[:, :2])
    for found in (gwet_ac(grid), icc_2_1(grid), pair_kappa(two)):
        if isinstance(found, Estimate):
            assert found.value <= 1 + 1e-9
            if isinstance(found.interval, Interval):
                assert found.interval.low - 1e-9 <= found.value <= found.interval.high + 1e-9
