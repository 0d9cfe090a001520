"""The stories of separation are in the rows, and the engine says of each what its text says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import cache
from itertools import pairwise
from typing import TypeVar
from uuid import UUID

import pytest

from standards.findings import Finding, Status
from standards.instants import from_datetime
from standards.person.engine import evaluate_archive
from tests.demo.test_custody import DAY, small
from throughcare.casework.archive import archive_of
from throughcare.casework.custody.models import Movement, Placement
from throughcare.casework.custody.terms import MovementKind
from throughcare.casework.rows.record import Record
from throughcare.casework.safety.limits import rulebook
from throughcare.casework.safety.models import (
    HealthVisit,
    Separation,
    SeparationOrder,
    SeparationReview,
)
from throughcare.casework.safety.terms import SeparationKind
from throughcare.demo.custody.beds import lying
from throughcare.demo.places import Group
from throughcare.demo.rooms import custody, rows_of, safety
from throughcare.demo.row import Row
from throughcare.demo.stories import teller

from .made import AT

R = TypeVar("R", bound=Record)
HOUR = timedelta(hours=1)


@cache
def rows() -> Sequence[Row]:
    return list(rows_of(small(), custody.rows, safety.rows))


def file(story: str) -> UUID:
    return small().file_of(teller(small().home, story))


def of(story: str, model: type[R]) -> list[R]:
    """The standing rows of who tells a story, in the order of their times of entry."""
    whose = file(story)
    return [
        one.row for one in rows()
        if isinstance(one.row, model) and one.row.person_id == whose
        and one.row.stood_until is None
    ]  # fmt: skip


def test_the_chain_runs_over_three_cells_and_two_prisons_with_gaps_of_hours() -> None:
    spells = of("chained_separation", Separation)
    assert len({one.place_id for one in spells}) == len(spells) == 3
    paths = {key: path for path, key in small().keys_of_places.items()}
    assert len({paths[one.place_id].partition("/")[0] for one in spells if one.place_id}) == 2
    gaps = [later.since - one.until for one, later in pairwise(spells) if one.until]
    assert all(timedelta(0) <= gap < DAY for gap in gaps)
    assert spells[-1].until is None
    assert AT - spells[0].since == 19 * DAY


def test_no_order_of_the_chain_alone_lasts_longer_than_fifteen_days() -> None:
    orders = of("chained_separation", SeparationOrder)
    assert len({one.ground for one in orders}) == 3
    assert all(one.end_at and one.end_at - one.valid_from < 15 * DAY for one in orders)


def test_who_is_chained_lies_in_those_cells_on_those_days() -> None:
    places = of("chained_separation", Placement)
    (moved,) = (
        one for one in of("chained_separation", Movement) if one.kind == MovementKind.TRANSFER
    )
    spells = of("chained_separation", Separation)
    assert moved.arrived_at is not None and spells[0].until is not None
    assert spells[0].until <= moved.left_at and moved.arrived_at <= spells[1].since
    for spell in spells:
        lay = [
            one.place_id for one in places
            if one.since <= spell.since and (one.until is None or one.until > spell.since)
        ]  # fmt: skip
        assert lay == [spell.place_id]


def test_the_first_review_came_after_five_days() -> None:
    (spell,) = of("late_review", Separation)
    first, _second = of("late_review", SeparationReview)
    assert first.at - spell.since == 5 * DAY
    assert first.independent


def test_on_one_day_nobody_from_health_staff_came() -> None:
    seen = {one.at.date() for one in of("missed_visit", HealthVisit)}
    (spell,) = of("missed_visit", Separation)
    days = {(spell.since + number * DAY).date() for number in range(1, 6)}
    assert days - seen == {(AT - 3 * DAY).date()}


def test_the_boy_stands_as_he_was_found_and_nothing_was_ordered() -> None:
    (spell,) = of("boy_apart", Separation)
    assert spell.found
    assert spell.until is None
    assert of("boy_apart", SeparationOrder) == []


def locked() -> set[UUID]:
    (spell,) = of("lockdown", Separation)
    return {
        one.row.person_id for one in rows()
        if isinstance(one.row, Separation) and one.row.since == spell.since
    }  # fmt: skip


def test_everybody_of_the_unit_was_locked_up_for_five_days_at_once() -> None:
    home = small().home
    lie = lying(1, home, on=AT)
    unit = lie[teller(home, "lockdown")].cell.rpartition("/")[0]
    there = {
        small().file_of(number) for number, one in lie.items() if one.cell.startswith(f"{unit}/")
    }
    assert home.held[Group.WOMEN] >= len(there) >= len(locked()) >= 5
    assert locked() <= there
    (spell,) = of("lockdown", Separation)
    assert spell.until is not None and spell.until - spell.since == 5 * DAY


def test_those_who_share_a_cell_are_apart_in_a_small_group() -> None:
    beside: dict[str, int] = {}
    lie = lying(1, small().home, on=AT)
    for place in lie.values():
        beside[place.cell] = beside.get(place.cell, 0) + 1
    files = {small().file_of(number): beside[place.cell] for number, place in lie.items()}
    for one in rows():
        if isinstance(one.row, Separation) and one.row.person_id in locked():
            alone = one.row.kind != SeparationKind.SMALL_GROUP
            assert alone == (files[one.row.person_id] == 1)


def found(rule: str, person: UUID) -> list[Finding]:
    """What the engine finds of one rule in the file as the database holds it."""
    check = rulebook().checks(AT.date())[rule]
    moment = from_datetime(AT)
    return evaluate_archive(
        archive_of(person, known_at=AT), [check], as_of=moment, known_at=moment,
        derivations=rulebook().derivations,
    )  # fmt: skip


def broken(rule: str, person: UUID) -> int:
    return sum(one.status == Status.BREACHED for one in found(rule, person))


# What each story breaks, and what it keeps: a breach of everything would tell nothing.
BREAKS = (
    ("chained_separation", ("nmr-43-1-b",), ("nmr-45-1-review", "nmr-46-1-visit", "nmr-38-2")),
    ("late_review", ("nmr-45-1-review",), ("nmr-43-1-b", "nmr-46-1-visit", "nmr-45-1-authority")),
    ("missed_visit", ("nmr-46-1-visit",), ("nmr-45-1-review", "nmr-44-contact", "nmr-37-d")),
    ("boy_apart", ("nmr-45-2-children", "juv-hr-67", "nmr-45-1-authority"), ("nmr-46-1-visit",)),
    (
        "lockdown",
        ("nmr-46-1-visit", "nmr-38-2", "nmr-44-contact", "nmr-45-1-authority", "nmr-37-d"),
        ("nmr-43-1-b",),
    ),
)  # fmt: skip


@pytest.mark.parametrize(("story", "breaks", "keeps"), BREAKS)
def test_the_engine_says_of_each_story_what_it_breaks_and_no_more(
    smalls: str, story: str, breaks: Sequence[str], keeps: Sequence[str]
) -> None:
    who = file(story)
    assert {rule: broken(rule, who) > 0 for rule in breaks} == dict.fromkeys(breaks, True)
    assert {rule: broken(rule, who) for rule in keeps} == dict.fromkeys(keeps, 0)


def test_the_lockdown_breaks_the_daily_visit_of_everybody_in_the_unit(smalls: str) -> None:
    assert {broken("nmr-46-1-visit", one) > 0 for one in locked()} == {True}
