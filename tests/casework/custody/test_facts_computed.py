"""Which rules the room computes: each gives its answers about what was written through actions."""

from __future__ import annotations

from typing import Final

import pytest

from standards.checks import Never, Quota, Separate, WithinRatio
from standards.findings import Status
from standards.rulebook.coverage import Kept, Reach, coverage
from tests.casework.custody.replay.computed import COMPUTED
from tests.casework.custody.replay.world import ASKED, RULEBOOK, World

pytestmark = pytest.mark.django_db

AT_LEAST: Final = 55
# A rule that forbids says nothing where it is kept.
SILENT_WHEN_KEPT: Final = (Never, Separate, WithinRatio)


@pytest.mark.parametrize("rule", sorted(COMPUTED))
def test_a_rule_that_was_kept_is_found_so(rule: str) -> None:
    check = RULEBOOK.checks(ASKED.date())[rule]
    world = World()
    found = world.statuses(rule, COMPUTED[rule][0](world))
    if isinstance(check, SILENT_WHEN_KEPT) or (isinstance(check, Quota) and check.rolling):
        assert found == set()
    else:
        assert found <= {Status.MET, Status.DUE} and found


@pytest.mark.parametrize("rule", sorted(COMPUTED))
def test_a_rule_that_was_broken_is_found_so(rule: str) -> None:
    world = World()
    assert Status.BREACHED in world.statuses(rule, COMPUTED[rule][1](world))


def test_at_least_55_rules_are_answered_from_what_the_room_keeps() -> None:
    world = World()
    for kept, _broken in COMPUTED.values():
        kept(world)
    reached = coverage(RULEBOOK, Kept.of(world.archive()), ASKED.date())
    lacking = {one.rule: one.missing for one in reached if one.reach != Reach.ANSWERED}
    assert {rule: lacking[rule] for rule in COMPUTED if rule in lacking} == {}
    assert len(COMPUTED) >= AT_LEAST
