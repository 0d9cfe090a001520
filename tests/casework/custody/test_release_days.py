"""A day of release is kept until anything is written about the person, and no moment longer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from tests.casework.custody.made import (
    ADMISSIONS,
    COLLEAGUE,
    DAY,
    ELSEWHERE,
    HOUR,
    received,
    viewer,
)
from tests.casework.custody.made_sentenced import STARTS, judgment, one_year
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.custody import actions, queries, release_days
from throughcare.casework.custody.release_days import ReleaseDay
from throughcare.casework.custody.terms import AdjustmentKind, DateKind, SentenceKind
from throughcare.casework.people import actions as of_people
from throughcare.casework.people.files import entering

pytestmark = pytest.mark.django_db
# The database keeps the moment of a change by its own clock, so all of this is later than today.
WRITTEN = datetime(2044, 3, 2, 9, tzinfo=UTC)
LATER = WRITTEN + 20 * DAY
ENDS = date(2046, 1, 15)
FAR = date(2090, 1, 1)


def serving(name: str = "Aigerim") -> UUID:
    """Somebody under twenty years."""
    file, _stay = received(name)
    one_year(file.id, years=20)
    return file.id


@entering
def days(viewer: Viewer, *, at: datetime) -> dict[UUID, ReleaseDay]:
    """By person, as a list asks."""
    return {day.person: day for day in release_days.release_days(viewer, "north", at=at, until=FAR)}


def finals(*, at: datetime = LATER) -> list[date | None]:
    return [day.final for day in days(ADMISSIONS, at=at).values()]


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many people were computed at each question."""
    asked: list[int] = []
    before = release_days.all_sentenced

    def counted(persons: list[UUID], **named: Any) -> Any:
        asked.append(len(persons))
        return before(persons, **named)

    monkeypatch.setattr(release_days, "all_sentenced", counted)
    return asked


def test_a_day_is_computed_once_and_then_read(computed: list[int]) -> None:
    serving()
    received("Dana")  # in custody without a sentence: nothing to tell
    assert finals() == finals() == [ENDS]
    assert computed == [2]


def _remand(person: UUID, at: datetime) -> None:
    actions.add_adjustment(
        by=ADMISSIONS, at=at, person_id=person, kind=AdjustmentKind.REMAND, days=14, reason="court"
    )


def _longer(person: UUID, at: datetime) -> None:
    actions.add_sentence(
        by=ADMISSIONS, at=at, person_id=person, order_id=judgment(person, number="2").id,
        kind=SentenceKind.FIXED, starts_on=STARTS, years=30,
    )  # fmt: skip


def _by_hand(person: UUID, at: datetime) -> None:
    row = actions.propose_date(
        by=ADMISSIONS, at=at, person_id=person, kind=DateKind.FINAL, on=date(2047, 6, 1),
        reason="the court wrote",
    )  # fmt: skip
    actions.confirm_date(by=COLLEAGUE, at=at, person_id=person, date_id=row.id)


@pytest.mark.parametrize(
    ("write", "day"),
    [
        (_remand, ENDS - 14 * DAY), (_longer, date(2056, 1, 15)), (_by_hand, date(2047, 6, 1)),
    ],
)  # fmt: skip
def test_what_is_written_counts_at_the_next_question(
    write: Callable[[UUID, datetime], None], day: date, computed: list[int]
) -> None:
    one, _other = serving(), serving("Dana")
    assert finals() == [ENDS, ENDS]
    write(one, WRITTEN)
    assert days(ADMISSIONS, at=LATER)[one].final == day
    assert computed == [2, 1]  # the other is not computed again


def test_what_is_struck_out_counts_no_longer() -> None:
    file, _stay = received()
    row = one_year(file.id, years=20)
    assert finals() == [ENDS]
    actions.strike_out_sentence(
        by=ADMISSIONS, at=WRITTEN, person_id=file.id, sentence_id=row.id, why="of a namesake"
    )
    assert finals() == []


def test_a_file_read_in_another_brings_its_sentence_and_takes_it_back() -> None:
    kept, _stay = received()
    other = serving("Dana")
    assert finals() == [ENDS]
    of_people.merge(by=ADMISSIONS, at=WRITTEN, kept=kept.id, merged=other, why="one person")
    assert finals() == [ENDS]
    of_people.unmerge(by=ADMISSIONS, at=WRITTEN, merged=other, why="two brothers")
    assert finals() == [ENDS]


def test_a_question_about_a_moment_before_the_last_change_neither_uses_nor_leaves_a_day(
    computed: list[int],
) -> None:
    one = serving()
    finals()
    _remand(one, WRITTEN + DAY)
    for _time in range(2):
        assert finals(at=WRITTEN) == [ENDS]
    assert finals() == [ENDS - 14 * DAY] and computed == [1, 1, 1, 1]
    assert finals(at=WRITTEN) == [ENDS]


def test_what_is_written_while_a_day_is_computed_is_not_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = serving()
    before = release_days.all_sentenced

    def slowly(persons: list[UUID], **named: Any) -> Any:
        told = before(persons, **named)
        monkeypatch.setattr(release_days, "all_sentenced", before)
        _remand(one, WRITTEN)  # by somebody else, meanwhile
        return told

    monkeypatch.setattr(release_days, "all_sentenced", slowly)
    assert finals() == [ENDS]
    assert finals() == [ENDS - 14 * DAY]


def test_a_day_that_is_far_off_is_kept_and_not_told(computed: list[int]) -> None:
    serving()

    @entering
    def near(viewer: Viewer, *, at: datetime) -> list[ReleaseDay]:
        return release_days.release_days(viewer, "north", at=at, until=ENDS - DAY)

    assert near(ADMISSIONS, at=LATER) == near(ADMISSIONS, at=LATER) == []
    assert finals() == [ENDS] and computed == [1]


def test_another_profile_or_another_computation_makes_every_day_anew(
    monkeypatch: pytest.MonkeyPatch, computed: list[int]
) -> None:
    serving()
    finals()
    monkeypatch.setattr(release_days, "RECKONING", 2)
    assert finals() == [ENDS] and computed == [1, 1]


def test_a_kept_day_is_shown_to_nobody_who_does_not_reach_the_person() -> None:
    serving()
    finals()
    assert days(ELSEWHERE, at=LATER) == {}


def test_a_day_kept_for_who_sees_the_day_alone_is_the_day_for_who_sees_all(
    computed: list[int],
) -> None:
    by_hand, (whole, _stay), part = serving(), received("Dana"), serving("Dana K")
    _by_hand(by_hand, WRITTEN)
    of_people.merge(by=ADMISSIONS, at=WRITTEN, kept=whole.id, merged=part, why="one person")
    first = days(viewer(Role.SECURITY_OFFICER, account=9), at=LATER)
    assert days(ADMISSIONS, at=LATER) == first and computed == [2]
    told = {one: queries.release_dates_of(ADMISSIONS, one, at=LATER).final for one in first}
    assert told == {one: day.final for one, day in first.items()}
    assert set(told.values()) == {date(2047, 6, 1), ENDS}


def test_whoever_left_has_no_day() -> None:
    one = serving()
    finals()
    actions.record_death(by=ADMISSIONS, at=WRITTEN, person_id=one, died_at=WRITTEN - HOUR)
    assert finals() == []
