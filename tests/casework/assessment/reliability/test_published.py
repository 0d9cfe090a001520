"""The coefficients come out as published, from the published ratings."""

from __future__ import annotations

import pytest

from tests.casework.assessment.reliability.made import ends, item
from tests.casework.assessment.reliability.published import (
    FOUR_OBSERVERS,
    FOUR_RATERS,
    PARADOX,
    REVIEWERS,
    SIX_TARGETS,
    diagnoses,
    pairs,
)
from throughcare.casework.assessment.reliability import (
    Agreement,
    Coefficient,
    Name,
    RawTable,
    Scale,
    agreement_on,
    interval,
    nominal,
    ordinal,
    ratio,
)
from throughcare.casework.assessment.reliability.alpha import krippendorff_alpha
from throughcare.casework.assessment.reliability.estimates import Estimate, Undefined
from throughcare.casework.assessment.reliability.fleiss import fleiss_kappa
from throughcare.casework.assessment.reliability.grid import grid_of
from throughcare.casework.assessment.reliability.gwet import gwet_ac
from throughcare.casework.assessment.reliability.icc import icc_2_1, mean_squares
from throughcare.casework.assessment.reliability.kappa import pair_kappa

FIVE = {code: float(code) for code in "12345"}
TEN = {str(number): float(number) for number in range(1, 11)}


def known(found: Estimate | Undefined) -> Estimate:
    assert isinstance(found, Estimate)
    return found


def test_fleiss_1971_psychiatric_diagnoses() -> None:
    found = known(fleiss_kappa(grid_of(nominal("DPSNO"), diagnoses())))
    assert found.cases == 30
    assert found.value == pytest.approx(0.430, abs=0.0005)


def test_the_desk_shows_fleiss_1971_because_30_cases_are_just_enough() -> None:
    said = agreement_on(item(diagnoses(), nominal("DPSNO")))
    assert isinstance(said, Agreement)
    kappa = said.coefficients[Name.FLEISS_KAPPA]
    assert isinstance(kappa, Coefficient)
    assert kappa.value == pytest.approx(0.430, abs=0.0005)
    assert (said.counts.cases, said.counts.raters, said.counts.decisions) == (30, 6, 180)
    assert said.counts.percent_agreement == pytest.approx(55.6, abs=0.05)


@pytest.mark.parametrize(
    ("scale", "published"),
    [
        (nominal("12345"), 0.743),
        (ordinal("12345"), 0.815),
        (interval(FIVE), 0.849),
        (ratio(FIVE), 0.797),
    ],
    ids=["nominal", "ordinal", "interval", "ratio"],
)
def test_krippendorffs_four_observers(scale: Scale, published: float) -> None:
    found = known(krippendorff_alpha(grid_of(scale, FOUR_OBSERVERS)))
    assert found.value == pytest.approx(published, abs=0.0005)
    assert found.cases == 11  # the twelfth unit has one rating, which is compared with nothing


def test_gwets_four_raters_with_the_published_interval() -> None:
    kinds = known(gwet_ac(grid_of(nominal("12345"), FOUR_RATERS)))
    assert kinds.value == pytest.approx(0.77544, abs=0.000005)
    assert ends(kinds) == pytest.approx((0.461, 1), abs=0.0005)
    steps = known(gwet_ac(grid_of(ordinal("12345"), FOUR_RATERS)))
    assert steps.value == pytest.approx(0.914, abs=0.0005)
    assert ends(steps) == pytest.approx((0.685, 1), abs=0.0005)


def test_shrout_and_fleiss_1979() -> None:
    grid = grid_of(interval(TEN), SIX_TARGETS)
    by = mean_squares(grid)
    assert by is not None
    assert (by.between_cases, by.between_raters, by.rest) == (
        pytest.approx(11.24, abs=0.005),
        pytest.approx(32.49, abs=0.005),
        pytest.approx(1.02, abs=0.005),
    )
    found = known(icc_2_1(grid))
    assert found.value == pytest.approx(0.29, abs=0.005)
    assert ends(found) == pytest.approx((0.019, 0.761), abs=0.0005)


def test_two_reviewers_by_kappa_with_the_published_interval() -> None:
    # irrCAC takes quantiles of t where statsmodels takes those of the normal distribution.
    kinds = known(pair_kappa(grid_of(nominal("EAN"), pairs(REVIEWERS))))
    assert kinds.value == pytest.approx(0.796, abs=0.0005)
    assert ends(kinds) == pytest.approx((0.680, 0.913), abs=0.002)


def test_two_reviewers_by_weighted_kappa_with_the_published_interval() -> None:
    steps = known(pair_kappa(grid_of(ordinal("EAN"), pairs(REVIEWERS))))
    assert steps.value == pytest.approx(0.892, abs=0.0005)
    assert ends(steps) == pytest.approx((0.822, 0.962), abs=0.002)


@pytest.mark.parametrize(
    ("scale", "name", "published", "low", "high"),
    [
        (nominal("EAN"), Name.GWET_AC1, 0.849, 0.764, 0.935),
        (ordinal("EAN"), Name.GWET_AC2, 0.940, 0.905, 0.976),
    ],
    ids=["AC1", "AC2"],
)
def test_two_reviewers_by_gwet_at_the_desk(
    scale: Scale, name: Name, published: float, low: float, high: float
) -> None:
    said = agreement_on(item(pairs(REVIEWERS), scale))
    assert isinstance(said, Agreement)
    assert said.counts.percent_agreement == pytest.approx(89)
    found = said.coefficients[name]
    assert isinstance(found, Coefficient)
    assert found.value == pytest.approx(published, abs=0.0005)
    # The published interval divides by n where that of raw ratings divides by n - 1.
    assert ends(found) == pytest.approx((low, high), abs=0.002)


def test_kappa_falls_below_chance_where_ac1_stays_high() -> None:
    said = agreement_on(item(pairs(PARADOX), nominal("yn")))
    assert isinstance(said, Agreement)
    assert said.counts.percent_agreement == pytest.approx(94.4)
    kappa, ac1 = said.coefficients[Name.COHEN_KAPPA], said.coefficients[Name.GWET_AC1]
    assert isinstance(kappa, Coefficient)
    assert isinstance(ac1, Coefficient)
    assert kappa.value == pytest.approx(-0.0234, abs=0.00005)
    assert ac1.value == pytest.approx(0.9408, abs=0.00005)


@pytest.mark.parametrize(
    ("rows", "scale"),
    [
        (FOUR_OBSERVERS, ordinal("12345")),
        (FOUR_RATERS, nominal("12345")),
        (SIX_TARGETS, interval(TEN)),
    ],
    ids=["Krippendorff", "Gwet", "Shrout and Fleiss"],
)
def test_the_desk_refuses_the_small_published_examples(
    rows: list[list[str | None]], scale: Scale
) -> None:
    assert isinstance(agreement_on(item(rows, scale)), RawTable)
