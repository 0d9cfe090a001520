"""Places are opened, changed and closed by the reception; closed only once they are empty."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError

from tests.casework.custody.lodged import lies, put_down, somebody
from tests.casework.custody.made import ADMISSIONS, AT, DAY, ELSEWHERE, HOUR, viewer
from tests.staff import see_all_rows, written
from throughcare.access.errors import NotThere, Refused
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.errors import BadPlacing, Occupied
from throughcare.casework.custody.models import Bed, PlaceChange
from throughcare.kernel.models import Place

pytestmark = pytest.mark.django_db
CELL = "north/a/1/01"


@pytest.fixture(autouse=True)
def all_rows(cast: None) -> None:
    """The test itself looks at every row."""
    see_all_rows("SEN", "INC")


def opened(
    above: str = "north/a/1", code: str = "04", by: Viewer = ADMISSIONS, **more: Any
) -> Place:
    said = {"name": {"en": "Cell four"}, "certified_capacity": 2, "floor_area": Decimal(9)}
    return actions.open_place(by=by, at=AT, above=above, code=code, **{**said, **more})


def change(by: Viewer = ADMISSIONS, **more: Any) -> PlaceChange:
    said = {"certified_capacity": 1, "floor_area": Decimal(12), "why": "inspected"}
    return actions.change_place(by=by, at=AT + DAY, place=CELL, **{**said, **more})


def test_a_cell_is_opened_and_somebody_lies_in_it() -> None:
    cell = opened()
    assert (cell.path, cell.kind, cell.certified_capacity) == ("north/a/1/04", "cell", 2)
    assert lies(somebody(), cell.path).place_id == cell.pk


@pytest.mark.parametrize(
    ("above", "kind"), [("north", "premises"), ("north/a", "unit"), ("north/a/1", "cell")]
)
def test_the_kind_of_a_place_follows_from_where_it_stands(above: str, kind: str) -> None:
    assert opened(above, "new-1").kind == kind


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"above": CELL}, "no smaller place"),
        ({"code": "01"}, "is or was a place"),
        ({"code": "Cell 4"}, "cannot be the code"),
        ({"code": "count"}, "cannot be the code"),
        ({"code": "x" * 41}, "cannot be the code"),
        ({"certified_capacity": -1}, "cannot be a capacity"),
        ({"floor_area": Decimal("NaN")}, "cannot be a floor area"),
        ({"floor_area": Decimal("1e9")}, "cannot be a floor area"),
    ],
)
def test_a_place_that_cannot_be_is_refused_in_words(more: dict[str, Any], says: str) -> None:
    before = Place.objects.count()
    with pytest.raises(BadPlacing, match=says):
        opened(**more)
    assert Place.objects.count() == before


def test_what_is_not_known_of_a_place_stays_unknown() -> None:
    cell = opened(certified_capacity=None, floor_area=None)
    whole = queries.occupancy(ADMISSIONS, cell.path, at=AT)
    assert (whole.capacity, whole.percent, whole.area_each, whole.over) == (None, None, None, 0)


def test_a_changed_capacity_holds_from_then_on_and_the_earlier_one_stays_readable() -> None:
    change()
    assert queries.occupancy(ADMISSIONS, CELL, at=AT).capacity == 2
    assert queries.occupancy(ADMISSIONS, CELL, at=AT + DAY).capacity == 1
    actions.change_place(
        by=ADMISSIONS, at=AT + 2 * DAY, place=CELL, certified_capacity=3, floor_area=None, why="x"
    )
    assert [queries.occupancy(ADMISSIONS, CELL, at=AT + n * DAY).capacity for n in range(3)] == [
        2, 1, 3,
    ]  # fmt: skip


def test_a_change_needs_a_reason_and_must_change_something() -> None:
    with pytest.raises(BadPlacing, match="reason"):
        change(why=" ")
    with pytest.raises(BadPlacing, match="nothing would change"):
        change(certified_capacity=2)
    assert not PlaceChange.objects.exists()


def test_the_database_keeps_a_change_as_it_was_written() -> None:
    row = change()
    assert PlaceChange.objects.filter(id=row.id).update(why="other") == 0
    assert PlaceChange.objects.get(id=row.id).why == "inspected"


def test_the_database_refuses_a_change_without_a_reason() -> None:
    row = change()
    row.id = uuid4()
    row.why = ""
    with pytest.raises(IntegrityError, match="custody_place_is_changed_for_a_reason"):
        row.save(force_insert=True)


# Closed only when empty: right, right, wrong; by action and by database.


def closed(path: str = CELL, at: Any = AT + DAY) -> Place:
    return actions.close_place(by=ADMISSIONS, at=at, place=path, why="the wall is wet")


def test_an_empty_cell_is_closed_with_its_beds() -> None:
    actions.open_bed(by=ADMISSIONS, at=AT, place=CELL, code="1")
    assert closed().used_until == AT + DAY
    assert Bed.objects.get().used_until == AT + DAY


def test_a_cell_that_everybody_has_left_is_closed() -> None:
    file = somebody()
    lies(file)
    lies(file, "north/a/1/02", at=AT + HOUR)
    assert closed().used_until == AT + DAY


@pytest.mark.parametrize("path", [CELL, "north/a/1", "north/a"])
def test_a_place_in_which_somebody_lies_is_not_closed(path: str) -> None:
    lies(somebody())
    with pytest.raises(Occupied, match="1 people lie in"):
        closed(path)
    assert not Place.objects.exclude(used_until=None).exists()


def test_somebody_whom_the_officer_may_not_read_is_counted_too() -> None:
    file = somebody()
    lies(file)
    officer = viewer(Role.ADMISSIONS_OFFICER, "north", 44)
    kin = written(Viewer(44, posts=officer.posts, kin=frozenset({file.id})))
    with pytest.raises(Occupied):
        actions.close_place(by=kin, at=AT + DAY, place=CELL, why="wet")


def test_the_database_lets_an_empty_place_close() -> None:
    Place.objects.filter(path=CELL).update(used_until=AT + DAY)


def test_the_database_lets_a_place_close_as_the_last_one_leaves() -> None:
    put_down(somebody(), CELL, until=AT + DAY)
    Place.objects.filter(path=CELL).update(used_until=AT + DAY)


def test_the_database_lets_no_place_close_under_somebody() -> None:
    put_down(somebody(), CELL, until=AT + DAY + HOUR)
    with pytest.raises(IntegrityError, match="is in north/a/1"):
        Place.objects.filter(path="north/a/1").update(used_until=AT + DAY)


def test_a_closed_unit_closes_its_cells_and_is_shown_no_more() -> None:
    closed("north/a/1")
    with pytest.raises(NotThere):
        queries.occupancy(ADMISSIONS, CELL, at=AT + DAY)
    assert queries.occupancy(ADMISSIONS, CELL, at=AT).path == CELL
    with pytest.raises(BadPlacing, match="is closed"):
        actions.open_place(
            by=ADMISSIONS, at=AT + 2 * DAY, above="north/a/1", code="05", name={},
            certified_capacity=1, floor_area=None,
        )  # fmt: skip


def test_a_whole_prison_is_not_closed_here() -> None:
    with pytest.raises(BadPlacing, match="whole prison"):
        closed("north")


def test_a_bed_is_taken_away_once_nobody_lies_in_it() -> None:
    for code in ("1", "2"):
        actions.open_bed(by=ADMISSIONS, at=AT, place=CELL, code=code)
    lies(somebody(), bed="1")
    close: Callable[[str], Bed] = lambda code: actions.close_bed(  # noqa: E731
        by=ADMISSIONS, at=AT + DAY, place=CELL, code=code, why="broken"
    )
    assert close("2").used_until == AT + DAY
    with pytest.raises(Occupied):
        close("1")
    with pytest.raises(NotThere):
        close("3")


@pytest.mark.parametrize(
    ("place", "code"), [(CELL, ""), (CELL, "a#b"), (CELL, "x" * 41), ("north/a", "1")]
)
def test_a_bed_that_cannot_be_is_refused(place: str, code: str) -> None:
    with pytest.raises(BadPlacing):
        actions.open_bed(by=ADMISSIONS, at=AT, place=place, code=code)


def test_a_bed_has_its_code_alone() -> None:
    actions.open_bed(by=ADMISSIONS, at=AT, place=CELL, code="1")
    with pytest.raises(BadPlacing, match="is or was a bed"):
        actions.open_bed(by=ADMISSIONS, at=AT, place=CELL, code="1")


ACTS: dict[str, Callable[[Viewer], object]] = {
    "open": lambda by: opened(by=by),
    "change": lambda by: change(by=by),
    "close": lambda by: actions.close_place(by=by, at=AT + DAY, place=CELL, why="x"),
    "bed": lambda by: actions.open_bed(by=by, at=AT, place=CELL, code="1"),
}


@pytest.mark.parametrize("act", ACTS)
def test_the_reception_of_the_prison_keeps_its_places_and_nobody_else(act: str) -> None:
    with pytest.raises(Refused):
        ACTS[act](viewer(Role.PRISON_DIRECTOR, "north", 31))
    with pytest.raises(NotThere):
        ACTS[act](ELSEWHERE)
    ACTS[act](ADMISSIONS)


def test_a_place_that_is_not_in_the_tree_is_not_there() -> None:
    with pytest.raises(NotThere):
        opened("north/z", "1")
    with pytest.raises(NotThere):
        queries.occupancy(ADMISSIONS, "north/z", at=AT)
