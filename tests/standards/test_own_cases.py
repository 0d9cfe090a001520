"""The case files that we ship, and the shared ones where they are at hand, on the person engine."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from standards.conformance import Case, answer_case, expected_answers, read_cases
from standards.person.engine import evaluate_archive
from standards.rulebook.folders import chapter_files, packaged_folder
from standards.rulebook.load import Rulebook, load_rulebook

OWN = sorted((packaged_folder() / "cases").glob("*.yaml"))
SHARED = Path(__file__).parents[3] / "shared" / "standards" / "cases.yaml"
POINTS_WITHOUT_A_CASE = {27}  # evidence is not compared: about the comparison itself


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook()


def wrong(cases: list[Case], rulebook: Rulebook) -> list[str]:
    """The ids of the cases whose findings differ."""
    return [
        case.id
        for case in cases
        if Counter(f.answer()[:6] for f in answer_case(case, rulebook, evaluate_archive))
        != Counter(expected_answers(case))
    ]


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_our_cases_are_answered_as_written(path: Path, rulebook: Rulebook) -> None:
    cases = read_cases(path)
    assert all(case.expected is not None for case in cases)
    assert wrong(cases, rulebook) == []


@pytest.mark.skipif(not SHARED.exists(), reason="the shared cases are not here")
def test_the_shared_cases_are_answered_as_written(rulebook: Rulebook) -> None:
    assert wrong(read_cases(SHARED), rulebook) == []


def test_no_two_cases_have_one_id() -> None:
    ids = Counter(case.id for path in OWN for case in read_cases(path))
    assert [name for name, times in ids.items() if times > 1] == []


def test_every_settled_point_has_a_case() -> None:
    (settled,) = (path for path in OWN if path.stem == "settled")
    points = {int(case.id.split("-")[1]) for case in read_cases(settled)}
    assert points == set(range(1, 28)) - POINTS_WITHOUT_A_CASE


def test_every_mended_rule_has_a_case(rulebook: Rulebook) -> None:
    mended = {entry.id for entry in rulebook.entries.values() if entry.mended}
    told = {case.rule for path in OWN for case in read_cases(path)}
    assert mended - told == set()


def test_cases_are_no_chapters_of_the_rulebook() -> None:
    assert OWN
    assert not set(OWN) & set(chapter_files(packaged_folder()))
