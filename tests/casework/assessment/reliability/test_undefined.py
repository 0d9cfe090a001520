"""Where a coefficient has no meaning, the desk says so, and never NaN."""

from __future__ import annotations

import pytest

from tests.casework.assessment.reliability.made import STEPS, item, noisy
from throughcare.casework.assessment.reliability import (
    Agreement,
    Coefficient,
    Name,
    Undefined,
    Why,
    agreement_on,
    nominal,
)
from throughcare.casework.assessment.reliability.alpha import krippendorff_alpha
from throughcare.casework.assessment.reliability.estimates import Estimate
from throughcare.casework.assessment.reliability.grid import grid_of
from throughcare.casework.assessment.reliability.icc import icc_2_1, icc_2_1_value
from throughcare.casework.assessment.reliability.kappa import pair_kappa, pair_kappa_value


def test_when_everybody_always_gives_one_code_only_gwet_has_a_coefficient() -> None:
    for scale, defined in ((nominal("012"), Name.GWET_AC1), (STEPS, Name.GWET_AC2)):
        for raters in (2, 3):
            said = agreement_on(item([["0"] * raters] * 40, scale))
            assert isinstance(said, Agreement)
            for name, found in said.coefficients.items():
                if name is defined:
                    assert isinstance(found, Coefficient)
                    assert found.value == 1
                    assert found.interval == Undefined(Why.NO_SPREAD)
                else:
                    assert isinstance(found, Undefined)
            assert said.coefficients[Name.KRIPPENDORFF_ALPHA] == Undefined(Why.NO_VARIATION)


def test_kappa_without_variation_is_said_and_not_computed() -> None:
    grid = grid_of(STEPS, [["1", "1"]] * 40)
    assert pair_kappa(grid) == Undefined(Why.NO_VARIATION)
    assert pair_kappa_value(grid) is None
    assert icc_2_1(grid) == Undefined(Why.NO_VARIATION)
    assert icc_2_1_value(grid) is None


def test_a_case_rated_once_is_no_variation() -> None:
    grid = grid_of(STEPS, [*[["0", "0"]] * 40, ["1", None]])
    assert krippendorff_alpha(grid) == Undefined(Why.NO_VARIATION)


def test_kappa_of_a_rater_who_never_varies_is_nought() -> None:
    found = pair_kappa(grid_of(nominal("01"), [["0", "0"], ["0", "1"]] * 20))
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(0)


def test_two_raters_have_no_fleiss_kappa_and_three_no_cohens() -> None:
    two, three = (agreement_on(item(noisy(40, raters=raters))) for raters in (2, 3))
    assert isinstance(two, Agreement)
    assert isinstance(three, Agreement)
    assert two.coefficients[Name.FLEISS_KAPPA] == Undefined(Why.ONLY_TWO_RATERS)
    assert three.coefficients[Name.WEIGHTED_KAPPA] == Undefined(Why.NOT_TWO_RATERS)
    assert isinstance(three.coefficients[Name.FLEISS_KAPPA], Coefficient)


def test_raters_who_differ_by_one_step_in_every_case_have_an_icc_and_no_interval() -> None:
    found = icc_2_1(grid_of(STEPS, [["0", "1"], ["1", "2"]] * 20))
    assert isinstance(found, Estimate)
    assert 0 < found.value < 1
    assert found.interval == Undefined(Why.NO_SPREAD)


def test_raters_who_only_contradict_each_other_in_two_cases_break_nothing() -> None:
    assert icc_2_1(grid_of(STEPS, [["0", "1"], ["1", "0"]])) == Undefined(Why.NO_VARIATION)


def test_an_icc_of_no_complete_case_is_said() -> None:
    grid = grid_of(STEPS, [["0", "0", None], [None, "1", "1"]] * 20)
    assert icc_2_1(grid) == Undefined(Why.TOO_FEW_COMPLETE)
    assert icc_2_1_value(grid) is None
