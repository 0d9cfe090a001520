"""Who is away is written down once, with where, since when and until when."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.db import IntegrityError

from tests.casework.custody.made import (
    ADMISSIONS,
    AT,
    DAY,
    ELSEWHERE,
    HOUR,
    MINUTE,
    person,
    received,
)
from tests.casework.custody.made_moves import COURT, LATER, NOON, gone, let_go, sent
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere
from throughcare.casework.custody import actions
from throughcare.casework.custody.errors import (
    AlreadyAway,
    BadMoment,
    BadPlace,
    NotAway,
    NotInCustody,
)
from throughcare.casework.custody.models import Movement, Placement, Stay, Step
from throughcare.casework.custody.terms import MovementKind
from throughcare.casework.people.errors import NoReason

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", [MovementKind.COURT, MovementKind.HOSPITAL, MovementKind.ABSENCE])
def test_who_leaves_for_a_time_is_away_until_the_return(kind: MovementKind) -> None:
    file, _stay = received()
    out = gone(file.id, kind=kind, expected_at=NOON + HOUR)
    back = actions.come_back(
        by=ADMISSIONS, at=NOON + HOUR, person_id=file.id, arrived_at=NOON + HOUR
    )
    assert (out.arrived_at, back.arrived_at, back.replaces) == (None, NOON + HOUR, out)
    assert (back.kind, back.from_place, back.to_place) == (kind, "north", COURT)


@pytest.mark.parametrize(
    ("minutes", "error"), [(0, None), (60, None), (61, BadMoment)]
)  # now, an hour ago and in the future
def test_nobody_leaves_in_the_future(minutes: int, error: type[Exception] | None) -> None:
    file, _stay = received()
    left = NOON - HOUR + minutes * MINUTE
    if error is None:
        assert gone(file.id, left_at=left, at=NOON).left_at == left
    else:
        with pytest.raises(error, match="has not come"):
            gone(file.id, left_at=left, at=NOON)


def test_nobody_leaves_before_being_received_and_nobody_who_is_free() -> None:
    file, _stay = received()
    assert gone(file.id, at=AT)
    with pytest.raises(BadMoment, match="before the person was received"):
        gone(received("Dana")[0].id, at=NOON, left_at=AT - MINUTE)
    with pytest.raises(NotInCustody):
        gone(person("Free").id)


def test_nobody_is_in_two_places_away_at_once() -> None:
    file, _stay = received()
    gone(file.id)
    with pytest.raises(AlreadyAway):
        gone(file.id, at=NOON + HOUR)
    actions.come_back(by=ADMISSIONS, at=NOON + HOUR, person_id=file.id, arrived_at=NOON + HOUR)
    assert gone(file.id, at=NOON + HOUR)


def test_a_whole_journey_is_written_afterwards_where_it_fits() -> None:
    file, _stay = received()
    gone(file.id, at=NOON, arrived_at=None)
    past: dict[str, Any] = {"left_at": AT + HOUR, "arrived_at": AT + 2 * HOUR}
    assert gone(file.id, at=NOON + HOUR, **past).arrived_at == AT + 2 * HOUR
    with pytest.raises(AlreadyAway):
        gone(file.id, at=NOON + HOUR, left_at=AT + HOUR, arrived_at=NOON + MINUTE)


def test_nobody_comes_back_who_is_not_away_or_before_leaving() -> None:
    file, _stay = received()
    with pytest.raises(NotAway):
        actions.come_back(by=ADMISSIONS, at=NOON, person_id=file.id, arrived_at=NOON)
    gone(file.id)
    with pytest.raises(BadMoment, match="before the departure"):
        actions.come_back(by=ADMISSIONS, at=LATER, person_id=file.id, arrived_at=NOON - MINUTE)
    actions.come_back(by=ADMISSIONS, at=LATER, person_id=file.id, arrived_at=NOON)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"to_place": " "}, "missing"),
        ({"kind": MovementKind.ESCAPE}, "no absence"),
        ({"kind": MovementKind.TRANSFER}, "no absence"),
    ],
)
def test_an_absence_says_where_and_is_one(more: dict[str, Any], says: str) -> None:
    file, _stay = received()
    with pytest.raises(BadPlace, match=says):
        gone(file.id, **more)
    assert gone(file.id)


def test_a_hearing_stands_in_the_file_with_its_court_and_hour() -> None:
    file, _stay = received()
    out = gone(file.id, hearing_at=NOON + HOUR)
    see_all_rows("SEN")
    step = Step.objects.get()
    assert (step.kind, step.compartment, step.movement_id) == ("hearing", "SEN", out.id)
    assert step.value["court"] == COURT
    assert datetime.fromisoformat(str(step.value["scheduled_at"])) == NOON + HOUR


def test_an_escape_ends_the_place_and_not_the_stay_and_the_person_may_be_brought_back() -> None:
    file, stay = received()
    actions.place_in(by=ADMISSIONS, at=AT, person_id=file.id, place="north/a/1/01", since=AT)
    actions.escape(by=ADMISSIONS, at=NOON, person_id=file.id, left_at=NOON, reason="over the wall")
    see_all_rows()
    assert Placement.objects.get(stood_until=None).until == NOON
    assert Stay.objects.get(stood_until=None) == stay
    back = actions.come_back(by=ADMISSIONS, at=LATER, person_id=file.id, arrived_at=LATER)
    assert (back.kind, back.arrived_at) == (MovementKind.ESCAPE, LATER)


def test_an_escape_from_court_ends_the_way_to_court_and_begins_there() -> None:
    file, _stay = received()
    gone(file.id)
    then = NOON + HOUR
    fled = actions.escape(
        by=ADMISSIONS, at=then, person_id=file.id, left_at=then, reason="from the dock"
    )
    see_all_rows()
    standing = Movement.objects.filter(stood_until=None).order_by("left_at")
    assert [(one.kind, one.arrived_at) for one in standing] == [("court", then), ("escape", None)]
    assert fled.from_place == COURT


def test_an_escape_is_explained_and_happens_once() -> None:
    file, _stay = received()
    said: dict[str, Any] = {"by": ADMISSIONS, "at": NOON, "person_id": file.id, "left_at": NOON}
    with pytest.raises(NoReason):
        actions.escape(**said, reason=" ")
    actions.escape(**said, reason="over the wall")
    with pytest.raises(AlreadyAway):
        actions.escape(**{**said, "at": NOON + HOUR}, reason="again")


def test_the_officers_of_another_prison_send_nobody_away() -> None:
    file, _stay = received()
    with pytest.raises(NotThere):
        gone(file.id, by=ELSEWHERE)


def test_a_transfer_that_turns_back_was_an_absence() -> None:
    file, _stay = received()
    sent(file.id)
    back = actions.come_back(by=ADMISSIONS, at=LATER, person_id=file.id, arrived_at=LATER)
    assert (back.kind, back.to_place, back.order_id is not None) == ("absence", "south", True)


# The database keeps the same, whoever writes the row: right, right, wrong.
MOVES = [
    ((0, 1), (1, 2), None),
    ((0, 1), (2, None), None),
    ((0, 2), (1, 3), "custody_one_movement_at_a_time"),
]


@pytest.mark.parametrize(("first", "second", "refused"), MOVES)
def test_the_database_keeps_movements_apart(
    first: tuple[int, int | None], second: tuple[int, int | None], refused: str | None
) -> None:
    file, _stay = received()
    see_all_rows()

    def write(number: int, hours: tuple[int, int | None]) -> None:
        begins, ends = hours
        Movement.objects.create(
            id=f"00000000-0000-4000-8000-00000000000{number}", person_id=file.id, kind="court",
            from_place="north", to_place=COURT, left_at=AT + begins * HOUR,
            arrived_at=None if ends is None else AT + ends * HOUR, recorded_at=AT + DAY,
            recorded_by="1",
        )  # fmt: skip

    write(1, first)
    if refused is None:
        write(2, second)
    else:
        with pytest.raises(IntegrityError, match=refused):
            write(2, second)


@pytest.mark.parametrize(
    ("left", "arrived", "refused"),
    [(0, None, False), (0, 24, False), (25, None, True), (0, 25, True), (2, 1, True)],
)
def test_the_database_keeps_movements_in_the_past_and_in_their_order(
    left: int, arrived: int | None, refused: bool
) -> None:
    file, _stay = received()
    see_all_rows()
    row = Movement(
        id="00000000-0000-4000-8000-000000000001", person_id=file.id, kind="court",
        from_place="north", to_place=COURT, left_at=AT + left * HOUR, recorded_at=AT + DAY,
        arrived_at=None if arrived is None else AT + arrived * HOUR, recorded_by="1",
    )  # fmt: skip
    if refused:
        with pytest.raises(IntegrityError, match="custody_movement_"):
            row.save(force_insert=True)
    else:
        row.save(force_insert=True)


def test_nobody_leaves_after_the_release() -> None:
    file, _stay = received()
    let_go(file.id)
    with pytest.raises(NotInCustody):
        gone(file.id, at=LATER + HOUR)
