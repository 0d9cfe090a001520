"""Each story of the demo is in the rows, with the person of whom `stories.yaml` says so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import cache
from itertools import pairwise
from typing import TypeVar

import pytest
from django.db import models

from tests.demo.test_custody import DAY, every, rows, small, standing
from throughcare.casework.custody.models import (
    Adjustment,
    Decree,
    DecreeEffect,
    KeepApart,
    ManualDate,
    Movement,
    Order,
    Placement,
    Proposal,
    Sentence,
    Stay,
    Step,
)
from throughcare.casework.custody.terms import HOLDING, WALK, MovementKind, Stage, StepKind
from throughcare.casework.people.kinds import Kind
from throughcare.casework.rows.record import Record
from throughcare.demo.custody.beds import lying
from throughcare.demo.custody.orders import months_after
from throughcare.demo.people import Person
from throughcare.demo.stories import stories, teller, told_at
from throughcare.kernel.partial_dates import of_day
from throughcare.web.custody.reception.body_map import REGIONS

from .made import AT

R = TypeVar("R", bound=Record)


@cache
def people() -> Sequence[Person]:
    return list(small().people())


def told_by(name: str) -> Person:
    return people()[teller(small().home, name)]


def of(name: str, model: type[R]) -> list[R]:
    return [one for one in standing(model) if one.person_id == told_by(name).id]


def uncovered(name: str) -> bool:
    return not any(
        one.kind in HOLDING and one.valid_from <= AT and (one.valid_to is None or one.valid_to > AT)
        for one in of(name, Order)
    )


def test_every_story_names_a_person_of_the_home_establishment() -> None:
    numbers = [number for _story, number in told_at(small().home)]
    assert len(set(numbers)) == len(stories()) == 23
    assert all(people()[number].establishment == small().home for number in numbers)


def test_the_term_of_the_overdue_release_ended_twelve_days_ago() -> None:
    (sentence,) = of("overdue_release", Sentence)
    (credit,) = of("overdue_release", Adjustment)
    months = sentence.years * 12 + sentence.months
    ends = months_after(sentence.starts_on, months) + sentence.days * DAY - credit.days * DAY
    assert ends == (AT - 12 * DAY).date()
    assert [one.left_at for one in of("overdue_release", Stay)] == [None]


def test_nobody_but_very_few_is_held_past_the_end_of_a_sentence() -> None:
    shortened: dict[object, int] = {}
    for one in standing(Adjustment):
        days = -one.days if one.kind == "remission_lost" else one.days
        shortened[one.sentence_id] = shortened.get(one.sentence_id, 0) + days
    over = 0
    last_stays = {stay.person_id: stay for stay in standing(Stay) if stay.left_at is None}
    for sentence in standing(Sentence):
        if sentence.starts_on < last_stays[sentence.person_id].admitted_at.date():
            continue  # of an earlier stay
        months = sentence.years * 12 + sentence.months
        ends = months_after(sentence.starts_on, months) + sentence.days * DAY
        over += sentence.after_id is None and (
            ends - shortened.get(sentence.id, 0) * DAY <= AT.date()
        )
    assert 1 <= over < 10


def test_the_remands_lapsed_again_and_again_and_none_is_in_force() -> None:
    orders = sorted(of("lapsed_remands", Order), key=lambda one: one.valid_from)
    gaps = [
        later.valid_from - one.valid_to
        for one, later in pairwise(orders) if one.valid_to
    ]  # fmt: skip
    assert sum(gap > timedelta(0) for gap in gaps) == 3
    assert uncovered("lapsed_remands")


def test_who_came_without_an_order_is_received_as_such_and_has_none_since() -> None:
    (stay,) = of("without_order", Stay)
    assert stay.without_order
    assert uncovered("without_order")


@pytest.mark.parametrize("name", ["overdue_release", "lost_file", "keep_apart_one"])
def test_in_the_other_stories_an_order_is_in_force(name: str) -> None:
    assert not uncovered(name)


def test_the_wrong_birth_year_is_corrected_and_stays_readable() -> None:
    person = told_by("wrong_birth_year")
    wrong, right = (fact for fact in person.facts if fact.kind is Kind.BIRTH_DATE)
    assert right.follows == wrong.id
    assert right.value["date"] == str(of_day(person.born))
    assert int(str(wrong.value["date"])[:4]) == person.born.year - 10
    assert right.at - wrong.at == 31 * DAY


def test_the_transfer_lost_two_files() -> None:
    moved = [one for one in of("lost_file", Movement) if one.kind == MovementKind.TRANSFER]
    (handover,) = (one for one in of("lost_file", Step) if one.kind == StepKind.HANDOVER)
    assert [one.id for one in moved] == [handover.movement_id]
    assert handover.value["missing"] == ["medical file", "list of property"]


def test_who_turned_eighteen_lies_among_children() -> None:
    person = told_by("eighteenth_birthday")
    assert person.born.replace(year=person.born.year + 18) == (AT - 3 * DAY).date()
    lie = lying(1, small().home, on=AT)
    unit = lie[person.number].cell.rpartition("/")[0]
    others = [people()[number] for number, one in lie.items() if one.cell.startswith(unit)]
    assert any((AT.date() - one.born).days < 18 * 365 for one in others)


def test_the_two_who_must_be_kept_apart_lie_in_one_unit() -> None:
    one, other = told_by("keep_apart_one"), told_by("keep_apart_other")
    pairs = [(row.person_id, row.other_id) for row in standing(KeepApart)]
    assert (one.id, other.id) in pairs
    lie = lying(1, small().home, on=AT)
    assert len({lie[who.number].cell.rpartition("/")[0] for who in (one, other)}) == 1


def test_a_bed_is_left_and_taken_in_the_same_minute() -> None:
    left, taken = of("bed_left_yesterday", Placement), of("bed_taken_yesterday", Placement)
    before = min(left, key=lambda one: one.since)
    after = max(taken, key=lambda one: one.since)
    assert before.bed_id == after.bed_id is not None
    assert before.until == after.since == AT - DAY


def test_a_day_by_hand_a_release_and_a_decree_wait_for_a_second_person_who_is_no_author() -> None:
    (by_hand,) = of("date_by_hand", ManualDate)
    (asked,) = (one for one in every(Proposal) if one.person_id == told_by("release_waits").id)
    (waits,) = (one for one in every(Decree) if one.confirmed_at is None)
    assert by_hand.confirmed_by is asked.decided_by is None
    visitors = {str(one.number) for one in small().visitors}
    assert not visitors & {by_hand.proposed_by, asked.proposed_by, waits.proposed_by}


def test_the_release_that_waits_is_of_the_stay_that_goes_on_by_who_received_the_person() -> None:
    (stay,) = of("release_waits", Stay)
    (asked,) = (one for one in every(Proposal) if one.person_id == stay.person_id)
    assert (asked.row, asked.proposed_by) == (stay.id, stay.recorded_by)


def test_the_decree_that_was_carried_out_took_thirty_days_off() -> None:
    (effect,) = of("pardoned", DecreeEffect)
    taken_off = next(one for one in of("pardoned", Adjustment) if one.kind == "pardon")
    assert effect.adjustment_id == taken_off.id
    assert taken_off.days == effect.decree.days == 30
    assert effect.decree.confirmed_by not in (None, effect.decree.proposed_by)


def test_the_age_of_one_is_disputed_and_open() -> None:
    (said,) = (one for one in of("disputed_age", Step) if one.kind == StepKind.AGE)
    assert said.value["disputed"] is True
    assert said.value["says_birth_date"] == str(AT.year - 16)


def test_who_came_with_injuries_has_them_on_the_body_map_and_said_how() -> None:
    by_kind = {one.kind: one.value for one in of("came_with_injuries", Step)}
    regions = {mark["region"] for mark in by_kind[StepKind.INJURIES]["marks"]}
    assert regions <= {code for code, _label in REGIONS}
    assert len(regions) == 4
    assert by_kind[StepKind.COMPLAINT]["made"] is True


def test_one_reception_is_half_done() -> None:
    taken = of("reception_half_done", Step)
    assert 0 < len(taken) < len(WALK[Stage.RECEPTION])


def test_one_is_on_the_way_from_here_one_to_here_and_one_is_late() -> None:
    home = small().home.code
    moving = [one for one in standing(Movement) if one.kind == "transfer" and not one.arrived_at]
    assert told_by("on_the_way").id in {one.person_id for one in moving if one.from_place == home}
    assert [one.to_place for one in moving if one.from_place != home] == [home]
    late = [one for one in of("late_absence", Movement) if one.arrived_at is None]
    assert [one.kind for one in late] == [MovementKind.ABSENCE]
    assert all(one.expected_at is not None and one.expected_at < AT for one in late)


def test_the_stories_change_nothing_in_the_rows_of_other_people() -> None:
    tellers = {people()[number].id for _story, number in told_at(small().home)}
    assert {one.person_id for one in every(Stay) if one.without_order} <= tellers
    assert all(isinstance(one.row, models.Model) for one in rows())
