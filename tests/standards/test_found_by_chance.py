"""Small situations in which drawn histories once showed a difference; both engines answer them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standards.checks import Check
from standards.person.engine import evaluate_archive as person_engine
from standards.population.engine import evaluate_archive as population_engine
from standards.records import Archive
from tests.standards.patterns.building import (
    archive,
    at,
    born,
    check,
    line,
    placed,
    record,
    spell,
)
from tests.standards.properties.compare import Engine

engines = pytest.mark.parametrize(
    "engine", [person_engine, population_engine], ids=["person", "population"]
)


def told(engine: Engine, given: Archive, checks: list[Check], as_of: str) -> list[str]:
    return sorted(line(finding) for finding in engine(given, checks, as_of=at(as_of)))


@engines
def test_a_doubt_about_a_later_child_leaves_earlier_company_certain(engine: Engine) -> None:
    """B is surely a child until 24 March; C, of unknown age, comes to the prison before that."""
    apart = check("separate", group="sentenced", from_group="children", level="establishment")
    records = [
        placed("E1/P1/U1", "02-01 08:00", "03-10 08:00"),
        placed("E1/P1/U1", "02-01 08:00", who="B"),
        placed("E1/P1/U2", "03-20 08:00", who="C"),
        spell("sentenced", "01-01 08:00"),
    ]
    given = archive(records, persons=[born("A", "1990-05-05"), born("B", "2008-03-24")])
    assert told(engine, given, [apart], "03-31 09:00") == ["breached 02-01 08:00 to 03-10 08:00"]


@engines
def test_the_doubt_stays_on_the_time_in_which_it_was(engine: Engine) -> None:
    apart = check("separate", group="sentenced", from_group="children", level="establishment")
    records = [
        placed("E1/P1/U1", "02-01 08:00"),
        placed("E1/P1/U1", "02-01 08:00", "02-10 08:00", who="B"),
        placed("E1/P1/U2", "03-20 08:00", "03-21 08:00", who="C"),
        spell("sentenced", "01-01 08:00"),
    ]
    given = archive(records, persons=[born("A", "1990-05-05"), born("B", "2008-03-24")])
    assert told(engine, given, [apart], "03-31 09:00") == [
        "breached 02-01 08:00 to 02-10 08:00",
        "breached 03-20 08:00 to 03-21 08:00 [presumed_child]",
    ]


@engines
def test_an_exemption_of_a_place_begins_no_duty_of_the_people_in_it(engine: Engine) -> None:
    """The notice exempts by one rule and begins a duty by another: the prison's, not a person's."""
    told_by = check("respond_within", trigger="closure", response="told", limit="P2D")
    apart = check(
        "separate", group="children", from_group="adults", level="unit", exempt_if="closure"
    )
    records = [
        placed("E1/P1/U1", "04-01 08:00"),
        record("closure", None, place="E1/P1/U1", at="04-03 08:00"),
    ]
    given = archive(records, persons=[born("A", "2010-05-05")])
    (whose,) = told(engine, given, [told_by, _named(apart)], "04-10 09:00")
    assert whose == "breached 04-05 08:00 to now on of E1/P1/U1"


@engines
def test_an_exemption_of_a_place_still_reaches_the_people_in_it(engine: Engine) -> None:
    apart = check(
        "separate", group="children", from_group="adults", level="unit", exempt_if="closure"
    )
    records = [
        placed("E1/P1/U1/C1", "04-01 08:00"),
        placed("E1/P1/U1/C2", "04-02 08:00", "04-05 08:00", who="B"),
        spell("closure", "04-03 08:00", "04-09 08:00", who=None, place="E1/P1/U1"),
    ]
    persons = [born("A", "2010-05-05"), born("B", "1990-05-05")]
    assert told(engine, archive(records, persons=persons), [apart], "04-10 09:00") == [
        "breached 04-02 08:00 to 04-03 08:00"
    ]


@engines
def test_time_that_ends_where_an_exemption_begins_ends_by_what_is_written(engine: Engine) -> None:
    """B's first place has no written end; the later one infers it, as the exemption begins."""
    apart = check(
        "separate", group="children", from_group="adults", level="premises", exempt_if="supervised"
    )
    records = [
        placed("E1/P1/U1", "04-01 08:00"),
        placed("E1/P1/U1", "04-01 08:00", who="B"),
        placed("E1/P1/U2", "04-03 08:00", who="B"),
        spell("supervised", "04-03 08:00"),
    ]
    persons = [born("A", "2010-05-05"), born("B", "1990-05-05")]
    assert told(engine, archive(records, persons=persons), [apart], "04-10 09:00") == [
        "breached 04-01 08:00 to 04-03 08:00"
    ]


@engines
@pytest.mark.parametrize(
    ("written", "flag"), [("04-03 08:00", ""), ("04-03 07:59", " [inferred_end]")]
)
def test_a_written_end_wins_also_where_others_stay(engine: Engine, written: str, flag: str) -> None:
    """A goes to a place that is not known, which ends the time together; C stays behind."""
    apart = check("separate", group="children", from_group="adults", level="unit")
    records = [
        placed("E1/P1/U1", "04-01 08:00"),
        spell("placement", "04-03 08:00"),
        placed("E1/P1/U1", "04-01 08:00", written, who="B"),
        placed("E1/P1/U1", "04-01 08:00", who="C"),
    ]
    persons = [born("A", "2010-05-05"), born("B", "1990-05-05"), born("C", "1990-05-05")]
    assert told(engine, archive(records, persons=persons), [apart], "04-10 09:00") == [
        f"breached 04-01 08:00 to 04-03 08:00{flag}"
    ]


def _named(second: Check) -> Check:
    """The same check under a name of its own, as each rule is asked once."""
    return replace(second, rule="second rule")
