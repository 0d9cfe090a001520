"""Explanations to look at: of worked cases, and of small archives made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from standards.checks import parse_check
from standards.conformance import Case, check_for, read_cases
from standards.instants import parse_instant, to_datetime
from standards.records import Archive, Record
from standards.rulebook.load import load_rulebook
from standards.rulebook.model import Rulebook
from throughcare.explain.asked import ask
from throughcare.explain.build import Origin, build
from throughcare.explain.model import Explanation
from throughcare.intake.outcome import Assumption, Intake

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
ZONE = "Africa/Tunis"


@cache
def rulebook() -> Rulebook:
    return load_rulebook(None)


@cache
def cases() -> tuple[Case, ...]:
    """The worked cases: those shipped with the rulebooks and those kept beside us."""
    paths = sorted((ROOT / "rulebooks" / "cases").rglob("*.yaml"))
    beside = SHARED / "standards" / "cases.yaml"
    found = {
        case.id: case for path in [*paths, beside] if path.exists() for case in read_cases(path)
    }
    return tuple(found.values())


def explain_case(case: Case) -> Iterator[Explanation]:
    """An explanation for everybody and everything that the case is about."""
    entry = rulebook().entries[case.rule]
    on = to_datetime(case.as_of, case.archive.zone).date()
    raw = entry.effective_on(on)
    assert raw is not None
    check = check_for(case, raw)
    about = {r.who or r.place or "" for r in case.archive.records} | set(case.archive.places)
    for who in sorted(about - {""}):
        asked = ask(
            rulebook(), entry, check, Intake(archive=case.archive), who,
            as_of=case.as_of, known_at=case.known_at,
        )  # fmt: skip
        yield build(asked, Origin())


def record(kind: str, start: str, end: str | None = None, **more: Any) -> Record:
    """A spell of person A in the prison of the tests."""
    return Record(
        id=more.pop("id", f"{kind} {start}"),
        type=kind,
        who=more.pop("who", "A"),
        since=parse_instant(f"{start}T10:00+01:00"),
        until=None if end is None else parse_instant(f"{end}T10:00+01:00"),
        **more,
    )


def explain(
    *records: Record,
    rule: str = "nmr-43-1-b",
    person: str = "A",
    as_of: str = "2026-06-01",
    known_at: str | None = None,
    assumption: bool = False,
    **settings: Any,
) -> Explanation:
    """An explanation of a small archive."""
    entry = rulebook().entries[rule]
    moment = parse_instant(f"{as_of}T10:00+01:00")
    raw = entry.effective_on(to_datetime(moment, ZONE).date())
    assert raw is not None
    name = "segregation_is_solitary"
    intake = Intake(
        archive=Archive(
            zone=ZONE,
            records=list(records),
            assumptions=frozenset({name} if assumption else ()),
        ),
        assumptions=[Assumption(name, "We take it so.", 1)] if assumption else [],
    )
    known = moment if known_at is None else parse_instant(f"{known_at}T10:00+01:00")
    asked = ask(
        rulebook(), entry, parse_check(rule, {**raw, **settings}), intake, person,
        as_of=moment, known_at=known,
    )  # fmt: skip
    return build(asked, Origin())
