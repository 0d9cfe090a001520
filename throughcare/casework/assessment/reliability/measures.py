"""Which coefficients belong to which scale."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from throughcare.casework.assessment.reliability.alpha import (
    krippendorff_alpha,
    krippendorff_alpha_value,
)
from throughcare.casework.assessment.reliability.fleiss import fleiss_kappa, fleiss_kappa_value
from throughcare.casework.assessment.reliability.gwet import gwet_ac, gwet_ac_value
from throughcare.casework.assessment.reliability.icc import icc_2_1, icc_2_1_value
from throughcare.casework.assessment.reliability.kappa import pair_kappa, pair_kappa_value
from throughcare.casework.assessment.reliability.results import Name

if TYPE_CHECKING:
    from throughcare.casework.assessment.reliability.estimates import Estimate, Undefined
    from throughcare.casework.assessment.reliability.grid import Grid
    from throughcare.casework.assessment.reliability.scales import Scale


class Measure(NamedTuple):
    """A coefficient: with its interval, and its value alone (None where undefined), of any grid."""

    name: Name
    estimate: Callable[[Grid], Estimate | Undefined]
    value: Callable[[Grid], float | None]


_NOMINAL: Final = (
    Measure(Name.COHEN_KAPPA, pair_kappa, pair_kappa_value),
    Measure(Name.FLEISS_KAPPA, fleiss_kappa, fleiss_kappa_value),
    Measure(Name.GWET_AC1, gwet_ac, gwet_ac_value),
    Measure(Name.KRIPPENDORFF_ALPHA, krippendorff_alpha, krippendorff_alpha_value),
)
_ORDERED: Final = (
    Measure(Name.WEIGHTED_KAPPA, pair_kappa, pair_kappa_value),
    Measure(Name.FLEISS_KAPPA, fleiss_kappa, fleiss_kappa_value),
    Measure(Name.GWET_AC2, gwet_ac, gwet_ac_value),
    Measure(Name.KRIPPENDORFF_ALPHA, krippendorff_alpha, krippendorff_alpha_value),
    Measure(Name.ICC_2_1, icc_2_1, icc_2_1_value),
)


def measures_of(scale: Scale) -> tuple[Measure, ...]:
    """The coefficients that mean something on this scale."""
    return _ORDERED if scale.has_order else _NOMINAL
