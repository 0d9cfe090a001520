"""How many histories a property is tried on: a few hundred always, the long form when asked."""

from __future__ import annotations

import os
from datetime import date
from functools import lru_cache

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from standards.checks import Check
from standards.rulebook.load import load_rulebook
from standards.rulebook.model import Rulebook

SLOW = os.environ.get("THROUGHCARE_SLOW") == "1"

# Hypothesis gives the seed; what is drawn from it is cut down by compare.reduced, which knows
# checks, persons and records, and so says in a few lines what Hypothesis cannot shrink.
seeds = st.integers(min_value=0, max_value=2**48)


def tried(usual: int, slow: int) -> settings:
    """Settings for a property: the same seeds in every usual run, new ones in the slow form."""
    return settings(
        max_examples=slow if SLOW else usual,
        derandomize=not SLOW,
        database=None,
        deadline=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )


@lru_cache(maxsize=1)
def rulebook() -> Rulebook:
    return load_rulebook()


@lru_cache(maxsize=1)
def real_checks() -> tuple[Check, ...]:
    """The rules of the packaged rulebook, with the values of a day."""
    return tuple(rulebook().checks(date(2026, 6, 1)).values())
