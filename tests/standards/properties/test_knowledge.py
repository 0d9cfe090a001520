"""What was known then stays what was known then, whatever is written down afterwards."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given

from standards.instants import DAY, HOUR, MINUTE, Instant
from standards.person.engine import evaluate_archive as person_engine
from standards.population.engine import evaluate_archive as population_engine
from standards.records import Filling, Record
from tests.standards.properties.chance import Chance
from tests.standards.properties.compare import Engine, answers, assert_holds, difference, run
from tests.standards.properties.drawn_checks import drawn_checks
from tests.standards.properties.histories import Situation, drawn_situation
from tests.standards.properties.running import real_checks, rulebook, seeds, tried

LATER = (1, MINUTE, HOUR, DAY, 40 * DAY)


def situation(seed: int, persons: int) -> Situation:
    chance = Chance(Random(seed))
    checks = drawn_checks(chance, 18) + Random(seed).sample(real_checks(), 4)
    return drawn_situation(chance, checks, persons)


def entered_later(drawn: Situation, seed: int) -> Situation:
    """The archive some time on: new records, corrections, and records struck out since."""
    chance = Chance(Random(seed + 1))
    more = drawn_situation(chance, drawn.checks, len(drawn.persons))
    known_at = drawn.known_at
    records = [_since_struck_out(chance, record, known_at) for record in drawn.archive.records]
    ids = [record.id for record in records]
    records += [
        replace(
            record,
            id=f"later-{number}",
            recorded_at=known_at + chance.pick(LATER),
            supersedes=chance.pick(ids) if ids and chance.often(50) else None,
        )
        for number, record in enumerate(more.archive.records)
    ]
    return replace(drawn, archive=replace(drawn.archive, records=records))


def _since_struck_out(chance: Chance, record: Record, known_at: Instant) -> Record:
    """Perhaps struck out later, perhaps with fields filled in later that were blank."""
    later = known_at + chance.pick(LATER)
    if record.voided_at is None and chance.often(30):
        record = replace(record, voided_at=later)
    filled = {
        name: Filling(later) if filling.entered_at is None and chance.often(50) else filling
        for name, filling in record.fields.items()
    }
    return replace(record, fields=filled)


def forgotten(s: Situation) -> Situation:
    """The archive as it stood at `known_at`: nothing entered, struck out or filled in since."""
    records = [
        replace(
            record,
            voided_at=_until(record.voided_at, s.known_at),
            fields={
                name: Filling(None) if _until(filling.entered_at, s.known_at) is None else filling
                for name, filling in record.fields.items()
            },
        )
        for record in s.archive.records
        if record.known_from is None or record.known_from <= s.known_at
    ]
    return replace(s, archive=replace(s.archive, records=records))


def _until(moment: Instant | None, last: Instant) -> Instant | None:
    return moment if moment is not None and moment <= last else None


def changed(engine: Engine, s: Situation) -> str:
    """What later entries change in the findings at `known_at`."""
    derivations = rulebook().derivations
    then = answers(run(engine, forgotten(s), derivations))
    now = answers(run(engine, s, derivations))
    return difference(then, now, s, ("then", "after later entries"))


@tried(usual=120, slow=3000)
@given(seed=seeds)
def test_later_entries_change_no_earlier_finding(seed: int) -> None:
    drawn = entered_later(situation(seed, persons=6), seed)
    assert_holds(drawn, seed, lambda s: changed(person_engine, s))


@tried(usual=2, slow=15)
@given(seed=seeds)
def test_later_entries_change_no_earlier_finding_of_the_population_engine(seed: int) -> None:
    drawn = entered_later(situation(seed, persons=30), seed)
    assert_holds(drawn, seed, lambda s: changed(population_engine, s))
