"""No change of places without its entry: where one cannot be written, nothing has happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from tests.casework.custody.lodged import lies, somebody
from tests.casework.custody.made import ADMISSIONS, AT, DAY, HOUR, viewer
from tests.staff import see_all_rows
from throughcare.access.terms import Role
from throughcare.casework.custody import actions
from throughcare.casework.custody.actions.placements import Move
from throughcare.register import actions as register

pytestmark = pytest.mark.django_db
CELL, NEXT, LATER = "north/a/1/01", "north/a/1/02", AT + DAY
Call = Callable[[], object]
TABLES = (
    "kernel_place", "custody_bed", "custody_placement", "custody_placechange",
    "custody_keepapart", "custody_rollcount", "register_entry",
)  # fmt: skip


class NoEntry(Exception):
    """The register takes no entry: a full disk, a broken trigger."""


def _bed() -> None:
    actions.open_bed(by=ADMISSIONS, at=AT, place=CELL, code="1")


def _open_place() -> Call:
    return lambda: actions.open_place(
        by=ADMISSIONS, at=LATER, above="north/a/1", code="09", name={}, certified_capacity=1,
        floor_area=None,
    )  # fmt: skip


def _change_place() -> Call:
    return lambda: actions.change_place(
        by=ADMISSIONS, at=LATER, place=CELL, certified_capacity=9, floor_area=None, why="x"
    )


def _close_place() -> Call:
    _bed()
    return lambda: actions.close_place(by=ADMISSIONS, at=LATER, place="north/a/1", why="x")


def _open_bed() -> Call:
    return lambda: actions.open_bed(by=ADMISSIONS, at=LATER, place=CELL, code="2")


def _close_bed() -> Call:
    _bed()
    return lambda: actions.close_bed(by=ADMISSIONS, at=LATER, place=CELL, code="1", why="x")


def _place_in() -> Call:
    file = somebody()
    lies(file)
    return lambda: lies(file, NEXT, at=LATER)


def _move_several() -> Call:
    files = [somebody(), somebody(name="Karim")]
    for file in files:
        lies(file)
    moves = [Move(person_id=file.id, place=NEXT) for file in files]
    return lambda: actions.move_several(
        by=ADMISSIONS, at=LATER, moves=moves, since=LATER, reason="x"
    )


def _correct_placement() -> Call:
    file = somebody()
    row = lies(file)
    return lambda: actions.correct_placement(
        by=ADMISSIONS, at=LATER, person_id=file.id, placement_id=row.id, place=NEXT, since=AT,
        why="x",
    )  # fmt: skip


def _keep_apart() -> Call:
    one, other = somebody(), somebody(name="Karim")
    return lambda: actions.keep_apart(
        by=ADMISSIONS, at=LATER, person_id=one.id, other_id=other.id, until=LATER + DAY,
        reason="x",
    )  # fmt: skip


def _end_keep_apart() -> Call:
    one, other = somebody(), somebody(name="Karim")
    guard = viewer(Role.SECURITY_OFFICER, "north", 21)
    row = actions.keep_apart(
        by=guard, at=AT, person_id=one.id, other_id=other.id, until=LATER + DAY, reason="x"
    )
    return lambda: actions.end_keep_apart(
        by=guard, at=AT + HOUR, person_id=one.id, keep_apart_id=row.id, why="x"
    )


def _count_people() -> Call:
    return lambda: actions.count_people(
        by=ADMISSIONS, at=LATER, place=CELL, counted_at=LATER, counted=0
    )


CALLS: dict[str, Callable[[], Call]] = {
    "open_place": _open_place,
    "change_place": _change_place,
    "close_place": _close_place,
    "open_bed": _open_bed,
    "close_bed": _close_bed,
    "place_in": _place_in,
    "move_several": _move_several,
    "correct_placement": _correct_placement,
    "keep_apart": _keep_apart,
    "end_keep_apart": _end_keep_apart,
    "count_people": _count_people,
}


def _rows() -> dict[str, list[str]]:
    see_all_rows("INC", "SEN")
    found = {}
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT t::text FROM {table} t ORDER BY 1")
            found[table] = [text for (text,) in cursor.fetchall()]
    return found


@pytest.mark.parametrize("name", CALLS)
def test_where_any_entry_of_a_change_of_places_fails_nothing_has_changed(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    see_all_rows("INC", "SEN")
    call = CALLS[name]()
    record, still, left = register.record, 0, 0
    before = _rows()

    def failing(**said: Any) -> int:
        nonlocal left
        if left == 0:
            raise NoEntry
        left -= 1
        return record(**said)

    monkeypatch.setattr("throughcare.register.actions.record", failing)
    while True:
        left = still
        try:
            call()
            break
        except NoEntry:
            assert _rows() == before, f"{name}, with entry {still + 1} refused"
        still += 1
    after = _rows()
    assert still >= 1, f"{name} writes no entry"
    assert len(after["register_entry"]) == len(before["register_entry"]) + still
    assert {table for table in TABLES if after[table] != before[table]} > {"register_entry"}
