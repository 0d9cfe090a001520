"""Whoever should be free stands on a list that nobody can take them from alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from tests.casework.custody.made import (
    ADMISSIONS,
    AT,
    COLLEAGUE,
    DAY,
    ELSEWHERE,
    HOUR,
    person,
    received,
    viewer,
)
from tests.casework.custody.made_sentenced import AFTER, ENDS, STARTS, judgment, one_year, serving
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere, Refused
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.due import Due, alert_days, due
from throughcare.casework.custody.errors import NeedsAnother
from throughcare.casework.custody.models import Adjustment, Sentence
from throughcare.casework.custody.terms import AdjustmentKind, DateKind, SentenceKind

pytestmark = pytest.mark.django_db
TUNIS = ZoneInfo("Africa/Tunis")
LATE = datetime(2026, 12, 10, 9, tzinfo=UTC)  # forty days before the end without any credit
NOT_ALONE = (NeedsAnother, Refused, NotThere)


def overdue(at: datetime = AFTER, *, by: Viewer = ADMISSIONS) -> list[UUID]:
    listed = queries.release_due(by, "north", at=at)
    return [row.person for row in listed.of(Due.OVERDUE)]


@pytest.mark.parametrize(
    ("day", "stands"),
    [
        (date(2027, 1, 16), Due.OVERDUE),
        (date(2027, 1, 15), Due.TODAY),
        (date(2027, 1, 14), Due.FIRST),
        (date(2027, 1, 8), Due.FIRST),
        (date(2027, 1, 7), Due.SECOND),
        (date(2026, 12, 16), Due.SECOND),
        (date(2026, 12, 15), Due.THIRD),
        (date(2026, 10, 17), Due.THIRD),
        (date(2026, 10, 16), Due.LATER),
    ],
)
def test_a_release_comes_near_by_the_days_that_stand_in_the_list(day: date, stands: Due) -> None:
    assert alert_days() == (7, 30, 90)
    at = datetime(day.year, day.month, day.day, 12, tzinfo=TUNIS)
    assert due(ENDS, at=at, zone=TUNIS, hour=None) is stands


@pytest.mark.parametrize(
    ("at", "hour", "stands"),
    [
        (datetime(2027, 1, 15, 10, 59, tzinfo=UTC), time(12), Due.TODAY),
        (datetime(2027, 1, 15, 11, 0, tzinfo=UTC), time(12), Due.OVERDUE),
        (datetime(2027, 1, 15, 22, 59, tzinfo=UTC), None, Due.TODAY),
        (datetime(2027, 1, 15, 23, 0, tzinfo=UTC), None, Due.OVERDUE),
    ],
)
def test_the_clock_of_the_prison_decides_when_it_is_overdue(
    at: datetime, hour: time | None, stands: Due
) -> None:
    assert due(ENDS, at=at, zone=TUNIS, hour=hour) is stands


def test_the_list_says_who_should_be_free_and_since_when() -> None:
    someone = serving()
    later, _stay = received("Later")
    one_year(later.id, order=judgment(later.id, number="3"), years=5)
    listed = queries.release_due(ADMISSIONS, "north", at=AFTER)
    assert [(row.person, row.final, row.days, row.confirmed) for row in listed.rows] == [
        (someone, ENDS, 1, False)
    ]


def test_whoever_is_under_sentence_without_a_date_is_named_beside_the_list() -> None:
    file, _stay = received()
    actions.add_sentence(
        by=ADMISSIONS, at=AT, person_id=file.id, order_id=judgment(file.id).id,
        kind=SentenceKind.LIFE, starts_on=STARTS,
    )  # fmt: skip
    received("Untried")
    assert list(queries.release_due(ADMISSIONS, "north", at=AFTER).without_date) == [file.id]


def test_a_person_who_was_never_received_is_on_no_list() -> None:
    file = person()
    one_year(file.id)
    assert overdue() == []


def test_another_prison_is_told_of_nobody_here() -> None:
    serving()
    assert overdue(by=ELSEWHERE) == []
    assert queries.release_due(ADMISSIONS, "south", at=AFTER).rows == []


@pytest.mark.parametrize(
    ("role", "sees"),
    [
        (Role.PRISON_DIRECTOR, True), (Role.SECURITY_OFFICER, True), (Role.PHYSICIAN_NURSE, True),
        (Role.NPM_INSPECTOR, True), (Role.CHAPLAIN, False), (Role.HQ_ANALYST, False),
        (Role.CASE_MANAGER, False),
    ],
)  # fmt: skip
def test_who_may_know_the_day_of_release_sees_the_list(role: Role, sees: bool) -> None:
    someone = serving()
    assert (overdue(by=viewer(role, account=9)) == [someone]) is sees


def test_a_judge_sees_whose_case_is_given_to_them() -> None:
    someone = serving()
    serving("Other")
    judge = viewer(Role.JUDGE_PROSECUTOR, account=9, case=someone)
    assert overdue(by=judge) == [someone]


# --- Nobody takes an entry off the list -----------------------------------------------------------


def _sentence(person_id: UUID) -> UUID:
    see_all_rows("SEN")
    return Sentence.objects.filter(person=person_id, stood_until=None).earliest("recorded_at").id


def _adjustment(person_id: UUID) -> UUID:
    see_all_rows("SEN")
    return Adjustment.objects.get(person=person_id, kind=AdjustmentKind.REMAND).id


LONG: dict[str, Any] = {"kind": SentenceKind.FIXED, "starts_on": STARTS, "years": 9}
TRICKS: dict[str, Callable[[UUID, Viewer], Any]] = {
    "days at large that nobody saw": lambda one, by: actions.add_adjustment(
        by=by, at=LATE, person_id=one, kind=AdjustmentKind.AT_LARGE, days=900, reason="x"),
    "remission lost": lambda one, by: actions.add_adjustment(
        by=by, at=LATE, person_id=one, kind=AdjustmentKind.REMISSION_LOST, days=900, reason="x"),
    "the credited days struck out": lambda one, by: actions.strike_out_adjustment(
        by=by, at=LATE, person_id=one, adjustment_id=_adjustment(one), why="x"),
    "a longer sentence in its place": lambda one, by: actions.correct_sentence(
        by=by, at=LATE, person_id=one, sentence_id=_sentence(one), why="x", **LONG),
    "a life sentence in its place": lambda one, by: actions.correct_sentence(
        by=by, at=LATE, person_id=one, sentence_id=_sentence(one), why="x",
        kind=SentenceKind.LIFE, starts_on=STARTS),
    "the sentence struck out": lambda one, by: actions.strike_out_sentence(
        by=by, at=LATE, person_id=one, sentence_id=_sentence(one), why="x"),
    "a further sentence by whoever writes its order": lambda one, by: actions.add_sentence(
        by=by, at=LATE, person_id=one, after_id=_sentence(one),
        order_id=judgment(one, by=by, at=LATE, number="8").id, **LONG),
    "a date by hand without another": lambda one, by: actions.confirm_date(
        by=by, at=LATE, person_id=one, date_id=actions.propose_date(
            by=by, at=LATE, person_id=one, kind=DateKind.FINAL, on=date(2050, 1, 1),
            reason="x").id),
}  # fmt: skip


@pytest.mark.parametrize("role", list(Role))
def test_nobody_alone_takes_an_overdue_release_off_the_list(role: Role) -> None:
    someone = serving()
    for kind in (AdjustmentKind.REMAND, AdjustmentKind.REMISSION):
        actions.add_adjustment(
            by=ADMISSIONS, at=AT, person_id=someone, kind=kind, days=20, reason="court"
        )
    assert overdue(LATE) == [someone]
    by = viewer(role, account=50, case=someone)
    for trick, act in TRICKS.items():
        with pytest.raises(NOT_ALONE):
            act(someone, by)
        assert overdue(LATE) == [someone], trick


def test_remission_lost_of_what_there_was_does_not_hide_either() -> None:
    someone = serving()
    actions.add_adjustment(
        by=ADMISSIONS, at=AT, person_id=someone, kind=AdjustmentKind.REMISSION, days=30,
        reason="decree 2",
    )  # fmt: skip
    at = datetime(2026, 12, 20, 9, tzinfo=UTC)
    assert overdue(at) == [someone]
    with pytest.raises(NeedsAnother):
        actions.add_adjustment(
            by=ADMISSIONS, at=at, person_id=someone, kind=AdjustmentKind.REMISSION_LOST, days=30,
            reason="x",
        )  # fmt: skip
    assert overdue(at) == [someone]


def test_two_people_may_say_with_a_reason_that_the_date_is_another() -> None:
    someone = serving()
    row = actions.propose_date(
        by=ADMISSIONS, at=AFTER, person_id=someone, kind=DateKind.FINAL, on=date(2027, 6, 1),
        reason="the court of appeal corrected its judgment",
    )  # fmt: skip
    assert overdue() == [someone]
    actions.confirm_date(by=COLLEAGUE, at=AFTER + HOUR, person_id=someone, date_id=row.id)
    assert overdue(AFTER + HOUR) == []


def test_a_further_judgment_that_a_colleague_registered_is_a_ground_to_hold() -> None:
    someone = serving()
    order = judgment(someone, by=COLLEAGUE, at=AFTER, number="8")
    actions.add_sentence(
        by=ADMISSIONS, at=AFTER, person_id=someone, order_id=order.id, after_id=_sentence(someone),
        **LONG,
    )  # fmt: skip
    assert overdue() == []


def test_days_that_change_nothing_of_the_delay_are_written_as_ever() -> None:
    someone = serving()
    for kind in (AdjustmentKind.AT_LARGE, AdjustmentKind.PARDON):
        actions.add_adjustment(
            by=ADMISSIONS, at=AFTER + 9 * DAY, person_id=someone, kind=kind, days=1, reason="x"
        )
    assert overdue(AFTER + 9 * DAY) == [someone]
