"""Neither the order of entry, nor other people, nor other questions change an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from hypothesis import given

from standards.checks import Check, Separate, WithinRatio
from standards.findings import Finding
from standards.person.engine import evaluate_archive as person_engine
from standards.population.engine import evaluate_archive as population_engine
from standards.records import Archive, Record
from tests.standards.properties.chance import Chance
from tests.standards.properties.compare import Engine, answers, assert_holds, difference, run
from tests.standards.properties.drawn_checks import drawn_checks
from tests.standards.properties.histories import Situation, drawn_situation
from tests.standards.properties.running import real_checks, rulebook, seeds, tried

SHARED = (Separate, WithinRatio)


def situation(seed: int, persons: int = 6) -> Situation:
    chance = Chance(Random(seed))
    checks = drawn_checks(chance, 18) + Random(seed).sample(real_checks(), 4)
    return drawn_situation(chance, checks, persons)


def shuffled(drawn: Situation, seed: int) -> Situation:
    records = [*drawn.archive.records]
    Random(seed).shuffle(records)
    return with_records(drawn, records)


def with_records(drawn: Situation, records: list[Record]) -> Situation:
    return replace(drawn, archive=replace(drawn.archive, records=records))


def asked(engine: Engine, drawn: Situation) -> list[Finding]:
    return run(engine, drawn, rulebook().derivations)


def out_of_order(engine: Engine, drawn: Situation, seed: int) -> str:
    before, after = (answers(asked(engine, s)) for s in (drawn, shuffled(drawn, seed)))
    return difference(before, after, drawn, ("in order", "shuffled"))


@tried(usual=120, slow=3000)
@given(seed=seeds)
def test_order_of_entry_changes_no_finding(seed: int) -> None:
    assert_holds(situation(seed), seed, lambda s: out_of_order(person_engine, s, seed))


@tried(usual=60, slow=1000)
@given(seed=seeds)
def test_order_of_entry_changes_no_evidence(seed: int) -> None:
    drawn = situation(seed)
    before, after = (asked(person_engine, s) for s in (drawn, shuffled(drawn, seed)))
    assert Counter(before) == Counter(after)


@tried(usual=2, slow=15)
@given(seed=seeds)
def test_order_of_entry_changes_nothing_for_the_population_engine(seed: int) -> None:
    drawn = situation(seed, persons=30)
    assert_holds(drawn, seed, lambda s: out_of_order(population_engine, s, seed))


def with_strangers(drawn: Situation, seed: int) -> Situation:
    """The same archive with the records of others, who correct and name what is not theirs."""
    strangers = situation(seed + 1, persons=5)
    names = {f"A{n}": f"B{n}" for n in range(5)} | {"S1": "S3", "S2": "S4", "T1": "T2"}
    own = [record.id for record in drawn.archive.records]
    chance = Chance(Random(seed))
    added = [
        replace(
            record,
            who=names.get(record.who, record.who),
            supersedes=chance.perhaps(20, own) if own else None,
        )
        for record in strangers.archive.records
        if record.who is not None
    ]
    persons = {names[p.id]: replace(p, id=names[p.id]) for p in strangers.archive.persons.values()}
    archive = replace(
        drawn.archive,
        records=[*drawn.archive.records, *added],
        persons={**drawn.archive.persons, **persons},
    )
    return replace(drawn, archive=archive)


def alone(drawn: Situation) -> Situation:
    """Only rules about one person; and which records the source keeps is said, not inferred.

    Whether a source keeps contact logs at all is a fact about the source (ADR 0008). Where it is
    not declared it is read off everybody's records, so another person's log may rightly tell.
    """
    kept = drawn.archive.kept or frozenset({"contact_log"})
    checks = [check for check in drawn.checks if not isinstance(check, SHARED)]
    return replace(drawn, checks=checks, archive=replace(drawn.archive, kept=kept))


def about(findings: Sequence[Finding], archive: Archive) -> Counter[tuple[object, ...]]:
    whose = {record.who or record.place or "" for record in archive.records}
    return answers([finding for finding in findings if finding.who in whose])


def disturbed(engine: Engine, drawn: Situation, seed: int) -> str:
    before = answers(asked(engine, drawn))
    after = about(asked(engine, with_strangers(drawn, seed)), drawn.archive)
    return difference(before, after, drawn, ("alone", "among others"))


@tried(usual=120, slow=3000)
@given(seed=seeds)
def test_records_of_other_persons_change_nothing(seed: int) -> None:
    assert_holds(alone(situation(seed)), seed, lambda s: disturbed(person_engine, s, seed))


@tried(usual=2, slow=15)
@given(seed=seeds)
def test_records_of_other_persons_change_nothing_for_the_population_engine(seed: int) -> None:
    drawn = alone(situation(seed, persons=30))
    assert_holds(drawn, seed, lambda s: disturbed(population_engine, s, seed))


def entangled(drawn: Situation) -> str:
    together = answers(asked(person_engine, drawn))
    apart = [finding for c in drawn.checks for finding in asked(person_engine, _only(drawn, c))]
    return difference(together, answers(apart), drawn, ("asked together", "asked alone"))


@tried(usual=60, slow=1500)
@given(seed=seeds)
def test_a_rule_answers_the_same_whatever_other_rules_are_asked(seed: int) -> None:
    assert_holds(situation(seed), seed, entangled)


def _only(drawn: Situation, check: Check) -> Situation:
    return replace(drawn, checks=[check])
