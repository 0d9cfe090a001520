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
from tests.standards.properties.compare import Engine, answers, told
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
    records = [_since_struck_out(chance, record, drawn.known_at) for record in drawn.archive.records]
    ids = [record.id for record in records]
    records += [
        replace(
            record,
            id=f"later-{number}",
            recorded_at=drawn.known_at + chance.pick(LATER),
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


def assert_same_then_as_later(engine: Engine, seed: int, persons: int) -> None:
    drawn = situation(seed, persons)
    later = entered_later(drawn, seed)
    then, now = (
        answers(
            engine(
                one.archive,
                one.checks,
                as_of=one.as_of,
                known_at=one.known_at,
                derivations=rulebook().derivations,
            )
        )
        for one in (drawn, later)
    )
    assert then == now, f"{told(later)}\ngone: {then - now}\nnew: {now - then}"


@tried(usual=120, slow=3000)
@given(seed=seeds)
def test_later_entries_change_no_earlier_finding(seed: int) -> None:
    assert_same_then_as_later(person_engine, seed, persons=6)


@tried(usual=2, slow=15)
@given(seed=seeds)
def test_later_entries_change_no_earlier_finding_of_the_population_engine(seed: int) -> None:
    assert_same_then_as_later(population_engine, seed, persons=30)
