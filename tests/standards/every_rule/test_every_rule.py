"""Every monitored rule gives each answer that its pattern allows, on both engines (issue 2)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import Any

import pytest

from standards.checks import PATTERN_OF, Check, OnlyWith, Quota, RequiresFields
from standards.findings import Finding, Status
from standards.person.engine import evaluate_archive as person_engine
from standards.population.engine import evaluate_archive as population_engine
from standards.rulebook.load import load_rulebook
from tests.standards.every_rule import of_amounts_and_places, of_duties
from tests.standards.every_rule.building import AS_OF, Case, archive_of

MONITORED = load_rulebook().checks(date(2026, 1, 1))
HOW_MANY = 339
CASES: dict[str, Callable[[Any], list[Case]]] = {
    "respond_within": of_duties.respond_within,
    "recur_within": of_duties.recur_within,
    "max_duration": of_duties.max_duration,
    "never": of_duties.never,
    "only_with": of_duties.only_with,
    "separate": of_amounts_and_places.separate,
    "requires_fields": of_duties.requires_fields,
    "quota": of_amounts_and_places.quota,
    "within_ratio": of_amounts_and_places.within_ratio,
}
BOTH_WAYS = {Status.MET, Status.BREACHED, Status.DUE}
ONLY_BREACHES = {Status.BREACHED}


@cache
def cases_of(rule: str) -> tuple[Case, ...]:
    check = MONITORED[rule]
    return tuple(CASES[PATTERN_OF[type(check)]](check))


def answers_allowed(check: Check) -> set[Status]:
    """The answers that a rule of this pattern can be made to give (patterns.md 2)."""
    match check:
        case OnlyWith(event=event) if event is not None:
            return {Status.MET, Status.BREACHED}
        case RequiresFields(by=by) if by.is_zero:
            return {Status.MET, Status.BREACHED}
        case Quota(rolling=rolling) if rolling is not None:
            return ONLY_BREACHES
        case Quota(max=most) if most is not None:
            return {Status.MET, Status.BREACHED}
    alone = PATTERN_OF[type(check)] in ("never", "separate", "within_ratio")
    return ONLY_BREACHES if alone else BOTH_WAYS


def statuses(findings: Iterable[Finding]) -> dict[tuple[str, str], set[Status]]:
    """What was answered about each rule and each person or thing."""
    found: dict[tuple[str, str], set[Status]] = defaultdict(set)
    for finding in findings:
        found[finding.rule, finding.who].add(finding.status)
    return found


def wrong(cases: Iterable[Case], findings: Iterable[Finding]) -> list[str]:
    """The cases that came out differently, in words."""
    found = statuses(findings)
    return [
        f"{case.check.rule}, {case.about}: expected {sorted(case.expected) or 'nothing'}, "
        f"came out {sorted(found[case.check.rule, case.who]) or 'nothing'}"
        for case in cases
        if found[case.check.rule, case.who] != case.expected
    ]


def test_there_are_as_many_monitored_rules_as_the_rulebook_promises() -> None:
    assert len(MONITORED) == HOW_MANY


@pytest.mark.parametrize("rule", sorted(MONITORED))
def test_there_is_a_case_for_every_answer_that_the_rule_can_give(rule: str) -> None:
    shown = {status for case in cases_of(rule) for status in case.expected}
    assert answers_allowed(MONITORED[rule]) <= shown


@pytest.mark.parametrize("rule", sorted(MONITORED))
def test_the_person_engine_gives_every_answer_that_the_rule_allows(rule: str) -> None:
    cases = cases_of(rule)
    findings = person_engine(archive_of(cases), [MONITORED[rule]], as_of=AS_OF)
    assert wrong(cases, findings) == []


def test_the_population_engine_gives_every_answer_of_every_rule_in_one_evaluation() -> None:
    cases = [case for rule in MONITORED for case in cases_of(rule)]
    findings = population_engine(archive_of(cases), list(MONITORED.values()), as_of=AS_OF)
    assert wrong(cases, findings) == []


def test_both_engines_agree_on_every_rule_over_the_records_of_all_the_others() -> None:
    archive = archive_of(case for rule in MONITORED for case in cases_of(rule))
    checks = list(MONITORED.values())
    person = Counter(f.answer() for f in person_engine(archive, checks, as_of=AS_OF))
    population = Counter(f.answer() for f in population_engine(archive, checks, as_of=AS_OF))
    assert (person - population, population - person) == (Counter(), Counter())
