"""A stricter value, as a profile may lay over a rule, never hides a breach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given

from standards.checks import Check, parse_check
from standards.findings import Finding, Status
from standards.instants import OPEN, Instant, format_instant
from standards.person.engine import evaluate_archive as person_engine
from standards.population.engine import evaluate_archive as population_engine
from standards.rulebook.stricter import STRICTER, Order, compare
from tests.standards.properties.chance import Chance
from tests.standards.properties.compare import Engine, assert_holds
from tests.standards.properties.drawn_checks import DRAWERS, LONG
from tests.standards.properties.histories import Situation, drawn_situation
from tests.standards.properties.running import rulebook, seeds, tried

Stretch = tuple[Instant, Instant]
VALUES: dict[str, Sequence[Any]] = {
    "min": (0.5, 1, 2, 4, 45, 60),
    "max": (0.5, 1, 2, 4, 45, 60),
    "enough": (1, 2, 3),
    "level": ("establishment", "premises", "unit", "cell"),
    **dict.fromkeys(("to_end_of_day", "allow_unknown"), (False, True)),
}
PATTERNS = sorted(pattern for pattern, parameters in STRICTER.items() if parameters)
EACH = 4


def stricter_pairs(chance: Chance, pattern: str) -> list[tuple[Check, Check]]:
    """A drawn check and the same with one value that a profile may write, several times."""
    pairs: list[tuple[Check, Check]] = []
    while len(pairs) < EACH:
        raw = {"pattern": pattern, **DRAWERS[pattern](chance)}
        parameter = chance.pick(sorted(STRICTER[pattern]))
        value = chance.pick(VALUES.get(parameter, LONG))
        if parameter in ("min", "max") and parameter not in raw:
            continue
        if parameter == "enough" and value > len(raw["fields"]):
            continue
        if compare(raw, parameter, value) is Order.STRICTER:
            number = len(pairs)
            pairs.append(
                (
                    parse_check(f"given-{number}", raw),
                    parse_check(f"stricter-{number}", {**raw, parameter: value}),
                )
            )
    return pairs


def situation(seed: int, pattern: str, persons: int) -> Situation:
    chance = Chance(Random(seed))
    pairs = stricter_pairs(chance, pattern)
    return drawn_situation(chance, [check for pair in pairs for check in pair], persons)


def in_breach(findings: Iterable[Finding]) -> dict[tuple[str, str, str | None], list[Stretch]]:
    """When each rule was broken for each person or thing and key; an instant is [t, t]."""
    found: dict[tuple[str, str, str | None], list[Stretch]] = defaultdict(list)
    for finding in findings:
        if finding.status is Status.BREACHED:
            end = OPEN if finding.until is None else finding.until
            found[finding.rule, finding.who, finding.key].append((finding.since, end))
    return found


def hidden(stretch: Stretch, others: Iterable[Stretch]) -> bool:
    """Is some of the stretch outside all the others?"""
    reached, end = stretch
    met = False
    for start, stop in sorted(others):
        if start <= reached <= stop:
            met = True
            reached = stop
    return not met or reached < end


def breaches_hidden(engine: Engine, s: Situation) -> str:
    """Each breach of a rule that the stricter form of it does not show."""
    found = in_breach(
        engine(
            s.archive, s.checks, as_of=s.as_of, known_at=s.known_at,
            derivations=rulebook().derivations,
        )
    )  # fmt: skip
    asked = {check.rule for check in s.checks}
    lines = []
    for (rule, who, key), stretches in sorted(found.items(), key=str):
        stricter = rule.replace("given", "stricter")
        if rule.startswith("given") and stricter in asked:
            lines += [
                f"{rule} {who} {key}: {format_instant(since, 'UTC')} to {until}"
                for since, until in stretches
                if hidden((since, until), found.get((stricter, who, key), ()))
            ]
    return "\n".join(lines)


def assert_nothing_hidden(engine: Engine, s: Situation, seed: int) -> None:
    assert_holds(s, seed, lambda smaller: breaches_hidden(engine, smaller))


@pytest.mark.parametrize("pattern", PATTERNS)
@tried(usual=40, slow=1500)
@given(seed=seeds)
def test_a_stricter_value_hides_no_breach(pattern: str, seed: int) -> None:
    assert_nothing_hidden(person_engine, situation(seed, pattern, persons=6), seed)


@pytest.mark.parametrize("pattern", PATTERNS)
@tried(usual=1, slow=20)
@given(seed=seeds)
def test_a_stricter_value_hides_no_breach_in_the_population_engine(pattern: str, seed: int) -> None:
    assert_nothing_hidden(population_engine, situation(seed, pattern, persons=30), seed)


def test_the_property_can_fail() -> None:
    """With the two forms exchanged, the looser one hides what the stricter one shows."""
    exchange = {"given": "stricter", "stricter": "given"}

    def exchanged(check: Check) -> Check:
        form, _, number = check.rule.partition("-")
        return replace(check, rule=f"{exchange[form]}-{number}")

    situations = [situation(seed, "max_duration", persons=6) for seed in range(20)]
    failed = [
        s
        for s in situations
        if breaches_hidden(person_engine, replace(s, checks=[exchanged(c) for c in s.checks]))
    ]
    assert len(failed) > 3
