"""Every case holds on both engines: as written, and shuffled among 50 other persons.

`test_own_cases.py` asks only the person engine, so that mutants of it are tried quickly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest

from standards.conformance import Case, answer_case, expected_answers, read_cases
from standards.findings import Finding
from standards.person.engine import evaluate_archive as person_engine
from standards.population.engine import evaluate_archive as population_engine
from standards.rulebook.folders import packaged_folder
from standards.rulebook.load import Rulebook, load_rulebook
from tests.standards.arrangements import OTHERS, about_its_own, among_others, as_written

OWN = sorted((packaged_folder() / "cases").glob("*.yaml"))
SHARED = Path(__file__).parents[3] / "shared" / "standards" / "cases.yaml"
ARRANGEMENTS = (as_written, among_others)
Engine = Callable[..., list[Finding]]
ENGINES: dict[str, Engine] = {"person": person_engine, "population": population_engine}
PARTS = 4  # so that several workers share the cases of one file

files = [
    *(pytest.param(path, id=path.stem) for path in OWN),
    pytest.param(
        SHARED,
        id="shared",
        marks=pytest.mark.skipif(
            not SHARED.exists(), reason=f"the shared cases are not here: {SHARED}"
        ),
    ),
]


@cache
def cases_of(path: Path) -> tuple[Case, ...]:
    return tuple(read_cases(path))


@cache
def rulebook() -> Rulebook:
    return load_rulebook()


def told(case: Case, pool: Sequence[Case], engine: Engine) -> list[str]:
    """The arrangements in which the case comes out differently."""
    wanted = Counter(expected_answers(case))
    others = [other for other in pool if other.id != case.id]
    return [
        f"{case.id} {arrange.__name__}"
        for arrange in ARRANGEMENTS
        if wanted != answers(arrange(case, others), engine)
    ]


def answers(case: Case, engine: Engine) -> Counter[tuple[object, ...]]:
    found = about_its_own(case, answer_case(case, rulebook(), engine))
    return Counter(finding.answer()[:6] for finding in found)


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("path", files)
def test_a_case_holds_in_any_order_and_among_others(path: Path, engine: str, part: int) -> None:
    cases = cases_of(path)
    ours = sorted(cases, key=lambda case: case.rule)[part::PARTS]
    assert [line for case in ours for line in told(case, cases, ENGINES[engine])] == []


def test_others_are_at_least_fifty_persons_with_records_of_the_same_kinds() -> None:
    cases = cases_of(OWN[0])
    mixed = among_others(cases[0], cases[1:])
    strangers = {record.who for record in mixed.archive.records} - {None}
    own = {record.who for record in cases[0].archive.records}
    assert len(strangers - own) >= OTHERS
