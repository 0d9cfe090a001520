"""`throughcare conformance`: run case files on an engine and compare with what they expect."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from standards.conformance import BadCase, Case, answer_case, expected_answers, read_cases
from standards.findings import Finding
from standards.rulebook.load import Rulebook, load_rulebook
from throughcare.cli.engines import Engine
from throughcare.errors import BadInput

DIFFERENT = 1


def conformance(
    cases: Annotated[list[Path], typer.Argument(help="Case files (YAML).")],
    engine: Annotated[Engine, typer.Option(help="Which engine answers.")] = Engine.person,
    output: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    rules: Annotated[Path | None, typer.Option(help="Another folder of rulebooks.")] = None,
) -> None:
    """Run worked cases. Exit status 1 if an expected finding differs."""
    if output not in ("text", "json"):
        raise BadInput(f"'{output}' is no format", remedy="write --format text or json")
    rulebook = load_rulebook(rules)
    read = [case for path in cases for case in _read(path)]
    answers = [(case, _answer(case, rulebook, engine)) for case in read]
    if output == "json":
        print(json.dumps([_as_json(case, found) for case, found in answers], indent=1))
        return
    wrong = sum(_report(case, found) for case, found in answers)
    told = sum(case.expected is not None for case, _ in answers)
    print(f"{len(answers)} cases, {told} with expected findings, {wrong} different ({engine})")
    if wrong:
        raise typer.Exit(DIFFERENT)


def _read(path: Path) -> list[Case]:
    try:
        return read_cases(path)
    except BadCase as error:
        raise BadInput(str(error), remedy="see the form of rulebooks/cases") from error


def _answer(case: Case, rulebook: Rulebook, engine: Engine) -> list[Finding]:
    try:
        return answer_case(case, rulebook, engine.evaluate())
    except BadCase as error:
        raise BadInput(str(error), remedy="throughcare rules list shows the rules") from error


def _as_json(case: Case, found: list[Finding]) -> dict[str, object]:
    zone = case.archive.zone
    return {"case": case.id, "findings": [finding.as_json(zone) for finding in found]}


def _report(case: Case, found: list[Finding]) -> bool:
    """Print where a case differs; tells whether it does."""
    if case.expected is None:
        return False
    got = Counter(finding.answer()[:6] for finding in found)
    want = Counter(expected_answers(case))
    if got == want:
        return False
    print(f"{case.id} {case.title}")
    for finding in found:
        print(f"  got      {finding.as_json(case.archive.zone)}")
    for expected in case.expected:
        print(f"  expected {dict(expected)}")
    return True
