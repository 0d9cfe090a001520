"""Ten years of custody: plausible, whole, the same each time, and nobody in two places at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import timedelta
from functools import cache
from itertools import pairwise
from typing import TypeVar

import pytest
from django.db import models

from throughcare.casework.custody.models import (
    Adjustment,
    Bed,
    Charge,
    KeepApart,
    LegalStatus,
    Movement,
    Order,
    Placement,
    RollCount,
    Sentence,
    Stay,
    Step,
)
from throughcare.casework.custody.terms import (
    WALK,
    MovementKind,
    Stage,
    Status,
    StepKind,
    compartment_of,
)
from throughcare.casework.custody.values import checked_step
from throughcare.casework.rows.record import Record
from throughcare.demo.country import Country, country
from throughcare.demo.custody.beds import beds_of, lying
from throughcare.demo.custody.times import stays_of
from throughcare.demo.loading import _ordered
from throughcare.demo.places import Group
from throughcare.demo.rooms import custody, rows_of
from throughcare.demo.row import Row
from throughcare.demo.stories import story_of

from .made import AT, tiny

M = TypeVar("M", bound=models.Model)
DAY = timedelta(days=1)


@cache
def small() -> Country:
    return country(1, "small", on=AT)


@cache
def rows() -> Sequence[Row]:
    return list(rows_of(small(), custody.rows))


def every(model: type[M]) -> list[M]:
    return [one.row for one in rows() if isinstance(one.row, model)]


def standing(model: type[M]) -> list[M]:
    return [one for one in every(model) if getattr(one, "stood_until", None) is None]


def share(part: int, of: int) -> float:
    return part / of


def now_held() -> list[Stay]:
    return [stay for stay in standing(Stay) if stay.left_at is None]


def test_the_same_seed_gives_the_same_custody_row_by_row() -> None:
    one, again = (list(rows_of(tiny(), custody.rows)) for _ in range(2))
    assert [(type(row.row), row.content) for row in one] == [
        (type(row.row), row.content) for row in again
    ]


def test_everybody_is_in_custody_once_with_a_place_and_nobody_twice() -> None:
    files = {person.id for person in small().people()}
    assert Counter(stay.person_id for stay in now_held()) == Counter(files)
    lies = [one for one in standing(Placement) if one.until is None]
    moving = [one for one in standing(Movement) if one.kind == "transfer" and not one.arrived_at]
    assert len(moving) == 2
    assert Counter(one.person_id for one in [*lies, *moving]) == Counter(files)


def test_about_half_are_untried_and_a_few_are_civil_prisoners() -> None:
    now = Counter(one.value for one in standing(LegalStatus) if one.until is None)
    held = sum(now.values())
    assert 0.40 < share(now[Status.UNTRIED], held) < 0.50
    assert 0 < share(now[Status.CIVIL], held) < 0.03
    assert now[Status.SENTENCED] > now[Status.APPEALING] > 0
    assert now[Status.WITHOUT_CHARGE] > 0


def test_women_are_one_in_twenty_and_children_very_few() -> None:
    held = [one.held for one in small().establishments]
    women = sum(one[Group.WOMEN] for one in held)
    assert 0.035 < share(women, small().size.people) < 0.055
    young = sum(many for one in held for group, many in one.items() if group.young)
    assert 0 < share(young, small().size.people) < 0.03


def test_in_no_premises_lie_both_sexes_or_children_with_adults() -> None:
    cells = {
        number: one.cell
        for home in small().establishments
        for number, one in lying(1, home, on=AT).items()
        if story_of(home, number) is None
    }
    among: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    for person in small().people():
        if person.number in cells:
            premises = "/".join(cells[person.number].split("/")[:2])
            among[premises].add((person.sex, person.group.young))
    assert len(among) > len(small().establishments)
    assert {len(kinds) for kinds in among.values()} == {1}


def test_women_and_children_lie_in_units_of_their_own() -> None:
    premises = {Group.WOMEN: "w", Group.GIRLS: "g", Group.BOYS: "j", Group.MEN: "m"}
    for establishment in small().establishments:
        lie = lying(1, establishment, on=AT)
        for number, one in lie.items():
            group = establishment.group_of(number - establishment.first)
            assert one.cell.split("/")[:2] == [establishment.code, premises[group]]


def test_some_prisons_are_over_their_capacity_and_some_are_not() -> None:
    made = small()
    full = [one.people > sum(beds_of(one).values()) for one in made.establishments]
    assert set(full) == {True, False}


def test_no_bed_is_given_twice_at_a_time() -> None:
    by_bed: dict[object, list[Placement]] = {}
    for one in standing(Placement):
        if one.bed_id:
            by_bed.setdefault(one.bed_id, []).append(one)
    assert any(len(several) > 1 for several in by_bed.values()), "one bed goes from hand to hand"
    for several in by_bed.values():
        several.sort(key=lambda one: one.since)
        assert all(one.until and one.until <= other.since for one, other in pairwise(several))


@pytest.mark.parametrize(
    ("model", "begins", "ends"),
    [
        (Stay, "admitted_at", "left_at"), (LegalStatus, "since", "until"),
        (Placement, "since", "until"), (Movement, "left_at", "arrived_at"),
    ],
)  # fmt: skip
def test_no_period_of_one_person_overlaps_another(
    model: type[Record], begins: str, ends: str
) -> None:
    theirs: dict[object, list[Record]] = {}
    for one in standing(model):
        theirs.setdefault(one.person_id, []).append(one)
    assert any(len(several) > 1 for several in theirs.values())
    for several in theirs.values():
        several.sort(key=lambda one: getattr(one, begins))
        for one, other in pairwise(several):
            assert getattr(one, ends) is not None
            assert getattr(one, ends) <= getattr(other, begins)


def test_what_was_ended_is_replaced_by_a_row_that_was_written_in_that_moment() -> None:
    replaced = 0
    for model in (Stay, LegalStatus, Placement, Movement):
        by_id = {one.id: one for one in every(model)}
        for one in by_id.values():
            if one.replaces_id is not None:
                replaced += 1
                assert by_id[one.replaces_id].stood_until == one.recorded_at
    assert replaced > 500


def test_nothing_was_written_before_it_happened_or_after_the_moment_of_the_country() -> None:
    for one in rows():
        assert one.at <= AT
        happened = getattr(one.row, "happened_at", None)
        assert happened is None or happened <= one.row.recorded_at  # type: ignore[attr-defined]


def test_the_records_go_back_for_years_and_some_people_came_again() -> None:
    first = min(stay.admitted_at for stay in standing(Stay))
    assert 5 * 365 * DAY < AT - first < 3660 * DAY
    left = [stay for stay in standing(Stay) if stay.left_at]
    assert 0.1 < share(len({stay.person_id for stay in left}), small().size.people) < 0.35


def test_nobody_came_again_as_a_child() -> None:
    made = small()
    for person in made.people():
        age = (person.opened_at.date() - person.born).days / 365.2425
        first = stays_of(1, person.establishment, person.number, on=AT)[0]
        assert first.admitted_at == person.opened_at
        assert age >= (14 if person.group.young else 18), person.number


def test_each_step_has_the_form_of_its_kind_and_lies_where_it_belongs() -> None:
    for one in every(Step):
        assert checked_step(StepKind(one.kind), one.value) == one.value
        assert one.compartment == compartment_of(one.kind)


def test_nearly_every_reception_is_finished_and_a_few_are_not() -> None:
    taken = Counter(step.stay_id for step in standing(Step) if step.stage == Stage.RECEPTION)
    whole = len(WALK[Stage.RECEPTION])
    finished = sum(taken[stay.id] == whole for stay in now_held())
    assert 0.85 < share(finished, len(now_held())) < 1


def test_people_are_transferred_go_to_court_and_to_hospital_and_some_are_out_now() -> None:
    kinds = Counter(one.kind for one in standing(Movement))
    assert min(kinds[kind] for kind in (MovementKind.TRANSFER, MovementKind.COURT)) > 20
    assert kinds[MovementKind.HOSPITAL] > 3
    assert any(one.arrived_at is None for one in standing(Movement))


def test_who_was_transferred_lay_there_before_and_here_after() -> None:
    by_key = {site.number: site.path.split("/")[0] for site in small().sites()}
    moved = [one for one in standing(Movement) if one.kind == MovementKind.TRANSFER]
    for one in moved:
        if one.arrived_at is None:
            continue  # on the way: lies nowhere yet
        lies = sorted(
            (lie for lie in standing(Placement) if lie.person_id == one.person_id),
            key=lambda lie: lie.since,
        )
        before = [lie for lie in lies if lie.since < one.left_at]
        after = [lie for lie in lies if lie.since >= one.arrived_at]
        assert by_key[before[-1].place_id] == one.from_place
        assert {by_key[lie.place_id] for lie in after} == {one.to_place}


def test_terrorism_is_named_in_very_few_charges_and_only_by_the_authority() -> None:
    named = [one for one in every(Charge) if one.terrorism_related]
    assert 0 < share(len(named), len(every(Charge))) < 0.01


def test_sentences_are_shortened_and_now_and_then_lengthened() -> None:
    assert {one.kind for one in every(Adjustment)} >= {"remand", "remission", "remission_lost"}
    kinds = Counter(one.kind for one in every(Sentence))
    assert kinds["fixed"] > 10 * kinds["fine_default"] > 0


def test_roll_counts_that_differ_say_what_was_done() -> None:
    counts = every(RollCount)
    assert counts
    assert all(one.said for one in counts if one.counted != one.expected)


def test_tables_are_filled_after_those_that_they_point_to() -> None:
    made = _ordered([Step, Movement, KeepApart, Placement, Bed, Stay, Order])
    assert made.index(Order) < made.index(Movement) < made.index(Step)
    assert made.index(Bed) < made.index(Placement)
