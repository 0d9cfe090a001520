"""The conformance cases of custody, written through actions, give the findings that they must."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from standards.conformance import Case, check_for, expected_answers, read_cases
from standards.findings import Finding
from standards.instants import to_datetime
from standards.person.engine import evaluate_archive as person_engine
from standards.population.engine import evaluate_archive as population_engine
from standards.rulebook.folders import packaged_folder
from tests.casework.custody.replay.computed import COMPUTED, PARTLY
from tests.casework.custody.replay.translate import Replay
from tests.casework.custody.replay.unreplayed import NOT_REPLAYED
from tests.casework.custody.replay.world import RULEBOOK
from tests.standards.properties.running import SLOW

pytestmark = pytest.mark.django_db

FILES: Final = [
    *sorted((packaged_folder() / "cases").glob("*.yaml")),
    Path(__file__).parents[5] / "shared" / "standards" / "cases.yaml",
]
LEAST: Final = 30
ENGINES: Final[dict[str, Callable[..., list[Finding]]]] = {
    "person": person_engine,
    "population": population_engine,
}


def _cases() -> dict[str, Case]:
    read = [case for path in FILES if path.exists() for case in read_cases(path)]
    return {case.id: case for case in read if case.rule in {*COMPUTED, *PARTLY}}


CASES: Final = _cases()
REPLAYED: Final = sorted(set(CASES) - set(NOT_REPLAYED))


@pytest.mark.parametrize("name", REPLAYED)
def test_a_case_written_through_actions_gives_its_findings(name: str) -> None:
    case = CASES[name]
    replay = Replay(case)
    replay.run()
    raw = RULEBOOK.entries[case.rule].effective_on(
        to_datetime(case.as_of, case.archive.zone).date()
    )
    assert raw is not None
    archive = replay.world.archive(known_at=replay.when(case.known_at))
    for engine in engines_for(name):
        found = engine(
            archive, [check_for(case, raw)], as_of=case.as_of, known_at=case.known_at,
            derivations=RULEBOOK.derivations,
        )  # fmt: skip
        assert answers(replay, found) == Counter(expected_answers(case))


def engines_for(name: str) -> list[Callable[..., list[Finding]]]:
    """The person engine, and in the usual run for every fourth case the population engine too."""
    return list(ENGINES.values())[: 2 if SLOW or REPLAYED.index(name) % 4 == 0 else 1]


def answers(replay: Replay, found: list[Finding]) -> Counter[tuple[object, ...]]:
    """The findings in the names of the case, without those of the stay laid under it."""
    first = min(one.time for one in replay.case.archive.records if one.time is not None)
    return Counter(
        (rule, status, replay.names.get(who, who), *rest)
        for one in found
        if one.duty is None or one.duty >= first
        for rule, status, who, *rest in [one.answer()[:6]]
    )


def test_enough_cases_are_replayed() -> None:
    assert len(REPLAYED) >= LEAST


def test_a_case_that_is_not_replayed_says_why_and_is_there() -> None:
    packaged = {name for name in NOT_REPLAYED if name in CASES or name.startswith("case-")}
    assert packaged == set(NOT_REPLAYED)
    assert all(len(reason) > len("because") for reason in NOT_REPLAYED.values())
