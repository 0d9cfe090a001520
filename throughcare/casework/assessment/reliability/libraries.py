"""The statistics libraries, with types, each imported at its first use.

Importing them takes seconds (ADR 0035), so no web worker may do it at its start, and the page that
shows coefficients has a job compute them. Each function is one call of a library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from throughcare.casework.assessment.reliability.grid import Real, Whole


def cohen(table: Whole, values: Real | None, *, confidence: float) -> tuple[float, float, float]:
    """Cohen's kappa of two raters with its interval: value, low, high.

    `table` is codes by codes; with `values`, one number for each code, a disagreement weighs by the
    square of the difference. The interval is the asymptotic one of Fleiss, Cohen and Everitt
    (Psychological Bulletin 72:323-327, 1969), as statsmodels has it.
    """
    import numpy as np
    from statsmodels.stats.inter_rater import cohens_kappa

    weighing = {} if values is None else {"weights": values, "wt": "quadratic"}
    with np.errstate(all="ignore"):  # tests of kappa = 0 that nobody asks for
        found = cohens_kappa(table, **weighing)
        low, high = found.distribution_kappa.interval(confidence)
    return float(found.kappa), float(low), float(high)


def cohen_value(table: Whole, values: Real | None) -> float:
    """Cohen's kappa alone: see `cohen`."""
    from statsmodels.stats.inter_rater import cohens_kappa

    weighing = {} if values is None else {"weights": values, "wt": "quadratic"}
    return float(cohens_kappa(table, return_results=False, **weighing))


def fleiss_value(counts: Whole) -> float:
    """Fleiss' kappa; `counts` is cases by codes, with the same number of ratings in each case."""
    from statsmodels.stats.inter_rater import fleiss_kappa

    return float(fleiss_kappa(counts))


def alpha_value(counts: Whole, values: Real, level: str) -> float:
    """Krippendorff's alpha; `counts` is cases by codes, `values` one number for each code."""
    from krippendorff import alpha

    return float(
        alpha(value_counts=counts, value_domain=values, level_of_measurement=level)  # type: ignore[arg-type]
    )


def t_quantile(share: float, freedom: float) -> float:
    """Below which a share of Student's t distribution lies."""
    from scipy.special import stdtrit

    return float(stdtrit(freedom, share))


def f_quantile(share: float, above: float, below: float) -> float:
    """Below which a share of F lies, with degrees of freedom `above` and `below` the line."""
    from scipy.special import fdtri

    return float(fdtri(above, below, share))
