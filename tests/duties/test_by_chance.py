"""Whatever officers write, what is kept live and what the nightly run computes are the same."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from random import Random

import pytest

from tests.casework.custody.made import places
from tests.casework.safety.made import CAST
from tests.duties.by_chance import Life, begun
from tests.staff import written
from tests.standards.properties.running import SLOW
from throughcare.casework.people.models import Person
from throughcare.duties import actions
from throughcare.duties.eyes import engine_eyes
from throughcare.duties.models import Judged, KeptFinding
from throughcare.duties.recompute import recompute
from throughcare.kernel.models import Place

HISTORIES = 100 if SLOW else 15
COUNTRIES = 10 if SLOW else 1  # each with histories of its own: a thousand in the slow form
ACTS = 12
_SEED = 20261126


@pytest.mark.parametrize("country", range(COUNTRIES))
def test_live_and_nightly_findings_are_equal_over_histories_driven_through_actions(
    own_database: str, country: int
) -> None:
    for one in CAST:
        written(one)
    places()
    # Men and children who share a cell are what the rules are about; here they are let in.
    Place.objects.update(certified_capacity=5 * HISTORIES)
    chance = Random(_SEED + country)
    lives = [begun(number, chance) for number in range(HISTORIES)]
    for _turn in range(ACTS):
        for life in lives:
            life.go_on()
            actions.bring_up_to_date([life.person], at=life.at)  # as the next page does
    end = max(life.at for life in lives) + timedelta(hours=1)
    _as_the_jobs_do(end, every=timedelta(hours=9 if country == 0 else 61))
    done = recompute(at=end)
    assert done.differed == []
    assert done.old == 0 and done.files == HISTORIES
    _there_was_much_to_compare(lives)


def _as_the_jobs_do(end: object, *, every: timedelta) -> None:
    """Time passes in steps; each file is judged when its own moment has come, and not before."""
    with engine_eyes():
        first = min(filter(None, Judged.objects.values_list("look_again", flat=True)))
    moment = first
    while True:
        moment = min(moment + every, end)  # type: ignore[type-var]
        while actions.judge_waiting(at=moment, most=50):
            pass
        if moment == end:
            break
    for house in ("north", "south"):
        actions.judge_house_now(house, at=end)  # type: ignore[arg-type]


def _there_was_much_to_compare(lives: list[Life]) -> None:
    written_acts = Counter(name for life in lives for name in life.written)
    assert set(written_acts) >= {"_order", "_cell", "_step", "_separate", "_day", "_review"}
    assert Person.objects.count() == 0  # the service itself sees nobody
    with engine_eyes():
        rules = set(KeptFinding.objects.values_list("rule", flat=True))
        statuses = set(KeptFinding.objects.values_list("status", flat=True))
    assert len(rules) >= 30 and statuses >= {"met", "due", "breached"}
    assert {"nmr-43-1-b", "nmr-46-1-visit", "nmr-45-1-review", "nmr-7-throughout"} <= rules
