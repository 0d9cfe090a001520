"""The same question "as known on" two days gives the answer that each day knew, on both engines."""

from __future__ import annotations

from datetime import datetime

import pytest

from standards.findings import Status
from standards.instants import from_datetime
from standards.person.engine import evaluate_archive as person_engine
from standards.population.engine import evaluate_archive as population_engine
from tests.casework.custody.replay import acts
from tests.casework.custody.replay.world import AT, DAY, HOUR, MINUTE, RULEBOOK, World
from tests.staff import see_all_rows
from throughcare.casework.custody.terms import StepKind
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Fact

pytestmark = pytest.mark.django_db

THEN, LATER = AT + 35 * DAY, AT + 41 * DAY


@pytest.fixture
def world() -> World:
    return World()


def known(world: World, rule: str, who: object, known_at: datetime, as_of: datetime) -> set[Status]:
    """What was answered as known on a day. Both engines say the same."""
    check = RULEBOOK.checks(as_of.date())[rule]
    archive = world.archive(known_at=known_at)
    one, other = (
        {
            found.status
            for found in engine(
                archive, [check], as_of=from_datetime(as_of), known_at=from_datetime(known_at)
            )
            if found.who == str(who)
        }
        for engine in (person_engine, population_engine)
    )
    assert one == other
    return one


def test_an_extension_that_came_late_covers_only_once_it_was_written(world: World) -> None:
    file = world.person()
    world.order(file, until=AT + 30 * DAY)
    world.admit(file)
    issued = (AT + 29 * DAY).date()
    world.order(file, at=AT + 40 * DAY, since=AT + 30 * DAY, issued_on=issued)
    assert Status.BREACHED in known(world, "nmr-7-throughout", file.id, THEN, THEN)
    assert known(world, "nmr-7-throughout", file.id, LATER, THEN) == {Status.MET}


def test_an_order_that_was_struck_out_covered_until_then(world: World) -> None:
    file = world.person()
    order = world.order(file)
    world.admit(file)
    acts.strike(by=world.by, at=AT + 40 * DAY, row=order, why="it is of another person")
    assert known(world, "nmr-7-order", file.id, THEN, THEN) == {Status.MET}
    assert known(world, "nmr-7-order", file.id, LATER, THEN) == {Status.BREACHED}


def test_a_corrected_birth_year_makes_a_child_of_who_was_held_for_an_adult(world: World) -> None:
    boy, man = world.held(born="1990-05-05"), world.held()
    for file in (boy, man):
        world.place_in(file, "e1/a/1/01", at=AT + HOUR)
    see_all_rows()
    wrong = Fact.objects.get(person=boy.id, kind=Kind.BIRTH_DATE)
    world.correct(wrong, {"date": "2010-05-05"}, AT + 40 * DAY)
    assert known(world, "nmr-11-d", boy.id, THEN, THEN) == set()
    assert known(world, "nmr-11-d", boy.id, LATER, THEN) == {Status.BREACHED}
    assert known(world, "juv-hr-24", boy.id, THEN, THEN) == set()
    assert known(world, "juv-hr-24", boy.id, LATER, THEN) == {Status.BREACHED}


def test_who_disputes_the_age_is_a_child_from_then_on_and_until_it_is_decided(world: World) -> None:
    file, man = world.held(born="2000-05-05"), world.held()
    for one in (file, man):
        world.place_in(one, "e1/a/1/01", at=AT + HOUR)
    world.step(file, StepKind.AGE, at=AT + 2 * DAY, disputed=True, says_birth_date="2009-05-05")
    world.step(
        file, StepKind.AGE, at=AT + 40 * DAY, disputed=False, decided_birth_date="2001-05-05"
    )
    assert known(world, "nmr-11-d", file.id, AT + DAY, AT + DAY) == set()
    assert known(world, "nmr-11-d", file.id, THEN, THEN) == {Status.BREACHED}
    assert known(world, "nmr-11-d", file.id, LATER, THEN) == set()


def test_a_contact_that_was_corrected_is_not_late_for_it(world: World) -> None:
    file = world.held()
    value = {"name": "Samira", "reached_by": "+216 1"}
    fact = world.state(file, Kind.EMERGENCY_CONTACT, value, AT + HOUR)
    world.correct(fact, {**value, "reached_by": "+216 2"}, AT + 40 * DAY)
    assert known(world, "nmr-7-g", file.id, LATER, LATER) == {Status.MET}


def test_a_corrected_hour_of_admission_is_judged_as_it_was_known(world: World) -> None:
    file = world.person()
    world.order(file, at=AT - DAY, since=AT)
    stay = world.admit(file)
    acts.correct(
        by=world.by, at=AT + 40 * DAY, row=stay, why="the book says", admitted_at=AT - MINUTE
    )
    assert known(world, "nmr-7-order", file.id, THEN, THEN) == {Status.MET}
    assert known(world, "nmr-7-order", file.id, LATER, THEN) == {Status.BREACHED}
