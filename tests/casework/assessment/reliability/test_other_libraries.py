"""Our own code and our wiring agree with other libraries on invented ratings.

Figures of irrCAC 0.4.4, pingouin 0.7.0 and scikit-learn 1.9.1, each worked once in an environment
of its own (ADR 0035 says why they are not installed here), and SciPy's bootstrap, which is here.
"""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import bootstrap

from tests.casework.assessment.reliability.made import ends, rows_of
from throughcare.casework.assessment.reliability import Scale, nominal, ordinal
from throughcare.casework.assessment.reliability.alpha import (
    krippendorff_alpha,
    krippendorff_alpha_value,
)
from throughcare.casework.assessment.reliability.conventions import resampling
from throughcare.casework.assessment.reliability.estimates import Estimate
from throughcare.casework.assessment.reliability.fleiss import fleiss_kappa
from throughcare.casework.assessment.reliability.grid import grid_of
from throughcare.casework.assessment.reliability.gwet import gwet_ac
from throughcare.casework.assessment.reliability.icc import icc_2_1
from throughcare.casework.assessment.reliability.kappa import pair_kappa

CLUSTERED = rows_of(
    [
        "010000000000000000000100000000000000001001000000000000000000",
        "010000000000000000000000000000000000000001000000000000000000",
    ]
)
GAPS = rows_of(
    [
        "01200102201103.0000301133032321111.1000002210021",
        "0113.00.211103120200211..0.122111.0011.0012.1321",
        "..1323322011.31001..02031001.21221111.0001001321",
    ]
)
COMPLETE = rows_of(
    [
        "0212020110011202020001100001011010120100",
        "0011002000121202110021212121010222220102",
        "1020010011110102121010120221011210210110",
    ]
)
SETS = {"clustered": (CLUSTERED, "012"), "gaps": (GAPS, "0123"), "complete": (COMPLETE, "012")}


def scale_of(kind: str, codes: str) -> Scale:
    return nominal(codes) if kind == "AC1" else ordinal(codes)


@pytest.mark.parametrize(
    ("name", "kind", "value", "low", "high"),
    [
        ("clustered", "AC1", 0.965004, 0.915166, 1),
        ("clustered", "AC2", 0.990792, 0.977448, 1),
        ("gaps", "AC1", 0.417594, 0.258620, 0.576567),
        ("gaps", "AC2", 0.486692, 0.221354, 0.752030),
        ("complete", "AC1", 0.170878, 0.011656, 0.330099),
        ("complete", "AC2", 0.255106, 0.013426, 0.496786),
    ],
)
def test_gwets_coefficients_and_intervals_are_those_of_irrcac(
    name: str, kind: str, value: float, low: float, high: float
) -> None:
    rows, codes = SETS[name]
    found = gwet_ac(grid_of(scale_of(kind, codes), rows))
    assert isinstance(found, Estimate)
    assert (found.value, *ends(found)) == pytest.approx((value, low, high), abs=1e-6)


@pytest.mark.parametrize(
    ("name", "value", "low", "high", "cases"),
    [
        ("clustered", 0.6549707602339184, 0.48414971853763744, 0.7780293985174824, 60),
        ("gaps", 0.3036750483558992, 0.0881545861162013, 0.5342424550697544, 31),
        ("complete", 0.1775510204081634, -0.003773916621824648, 0.38825436221940285, 40),
    ],
)
def test_icc_and_its_interval_are_those_of_pingouin(
    name: str, value: float, low: float, high: float, cases: int
) -> None:
    rows, codes = SETS[name]
    found = icc_2_1(grid_of(ordinal(codes), rows))
    assert isinstance(found, Estimate)
    assert found.cases == cases
    assert (found.value, *ends(found)) == pytest.approx((value, low, high), abs=1e-9)


def test_cohens_kappa_is_that_of_scikit_learn() -> None:
    found = pair_kappa(grid_of(nominal("012"), CLUSTERED))
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(0.6511627906976745)


def test_fleiss_kappa_is_that_of_irrcac_and_its_interval_near_to_it() -> None:
    found = fleiss_kappa(grid_of(nominal("012"), COMPLETE))
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(0.145226, abs=1e-6)
    assert ends(found) == pytest.approx((-0.006625, 0.297078), abs=0.03)


def test_alpha_is_that_of_irrcac_and_its_interval_near_to_it() -> None:
    found = krippendorff_alpha(grid_of(nominal("012"), COMPLETE))
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(0.152350, abs=1e-6)
    assert ends(found) == pytest.approx((0.000498, 0.304201), abs=0.03)


def test_the_interval_by_drawing_cases_is_that_of_scipys_bootstrap() -> None:
    grid = grid_of(ordinal("0123"), GAPS)
    ours = krippendorff_alpha(grid)
    assert isinstance(ours, Estimate)
    theirs = bootstrap(
        (np.arange(grid.cases),),
        lambda rows: krippendorff_alpha_value(grid.take(rows)),
        vectorized=False,
        method="percentile",
        n_resamples=resampling().times,
        rng=np.random.default_rng(7),
    ).confidence_interval
    assert ends(ours) == pytest.approx((theirs.low, theirs.high), abs=0.03)
