"""Gwet's AC1 for kinds and AC2 for ordered scales: any number of raters, missing ratings.

Gwet, British Journal of Mathematical and Statistical Psychology 61:29-48, 2008; with weights and
missing ratings: Handbook of Inter-Rater Reliability, 4th edition, 2014. They stay high when ratings
cluster at one code, where kappa falls. AC2 weighs a near miss by the square of the difference.

Our own code: the one library that has them cannot be installed beside ours (ADR 0035).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from throughcare.casework.assessment.reliability.conventions import confidence
from throughcare.casework.assessment.reliability.estimates import Estimate, Undefined, interval_of
from throughcare.casework.assessment.reliability.libraries import t_quantile

if TYPE_CHECKING:
    from throughcare.casework.assessment.reliability.grid import Flags, Grid, Real
    from throughcare.casework.assessment.reliability.scales import Scale


@dataclass(frozen=True, slots=True, eq=False)
class _Parts:
    """`agreed` is of cases with two ratings or more (`doubles`), `by_chance` of every case."""

    doubles: Flags
    agreed: Real
    by_chance: Real
    chance: float

    @property
    def value(self) -> float:
        return (float(self.agreed.mean()) - self.chance) / (1 - self.chance)


def gwet_ac(grid: Grid) -> Estimate | Undefined:
    """AC1 on a nominal scale, AC2 on others. Defined also when all ratings are one code."""
    import numpy as np

    parts = _parts(grid)
    value, left = parts.value, 1 - parts.chance
    cases, doubles = len(parts.doubles), int(parts.doubles.sum())
    of_case: Real = np.zeros(cases)
    of_case[parts.doubles] = cases / doubles * (parts.agreed - parts.chance) / left
    # How chance itself moves with the case: the linear term of Gwet's variance.
    of_case -= 2 * (1 - value) * (parts.by_chance - parts.chance) / left
    error = float(np.sqrt(((of_case - value) ** 2).sum() / (cases * (cases - 1))))
    reach = t_quantile((1 + confidence().value) / 2, cases - 1) * error
    return Estimate(value, interval_of(value - reach, value + reach), doubles)


def gwet_ac_value(grid: Grid) -> float | None:
    """The value alone."""
    return _parts(grid).value


def _parts(grid: Grid) -> _Parts:
    counts = grid.counts()
    given = counts.sum(axis=1)
    weights, codes = _weights(grid.scale), len(grid.scale.codes)
    shares = counts / given[:, None]
    used = shares.mean(axis=0)
    # The chance that two raters who guess agree, times the chance that a case makes them guess.
    scale = float(weights.sum()) / (codes * (codes - 1))
    doubles = given > 1
    many, of = counts[doubles], given[doubles]
    agreed = (many * (many @ weights - 1)).sum(axis=1) / (of * (of - 1))
    return _Parts(
        doubles=doubles,
        agreed=agreed,
        by_chance=scale * (shares @ (1 - used)),
        chance=scale * float((used * (1 - used)).sum()),
    )


def _weights(scale: Scale) -> Real:
    """Codes by codes: 1 for the same code, less the farther apart, 0 for the ends of the scale."""
    import numpy as np

    if not scale.has_order:
        return np.eye(len(scale.codes))
    values = np.array(scale.values)
    apart: Real = np.subtract.outer(values, values) / (values[-1] - values[0])
    return 1 - apart**2
