"""Comparing findings, and cutting a disagreement down to the few records that make it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

import pytest

from standards.checks import Check
from standards.findings import Finding
from standards.instants import format_instant
from standards.person.engine import evaluate_archive as person_engine
from standards.population.engine import evaluate_archive as population_engine
from standards.records import Record
from tests.standards.properties.histories import Situation

Answers = Counter[tuple[object, ...]]
Engine = Callable[..., list[Finding]]
Item = TypeVar("Item")


def answers(findings: Sequence[Finding]) -> Answers:
    """The findings as a multiset of what must agree."""
    return Counter(finding.answer() for finding in findings)


def run(engine: Engine, s: Situation, derivations: Sequence[Any] = ()) -> list[Finding]:
    return engine(s.archive, s.checks, as_of=s.as_of, known_at=s.known_at, derivations=derivations)


def difference(one: Answers, other: Answers, s: Situation, names: tuple[str, str]) -> str:
    """What one has and the other has not, line by line; empty if they are the same."""
    lines = [f"{names[0]} only: {_shown(a, s)}" for a in (one - other).elements()]
    lines += [f"{names[1]} only: {_shown(a, s)}" for a in (other - one).elements()]
    return "\n".join(lines)


def disagreement(s: Situation, derivations: Sequence[Any] = ()) -> str:
    """What one engine says and the other does not; empty if they agree."""
    person = answers(run(person_engine, s, derivations))
    population = answers(run(population_engine, s, derivations))
    return difference(person, population, s, ("person engine", "population engine"))


def assert_holds(s: Situation, seed: int, broken: Callable[[Situation], str]) -> None:
    """Fail with a situation cut down as far as it goes, if `broken` says something."""
    if said := broken(s):
        small = reduced(s, lambda smaller: bool(broken(smaller)))
        pytest.fail(f"seed {seed}\n{told(small)}\n{broken(small) or said}", pytrace=False)


def _shown(answer: tuple[Any, ...], s: Situation) -> str:
    rule, status, who, since, until, flags, key = answer
    zone = s.archive.zone
    end = "None" if until is None else format_instant(until, zone)
    return f"{rule} {status} {who} {format_instant(since, zone)} {end} {flags} {key!r}"


def reduced(s: Situation, fails: Callable[[Situation], bool]) -> Situation:
    """A small situation that still fails: fewer checks, then persons, records and values."""
    s = replace(s, checks=_fewer(s.checks, lambda kept: fails(replace(s, checks=kept))))

    def with_records(records: list[Record]) -> Situation:
        return replace(s, archive=replace(s.archive, records=records))

    whose = sorted({record.who or "" for record in s.archive.records})
    kept = _fewer(
        whose,
        lambda left: fails(with_records([r for r in s.archive.records if (r.who or "") in left])),
    )
    s = with_records([r for r in s.archive.records if (r.who or "") in kept])
    s = with_records(_fewer(s.archive.records, lambda left: fails(with_records(left))))
    s = _plainer_archive(s, fails)
    for index in range(len(s.archive.records)):
        for name in ("zone", "key", "recorded_at", "made_at", "voided_at", "supersedes", "place",
                     "by_staff", "amount", "kind", "until"):  # fmt: skip
            record = s.archive.records[index]
            if getattr(record, name) is None:
                continue
            plainer = [*s.archive.records]
            plainer[index] = replace(record, **{name: None})
            if fails(with_records(plainer)):
                s = with_records(plainer)
    return s


def _plainer_archive(s: Situation, fails: Callable[[Situation], bool]) -> Situation:
    for change in ({"places": {}}, {"persons": {}}, {"zone": "UTC"}, {"kept": None},
                   {"assumptions": frozenset()}):  # fmt: skip
        plainer = replace(s, archive=replace(s.archive, **change))
        if fails(plainer):
            s = plainer
    if s.known_at != s.as_of and fails(replace(s, known_at=s.as_of)):
        s = replace(s, known_at=s.as_of)
    return s


def _fewer(items: Sequence[Item], fails: Callable[[list[Item]], bool]) -> list[Item]:
    """Leave out halves, quarters and so on, as long as what is left fails."""
    kept = list(items)
    size = max(1, len(kept) // 2)
    while True:
        start = 0
        while start < len(kept):
            left = kept[:start] + kept[start + size :]
            if left and fails(left):
                kept = left
            else:
                start += size
        if size == 1:
            return kept
        size = max(1, size // 2)


def told(s: Situation) -> str:
    """The situation in a form that can be read and typed again."""
    zone = s.archive.zone
    lines = [
        f"zone {zone}, as_of {format_instant(s.as_of, zone)}, "
        f"known_at {format_instant(s.known_at, zone)}, kept {s.archive.kept}, "
        f"assumptions {sorted(s.archive.assumptions)}"
    ]
    lines += [f"  {_values(check)}" for check in s.checks]
    lines += [f"  {_values(record, zone)}" for record in s.archive.records]
    lines += [f"  {person}" for person in s.archive.persons.values() if _named(s, person.id)]
    lines += [f"  {place}" for place in s.archive.places.values()][:12]
    return "\n".join(lines)


def _named(s: Situation, who: str) -> bool:
    return any(record.who == who for record in s.archive.records)


_INSTANTS = ("at", "since", "until", "planned_at", "recorded_at", "made_at", "voided_at")


def _values(thing: Check | Record, zone: str = "UTC") -> str:
    shown = []
    for part in fields(thing):
        value = getattr(thing, part.name)
        if value == part.default or (part.name == "fields" and not value):
            continue
        text = format_instant(value, zone) if part.name in _INSTANTS else repr(value)
        shown.append(f"{part.name}={text}")
    return f"{type(thing).__name__}({', '.join(shown)})"
