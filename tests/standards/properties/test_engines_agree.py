"""The person engine and the population engine answer alike, whatever was written down."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given

from tests.standards.properties.chance import Chance
from tests.standards.properties.compare import assert_holds, disagreement
from tests.standards.properties.drawn_checks import DRAWERS, drawn_checks
from tests.standards.properties.histories import Situation, drawn_situation
from tests.standards.properties.running import SLOW, real_checks, rulebook, seeds, tried

# One evaluation compiles nine queries whatever it is asked, so it is asked much at once:
# each example is so many histories, a history being one person under one check.
PERSONS = 40
CHECKS = 18
REAL = 9
HISTORIES_AN_EXAMPLE = PERSONS * (CHECKS + REAL)


def situation(seed: int) -> Situation:
    """Persons under two checks of each pattern and some of the rulebook."""
    chance = Chance(Random(seed))
    checks = drawn_checks(chance, CHECKS)
    checks += Random(seed).sample(real_checks(), REAL)
    return drawn_situation(chance, checks, PERSONS)


def assert_agreed(drawn: Situation, seed: int) -> None:
    assert_holds(drawn, seed, lambda s: disagreement(s, rulebook().derivations))


@tried(usual=5, slow=40)
@given(seed=seeds)
def test_engines_agree_on_all_patterns_and_real_rules_together(seed: int) -> None:
    assert_agreed(situation(seed), seed)


@pytest.mark.parametrize("pattern", sorted(DRAWERS))
@tried(usual=1, slow=25)
@given(seed=seeds)
def test_engines_agree_on_each_pattern_under_many_settings(pattern: str, seed: int) -> None:
    chance = Chance(Random(seed))
    checks = drawn_checks(chance, 24 if SLOW else 14, (pattern,))
    assert_agreed(drawn_situation(chance, checks, PERSONS), seed)
