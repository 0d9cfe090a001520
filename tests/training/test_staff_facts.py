"""What the rules are told of staff: by account, by days, as it was known and withdrawn."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from standards.durations import parse_duration
from standards.instants import from_datetime
from standards.records import Record
from standards.rulebook.load import load_rulebook
from tests.training.made import (
    AT,
    DAY,
    DIRECTOR,
    ELSEWHERE,
    FAR_OFFICER,
    OFFICER,
    PSYCHOLOGIST,
    TODAY,
    account,
    another_account,
    boosted,
    noon,
    passed,
    posted,
    supervised,
)
from throughcare.access.models import Account
from throughcare.access.terms import Role
from throughcare.service.training import actions
from throughcare.service.training.courses import courses
from throughcare.service.training.facts import KEPT, archive_at
from throughcare.service.training.units import COURSE_OF, UnitKind

pytestmark = pytest.mark.django_db
GUARD = "vep_staff_training_valid"


def told(kind: str, house: str = "north", age: str = "") -> list[Record]:
    """The records of one kind that the rules are told of a house."""
    ages = {kind: parse_duration(age)} if age else {}
    return [one for one in archive_at(house, ages=ages).records if one.type == kind]


def days(kind: str, age: str = "") -> list[tuple[date, date | None]]:
    """From which day up to which the records of a kind hold that were not put right later."""
    return [
        (_day(one.since), None if one.until is None else _day(one.until))
        for one in told(kind, age=age) if one.voided_at is None
    ]  # fmt: skip


def _day(instant: int | None) -> date:
    assert instant is not None
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=instant)).date()


def everything() -> None:
    """Somebody in each kind of unit, with each course, and a supervision."""
    for kind in UnitKind.values:
        posted(kind=kind)
    for course in courses():
        if course != "assessor":
            passed(topic=course)
    supervised()


def test_every_name_stands_in_the_vocabulary_and_is_told_of_a_full_house() -> None:
    everything()
    names = {name for section in load_rulebook(None).vocabulary.names.values() for name in section}
    assert KEPT - names == set()
    assert {one.type for one in archive_at("north", ages={}).records} == KEPT


def test_every_unit_but_an_ordinary_one_has_a_course_of_the_list() -> None:
    assert set(COURSE_OF) == set(UnitKind) - {UnitKind.ORDINARY}
    assert set(COURSE_OF.values()) <= set(courses())


def test_nobody_is_told_who_was_never_posted_there_and_nobody_by_name() -> None:
    posted()
    posted(FAR_OFFICER, by=ELSEWHERE, establishment="south")
    passed(PSYCHOLOGIST, topic="vep_unit")
    assert {one.who for one in archive_at("north", ages={}).records} == {str(OFFICER.account)}
    assert {one.who for one in archive_at("south", ages={}).records} == {str(FAR_OFFICER.account)}
    assert archive_at("north", ages={}).zone == "Asia/Almaty"


def test_all_accounts_of_a_human_being_are_one_by_the_first() -> None:
    Account.objects.create(pk=3, name="before", holder=account(OFFICER).holder)
    other = another_account(OFFICER, 881, Role.TEACHER_INSTRUCTOR)
    posted(other)
    passed(OFFICER, topic="vep_unit")
    supervised(OFFICER)
    assert {one.who for one in archive_at("north", ages={}).records} == {"3"}


def test_a_unit_for_violent_extremist_prisoners_is_a_specialised_one_and_on_duty() -> None:
    posted(kind="vep")
    assert [one.key for one in told("posted_to_specialised_unit")] == ["vep"]
    assert len(told("posted_to_vep_unit")) == len(told("on_duty_post")) == 1
    posted(kind="ordinary")
    assert len(told("posted_to_specialised_unit")) == 1 and len(told("on_duty_post")) == 2


def test_an_end_is_told_as_it_was_known_before_and_after() -> None:
    row = posted(until=TODAY + 20 * DAY)
    at = AT + 5 * DAY
    actions.end_posting(by=DIRECTOR, at=at, posting_id=row.id, ended_on=TODAY + 10 * DAY)
    before, after = told("posted_to_vep_unit")
    assert before.voided_at == after.recorded_at == from_datetime(at)
    assert days("posted_to_vep_unit") == [(TODAY, TODAY + 10 * DAY)]
    actions.strike_posting(by=DIRECTOR, at=at + DAY, posting_id=row.id, why="somebody else")
    assert days("posted_to_vep_unit") == []


def test_a_supervision_that_is_struck_out_is_known_up_to_then() -> None:
    (row,) = supervised()
    posted()
    actions.strike_supervision(by=DIRECTOR, at=AT + DAY, supervision_id=row.id, why="put off")
    (one,) = told("staff_supervision")
    assert one.voided_at == from_datetime(AT + DAY)


def test_a_certificate_covers_as_long_as_it_holds_and_no_longer_than_the_rule_lets_it() -> None:
    posted()
    passed(topic="vep_unit", valid_until=TODAY + 100 * DAY)
    assert days(GUARD) == [(TODAY, TODAY + 100 * DAY)]
    assert days(GUARD, age="P2Y") == [(TODAY, TODAY + 100 * DAY)]
    assert days(GUARD, age="P30D") == [(TODAY, TODAY + 30 * DAY)]


def test_a_booster_covers_from_its_own_day() -> None:
    posted()
    row = passed(topic="vep_unit", valid_until=TODAY + 100 * DAY)
    boosted(row, TODAY + 90 * DAY, valid_until=TODAY + 200 * DAY)
    assert days(GUARD, age="P30D") == [
        (TODAY, TODAY + 30 * DAY), (TODAY + 90 * DAY, TODAY + 120 * DAY),
    ]  # fmt: skip


def test_what_is_withdrawn_covers_up_to_that_moment_and_was_known_to_cover_longer() -> None:
    posted()
    row = passed(topic="vep_unit")
    at = noon(TODAY + 50 * DAY)
    actions.withdraw_certificate(by=DIRECTOR, at=at, certificate_id=row.id, why="a false paper")
    before, after = told(GUARD)
    assert before.until == from_datetime(noon(TODAY + 730 * DAY)) - 12 * 3_600_000_000
    assert before.voided_at == after.recorded_at == after.until == from_datetime(at)


def test_without_the_booster_between_them_a_later_one_covers_no_more() -> None:
    posted()
    row = passed(topic="vep_unit", valid_until=TODAY + 10 * DAY)
    between = boosted(row, TODAY + 9 * DAY, valid_until=TODAY + 19 * DAY)
    boosted(row, TODAY + 18 * DAY, valid_until=TODAY + 90 * DAY)
    at = noon(TODAY + 30 * DAY)
    actions.withdraw_certificate(by=DIRECTOR, at=at, certificate_id=between.id, why="not held")
    ends = [one.until for one in told(GUARD) if one.voided_at is None]
    until = [from_datetime(noon(TODAY + n * DAY)) - 12 * 3_600_000_000 for n in (10, 19)]
    assert ends == [*until, from_datetime(at)]


def test_what_was_withdrawn_after_it_lapsed_covered_up_to_its_end() -> None:
    posted()
    row = passed(topic="vep_unit", valid_until=TODAY + 10 * DAY)
    at = noon(TODAY + 50 * DAY)
    actions.withdraw_certificate(by=DIRECTOR, at=at, certificate_id=row.id, why="a false paper")
    assert days(GUARD) == [(TODAY, TODAY + 10 * DAY)]
