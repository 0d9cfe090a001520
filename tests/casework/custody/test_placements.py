"""A person lies in one place at a time, and in a bed alone."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from tests.casework.custody.lodged import lies, put_down, somebody
from tests.casework.custody.made import ADMISSIONS, AT, DAY, ELSEWHERE, HOUR, received, viewer
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere, Refused
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.actions.placements import Move
from throughcare.casework.custody.errors import (
    BadMoment,
    BadPlacing,
    NotInCustody,
    NotInUse,
    SamePlace,
    Taken,
)
from throughcare.casework.custody.models import Bed, Placement
from throughcare.casework.people.errors import NoReason
from throughcare.casework.people.models import Person
from throughcare.casework.rows.errors import AlreadyReplaced
from throughcare.kernel.models import Place

pytestmark = pytest.mark.django_db
CELL, NEXT = "north/a/1/01", "north/a/1/02"


@pytest.fixture(autouse=True)
def all_rows(cast: None) -> None:
    """The test itself looks at every row."""
    see_all_rows("SEN", "INC")


def bed(code: str = "1", place: str = CELL) -> Bed:
    return actions.open_bed(by=ADMISSIONS, at=AT, place=place, code=code)


def standing(file: Person) -> list[tuple[str, object, object]]:
    rows = Placement.objects.filter(person=file.id, stood_until=None).order_by("since")
    return [(row.place.path, row.since, row.until) for row in rows]


# One place at a time: right, right, wrong; by action and by database.


def test_a_person_is_moved_and_the_earlier_place_ends_then() -> None:
    file = somebody()
    lies(file)
    lies(file, NEXT, at=AT + DAY)
    assert standing(file) == [(CELL, AT, AT + DAY), (NEXT, AT + DAY, None)]


def test_a_move_may_be_written_down_after_it_happened() -> None:
    file = somebody()
    lies(file)
    actions.place_in(by=ADMISSIONS, at=AT + 2 * DAY, person_id=file.id, place=NEXT, since=AT + DAY)
    assert standing(file) == [(CELL, AT, AT + DAY), (NEXT, AT + DAY, None)]


def test_a_person_is_not_put_into_a_place_before_one_that_stands() -> None:
    file = somebody()
    lies(file, at=AT + DAY)
    with pytest.raises(Taken):
        actions.place_in(
            by=ADMISSIONS, at=AT + 2 * DAY, person_id=file.id, place=NEXT, since=AT + HOUR
        )
    assert standing(file) == [(CELL, AT + DAY, None)]


def test_the_database_takes_two_places_one_after_the_other() -> None:
    file = somebody()
    put_down(file, CELL, until=AT + DAY)
    put_down(file, NEXT, since=AT + DAY)
    assert len(standing(file)) == 2


def test_the_database_takes_two_people_in_two_places_at_once() -> None:
    put_down(somebody(), CELL)
    put_down(somebody(name="Karim"), NEXT)
    assert Placement.objects.count() == 2


def test_the_database_refuses_two_places_at_once() -> None:
    file = somebody()
    put_down(file, CELL, until=AT + DAY + HOUR)
    with pytest.raises(IntegrityError, match="custody_one_place_at_a_time"):
        put_down(file, NEXT, since=AT + DAY)


# A bed for one person: right, right, wrong; by action and by database.


def test_two_people_lie_in_two_beds_of_one_cell() -> None:
    bed("1"), bed("2")
    lies(somebody(), bed="1")
    lies(somebody(name="Karim"), bed="2")
    assert Placement.objects.filter(stood_until=None, bed__isnull=False).count() == 2


def test_a_bed_is_given_again_once_it_is_left() -> None:
    bed("1")
    first, second = somebody(), somebody(name="Karim")
    lies(first, bed="1")
    lies(first, NEXT, at=AT + DAY)
    lies(second, bed="1", at=AT + DAY)
    assert [row[0] for row in standing(second)] == [CELL]


def test_a_bed_in_which_somebody_lies_is_not_given() -> None:
    bed("1")
    lies(somebody(), bed="1")
    other = somebody(name="Karim")
    with pytest.raises(Taken):
        lies(other, bed="1", at=AT + DAY)
    assert standing(other) == []


def test_the_database_takes_two_in_a_bed_one_after_the_other() -> None:
    where = bed("1")
    put_down(somebody(), CELL, until=AT + DAY, bed=str(where.id))
    put_down(somebody(name="Karim"), CELL, since=AT + DAY, bed=str(where.id))


def test_the_database_takes_two_in_one_cell_without_beds() -> None:
    put_down(somebody(), CELL)
    put_down(somebody(name="Karim"), CELL)


def test_the_database_refuses_two_in_a_bed_at_once() -> None:
    where = bed("1")
    put_down(somebody(), CELL, until=AT + DAY + HOUR, bed=str(where.id))
    with pytest.raises(IntegrityError, match="custody_one_person_in_a_bed"):
        put_down(somebody(name="Karim"), CELL, since=AT + DAY, bed=str(where.id))


def test_a_bed_taken_by_somebody_whom_the_officer_may_not_read_is_taken_all_the_same() -> None:
    bed("1")
    relative = somebody()
    lies(relative, bed="1")
    officer = viewer(Role.ADMISSIONS_OFFICER, "north", 44)
    kin = Viewer(44, posts=officer.posts, kin=frozenset({relative.id}))
    from tests.staff import written

    written(kin)
    other = somebody(name="Karim")
    with pytest.raises(Taken):
        lies(other, bed="1", at=AT + DAY, by=kin)


# The bed belongs to the place, and the place is in use.


def test_the_database_takes_a_bed_of_the_place() -> None:
    put_down(somebody(), CELL, bed=str(bed("1").id))


def test_the_database_takes_a_place_without_a_bed() -> None:
    put_down(somebody(), CELL)


def test_the_database_refuses_a_bed_of_another_place() -> None:
    with pytest.raises(IntegrityError, match="not in use in that place"):
        put_down(somebody(), NEXT, bed=str(bed("1").id))


def test_a_bed_that_is_not_there_is_refused_in_words() -> None:
    bed("1")
    with pytest.raises(NotInUse, match="bed 2"):
        lies(somebody(), bed="2")


@pytest.mark.parametrize("place", ["north/a/9", "south/a/1/01", "north/a/1/01/x", "", "x"])
def test_a_place_of_another_prison_or_none_is_refused(place: str) -> None:
    with pytest.raises(NotInUse):
        lies(somebody(), place)


def test_a_person_is_not_put_into_a_cell_of_a_closed_unit() -> None:
    actions.close_place(by=ADMISSIONS, at=AT + HOUR, place="north/a/1", why="repair")
    with pytest.raises(NotInUse):
        lies(somebody(), CELL, at=AT + DAY)
    lies(somebody(name="Karim"), "north/a/2/01", at=AT + DAY)


def test_the_database_refuses_a_placement_in_what_is_closed_above() -> None:
    Place.objects.filter(path="north/a/1").update(used_until=AT + HOUR)
    put_down(somebody(), CELL, until=AT + HOUR)
    put_down(somebody(name="Karim"), "north/a/2/01")
    with pytest.raises(IntegrityError, match="which is closed then"):
        put_down(somebody(name="Omar"), CELL, until=AT + 2 * HOUR)


def test_a_person_who_is_not_in_custody_then_is_not_placed() -> None:
    file = somebody(at=AT + DAY)
    with pytest.raises(NotInCustody):
        actions.place_in(
            by=ADMISSIONS, at=AT + 2 * DAY, person_id=file.id, place=CELL, since=AT + HOUR
        )


def test_nobody_is_placed_at_a_time_that_has_not_come() -> None:
    file = somebody()
    with pytest.raises(BadMoment):
        actions.place_in(by=ADMISSIONS, at=AT, person_id=file.id, place=CELL, since=AT + HOUR)


def test_a_move_to_where_the_person_lies_is_refused() -> None:
    file = somebody()
    lies(file)
    with pytest.raises(SamePlace):
        lies(file, at=AT + DAY)


def test_only_who_writes_the_identity_places_a_person() -> None:
    file = somebody()
    with pytest.raises(Refused):
        lies(file, by=viewer(Role.SECURITY_OFFICER, "north", 21))
    with pytest.raises(NotThere):
        lies(file, by=ELSEWHERE)
    with pytest.raises(NotThere):
        lies(file, by=viewer(Role.CASE_MANAGER, "north", 22, case=file.id))
    assert standing(file) == []


# Several at once, and corrections.


def test_a_unit_is_emptied_at_once() -> None:
    files = [somebody(name=name) for name in ("Samir", "Karim", "Omar")]
    for file in files:
        lies(file)
    moves = [Move(person_id=file.id, place="north/a/2/01") for file in files]
    actions.move_several(
        by=ADMISSIONS, at=AT + DAY, moves=moves, since=AT + DAY, reason="the roof leaks"
    )
    assert [standing(file)[-1][0] for file in files] == ["north/a/2/01"] * 3
    actions.close_place(by=ADMISSIONS, at=AT + 2 * DAY, place="north/a/1", why="repair")


def test_two_people_change_beds_at_once() -> None:
    bed("1"), bed("2")
    one, other = somebody(), somebody(name="Karim")
    lies(one, bed="1"), lies(other, bed="2")
    moves = [
        Move(person_id=one.id, place=CELL, bed="2"), Move(person_id=other.id, place=CELL, bed="1")
    ]  # fmt: skip
    actions.move_several(by=ADMISSIONS, at=AT + DAY, moves=moves, since=AT + DAY, reason="ladder")
    now = Placement.objects.filter(stood_until=None, until=None)
    assert {row.person_id: row.bed.code for row in now if row.bed} == {one.id: "2", other.id: "1"}


def test_where_one_of_several_cannot_be_moved_nobody_is() -> None:
    one, other = somebody(), somebody(name="Karim")
    lies(one), lies(other)
    moves = [
        Move(person_id=one.id, place=NEXT), Move(person_id=other.id, place="north/a/9")
    ]  # fmt: skip
    before = Placement.objects.count()
    with pytest.raises(NotInUse):
        actions.move_several(by=ADMISSIONS, at=AT + DAY, moves=moves, since=AT + DAY, reason="x")
    assert Placement.objects.count() == before
    assert standing(one) == [(CELL, AT, None)]


def test_nobody_or_somebody_twice_is_no_move() -> None:
    move = Move(person_id=somebody().id, place=CELL)
    for moves in ([], [move, move]):
        with pytest.raises(BadPlacing):
            actions.move_several(by=ADMISSIONS, at=AT, moves=moves, since=AT, reason="x")


def test_a_wrong_cell_is_corrected_and_both_answers_stay_to_be_asked_for() -> None:
    file = somebody()
    wrong = lies(file)
    actions.correct_placement(
        by=ADMISSIONS, at=AT + 2 * DAY, person_id=file.id, placement_id=wrong.id, place=NEXT,
        since=AT, why="the wrong door was written down",
    )  # fmt: skip
    asked = {"person_id": file.id, "at": AT + 3 * DAY}
    before = queries.lay_in(ADMISSIONS, known_at=AT + DAY, **asked)  # type: ignore[arg-type]
    after = queries.lay_in(ADMISSIONS, known_at=AT + 2 * DAY, **asked)  # type: ignore[arg-type]
    assert [one.path for one in before.places] == [CELL]
    assert [one.path for one in after.places] == [NEXT]


def correct(file: Person, row: Placement, **more: Any) -> Placement:
    said: dict[str, Any] = {"place": NEXT, "since": AT, "why": "misread", **more}
    return actions.correct_placement(
        by=ADMISSIONS, at=AT + 2 * DAY, person_id=file.id, placement_id=row.id, **said
    )


def test_a_correction_needs_a_reason_and_an_entry_that_stands() -> None:
    file = somebody()
    row = lies(file)
    with pytest.raises(NoReason):
        correct(file, row, why=" ")
    correct(file, row)
    with pytest.raises(AlreadyReplaced):
        correct(file, row)


def test_a_placement_of_another_file_is_not_there() -> None:
    row = lies(somebody())
    other = somebody(name="Karim")
    with pytest.raises(NotThere):
        correct(other, row)


def test_a_correction_does_not_run_into_the_next_placement() -> None:
    file = somebody()
    lies(file)
    lies(file, NEXT, at=AT + DAY)
    first = Placement.objects.get(person=file.id, stood_until=None, until=AT + DAY)
    with pytest.raises(Taken):
        correct(file, first, until=AT + DAY + HOUR)
    assert correct(file, first, until=AT + DAY).place.path == NEXT


@pytest.mark.parametrize(
    ("since", "until"), [(AT + HOUR, AT + HOUR), (AT + HOUR, AT), (AT + 3 * DAY, None)]
)
def test_a_period_that_makes_no_sense_is_refused(since: object, until: object) -> None:
    file = somebody()
    row = lies(file)
    with pytest.raises(BadMoment):
        correct(file, row, since=since, until=until)


# A cell is not deleted, and not closed, while somebody is in it.


def test_a_cell_that_somebody_lies_in_is_not_deleted() -> None:
    lies(somebody())
    with pytest.raises(ProtectedError):
        Place.objects.get(path=CELL).delete()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM kernel_place WHERE path = %s", [CELL])
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert Place.objects.filter(path=CELL).exists()


def test_received_people_of_the_other_prison_stay_out_of_reach() -> None:
    file, _stay = received(by=ELSEWHERE, place="south")
    with pytest.raises(NotThere):
        queries.lay_in(ADMISSIONS, file.id, at=AT, known_at=AT)
