"""People are counted beside how many should be there; a difference says what was done."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import IntegrityError

from tests.casework.custody.lodged import goes_out, lies, somebody
from tests.casework.custody.made import ADMISSIONS, AT, ELSEWHERE, HOUR, MINUTE, viewer
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere
from throughcare.access.terms import Role
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.errors import BadCount, BadMoment
from throughcare.casework.custody.models import RollCount
from throughcare.casework.custody.terms import MovementKind

pytestmark = pytest.mark.django_db
UNIT = "north/a/1"


@pytest.fixture(autouse=True)
def all_rows(cast: None) -> None:
    """The test itself looks at every row."""
    see_all_rows("SEN", "INC")


def count(counted: int, said: str = "", place: str = UNIT, **more: object) -> RollCount:
    guard = viewer(Role.SECURITY_OFFICER, "north", 21)
    asked = {"by": guard, "at": AT + HOUR, "counted_at": AT + HOUR, **more}
    return actions.count_people(place=place, counted=counted, said=said, **asked)  # type: ignore[arg-type]


def test_everybody_in_the_unit_should_be_there_but_those_who_are_away() -> None:
    files = [somebody(name=name) for name in ("Samir", "Karim", "Omar")]
    for file in files:
        lies(file)
    for file, kind in zip(files, (MovementKind.COURT, MovementKind.HOSPITAL), strict=False):
        goes_out(file, kind, at=AT + MINUTE)
    roll = queries.roll(ADMISSIONS, UNIT, at=AT + HOUR)
    assert (roll.placed, roll.away, roll.expected) == (3, 2, 1)
    assert count(1).expected == 1


def test_of_a_whole_prison_those_without_a_place_count_too() -> None:
    lies(somebody())
    somebody(name="Karim")
    assert queries.roll(ADMISSIONS, "north", at=AT + HOUR).expected == 2
    assert queries.roll(ADMISSIONS, UNIT, at=AT + HOUR).expected == 1
    assert count(2, place="north").expected == 2


def test_what_was_typed_after_the_count_about_the_time_before_it_counts() -> None:
    file = somebody()
    actions.place_in(
        by=ADMISSIONS, at=AT + HOUR, person_id=file.id, place=f"{UNIT}/01", since=AT + MINUTE
    )
    assert count(1, counted_at=AT + 2 * MINUTE).expected == 1


@pytest.mark.parametrize("counted", [0, 2])
def test_a_difference_is_written_down_with_what_was_done(counted: int) -> None:
    lies(somebody())
    with pytest.raises(BadCount, match="1 should be there"):
        count(counted)
    assert not RollCount.objects.exists()
    assert count(counted, "counted again by two officers").counted == counted


def test_a_count_is_of_the_past_and_of_people() -> None:
    with pytest.raises(BadMoment):
        count(0, counted_at=AT + 2 * HOUR)
    with pytest.raises(BadCount):
        count(-1)


def test_counts_are_listed_newest_first_with_those_of_the_cells() -> None:
    count(0, place=f"{UNIT}/01")
    count(0, at=AT + 2 * HOUR, counted_at=AT + 2 * HOUR)
    roll = queries.roll(ADMISSIONS, UNIT, at=AT + 3 * HOUR)
    assert [one.path for one in roll.counts] == [UNIT, f"{UNIT}/01"]


def test_the_counts_of_another_prison_are_not_there() -> None:
    for ask in (
        lambda: queries.roll(ELSEWHERE, UNIT, at=AT),
        lambda: count(0, by=ELSEWHERE),
        lambda: count(0, by=viewer(Role.CASE_MANAGER, "north", 22)),
    ):
        with pytest.raises(NotThere):
            ask()


def row(**more: object) -> RollCount:
    made = count(0)
    made.id = uuid4()
    for name, value in more.items():
        setattr(made, name, value)
    made.save(force_insert=True)
    return made


def test_the_database_takes_a_count_that_agrees() -> None:
    row(counted=3, expected=3)


def test_the_database_takes_a_difference_with_its_words() -> None:
    row(counted=3, expected=4, said="one was in the yard")


def test_the_database_refuses_a_difference_without_words() -> None:
    with pytest.raises(IntegrityError, match="custody_a_count_that_differs"):
        row(counted=3, expected=4)


def test_the_database_keeps_a_count_as_it_was_written() -> None:
    made = count(0)
    with pytest.raises(Exception, match="Cannot update or delete"):
        RollCount.objects.filter(id=made.id).update(counted=5)
