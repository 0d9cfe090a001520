"""How full a place is: numbers of everybody, from few questions, and nothing that is not known."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.casework.custody.lodged import goes_out, lies, put_down, somebody
from tests.casework.custody.made import ADMISSIONS, AT, DAY, ELSEWHERE, HOUR, viewer
from tests.staff import see_all_rows, written
from throughcare.access.errors import NotThere, Refused
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.terms import MovementKind
from throughcare.kernel.models import Place
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db
CELL = "north/a/1/01"


@pytest.fixture(autouse=True)
def all_rows(cast: None) -> None:
    """The test itself looks at every row."""
    see_all_rows("SEN", "INC")


def of(path: str, at: object = AT, by: Viewer = ADMISSIONS) -> queries.Occupancy:
    return queries.occupancy(by, path, at=at)  # type: ignore[arg-type]


def test_people_are_counted_in_the_cell_and_in_all_above_it() -> None:
    for number in range(3):
        put_down(somebody(name=f"P{number}"), CELL)
    put_down(somebody(name="Q"), "north/a/2")
    assert [of(path).people for path in (CELL, "north/a/1", "north/a", "north")] == [3, 3, 4, 4]
    assert [of(path).percent for path in (CELL, "north/a/2/01")] == [150, 0]
    assert of(CELL).area_each == Decimal("4.0")
    assert of("north/a/2/01").area_each is None


def test_what_a_place_does_not_say_is_the_sum_of_its_parts_if_all_are_known() -> None:
    Place.objects.filter(path="north/a/1").update(certified_capacity=None, floor_area=None)
    unit = of("north/a/1")
    assert (unit.capacity, unit.floor_area, unit.summed) == (6, Decimal(36), True)
    Place.objects.filter(path=CELL).update(certified_capacity=None)
    assert of("north/a/1").capacity is None


def test_beds_are_free_until_somebody_lies_in_them() -> None:
    for code in ("1", "2"):
        actions.open_bed(by=ADMISSIONS, at=AT, place=CELL, code=code)
    lies(somebody(), bed="1")
    assert (of(CELL).beds, of(CELL).free_beds, of("north/a/1/02").free_beds) == (2, 1, None)


def test_the_same_question_on_two_days_has_two_answers() -> None:
    file = somebody()
    lies(file)
    lies(file, "north/a/2/01", at=AT + DAY)
    assert [of(CELL, AT + n * DAY).people for n in (0, 1)] == [1, 0]


def test_what_was_written_down_later_was_not_known_before() -> None:
    file = somebody()
    actions.place_in(by=ADMISSIONS, at=AT + DAY, person_id=file.id, place=CELL, since=AT)
    assert of(CELL, AT + HOUR).people == 0
    assert of(CELL, AT + DAY).people == 1


def test_a_relative_takes_a_place_too() -> None:
    file = somebody()
    lies(file)
    officer = viewer(Role.ADMISSIONS_OFFICER, "north", 44)
    kin = written(Viewer(44, posts=officer.posts, kin=frozenset({file.id})))
    assert of(CELL, by=kin).people == 1
    assert queries.people_in(kin, CELL, at=AT) == []


def test_over_capacity_is_listed_the_most_first() -> None:
    for number in range(4):
        put_down(somebody(name=f"P{number}"), CELL)
    found = queries.over_capacity(ADMISSIONS, "north", at=AT)
    assert {one.path: one.over for one in found} == {
        "north": 2, "north/a": 2, "north/a/1": 2, CELL: 2,
    }  # fmt: skip
    put_down(somebody(name="P5"), "north/a/2/01")
    assert [one.path for one in queries.over_capacity(ADMISSIONS, "north", at=AT)][:2] == [
        "north", "north/a",
    ]  # fmt: skip


def test_who_is_held_and_lies_nowhere_is_counted() -> None:
    lies(somebody())
    somebody(name="Karim")
    assert queries.prison(ADMISSIONS, "north", at=AT).unplaced == 1


def test_who_is_out_is_said_with_the_reason() -> None:
    file = somebody()
    lies(file)
    goes_out(file, MovementKind.COURT, at=AT + HOUR)
    (one,) = queries.people_in(ADMISSIONS, CELL, at=AT + HOUR)
    assert (one.person, one.away) == (file.id, MovementKind.COURT)
    assert (of(CELL, AT + HOUR).people, of(CELL, AT + HOUR).away) == (1, 1)


def test_the_prisons_are_those_within_reach() -> None:
    lies(somebody())
    for by, paths in (
        (ADMISSIONS, ["north"]), (ELSEWHERE, ["south"]),
        (viewer(Role.NPM_INSPECTOR, "north", 51), ["north", "south"]),
        (viewer(Role.CASE_MANAGER, "north", 52), []),
    ):  # fmt: skip
        assert [one.path for one in queries.prisons(by, at=AT)] == paths


def test_another_prison_is_not_there_and_each_reading_leaves_an_entry() -> None:
    with pytest.raises(NotThere):
        of("north", by=ELSEWHERE)
    with pytest.raises((NotThere, Refused)):
        of("north", by=viewer(Role.HQ_ANALYST, "north", 61))
    before = Entry.objects.count()
    of("north")
    assert Entry.objects.count() == before + 1


@pytest.mark.parametrize("many", [2, 12])
def test_the_questions_to_the_database_do_not_grow_with_people_and_cells(many: int) -> None:
    unit = Place.objects.get(path="north/a/1")
    for number in range(many):
        code = f"x{number}"
        Place.objects.create(
            kind="cell", parent=unit, code=code, path=f"north/a/1/{code}", certified_capacity=2,
            used_from=AT - DAY,
        )  # fmt: skip
        put_down(somebody(name=f"P{number}"), f"north/a/1/{code}")
    asked = {}
    for name, ask in (
        ("occupancy", lambda: of("north")),
        ("sharing", lambda: queries.sharing_conflicts(ADMISSIONS, "north", at=AT)),
        ("people", lambda: queries.people_in(ADMISSIONS, "north", at=AT)),
        ("roll", lambda: queries.roll(ADMISSIONS, "north", at=AT)),
        ("free", lambda: queries.free_places_in(ADMISSIONS, "north", at=AT)),
    ):
        with CaptureQueriesContext(
            connection,
        ) as seen:
            ask()
        asked[name] = len(seen)
    assert max(asked.values()) <= 14, asked
