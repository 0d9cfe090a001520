"""The conformance cases of separation, written through actions, give the findings they must."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Final

import pytest

from standards.conformance import Case, check_for, expected_answers, read_cases
from standards.findings import Finding
from standards.instants import to_datetime
from standards.person.engine import evaluate_archive
from standards.rulebook.folders import packaged_folder
from tests.casework.safety.replay.translate import Replay
from tests.casework.safety.replay.unreplayed import NOT_REPLAYED
from tests.staff import see_all_rows
from throughcare.casework.archive import archive_of_some
from throughcare.casework.safety.limits import rulebook

pytestmark = pytest.mark.django_db

FILES: Final = [
    *sorted((packaged_folder() / "cases").glob("*.yaml")),
    Path(__file__).parents[5] / "shared" / "standards" / "cases.yaml",
]
OURS: Final = re.compile(r"nmr-4[3-6]|br-22|juv-hr-67")
LEAST: Final = 100


def _cases() -> dict[str, Case]:
    read = [case for path in FILES if path.exists() for case in read_cases(path)]
    return {case.id: case for case in read if OURS.match(case.rule)}


CASES: Final = _cases()
REPLAYED: Final = sorted(set(CASES) - set(NOT_REPLAYED))


@pytest.mark.parametrize("name", REPLAYED)
def test_a_case_written_through_actions_gives_its_findings(name: str) -> None:
    case = CASES[name]
    replay = Replay(case)
    replay.run()
    raw = (
        rulebook()
        .entries[case.rule]
        .effective_on(to_datetime(case.as_of, case.archive.zone).date())
    )
    assert raw is not None
    see_all_rows("SEN", "HLT", "INC", "DIS")
    archive = archive_of_some(
        [file.id for file in replay.files.values()], known_at=replay.when(case.known_at)
    )
    found = evaluate_archive(
        archive, [check_for(case, raw)], as_of=case.as_of, known_at=case.known_at,
        derivations=rulebook().derivations,
    )  # fmt: skip
    assert answers(replay, found) == Counter(expected_answers(case))


def answers(replay: Replay, found: list[Finding]) -> Counter[tuple[object, ...]]:
    """The findings in the names of the case."""
    return Counter(
        (rule, status, replay.names.get(who, who), *rest)
        for one in found
        for rule, status, who, *rest in [one.answer()[:6]]
    )


def test_enough_cases_are_replayed() -> None:
    assert len(REPLAYED) >= LEAST


def test_a_case_that_is_not_replayed_says_why_and_is_there() -> None:
    packaged = {name for name in NOT_REPLAYED if name in CASES or name.startswith("case-")}
    assert packaged == set(NOT_REPLAYED)
    assert all(len(reason) > len("because") for reason in NOT_REPLAYED.values())
