"""Two who write at once, each over a connection of their own: one of them is told, in words."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread
from time import monotonic, sleep

import pytest
from django.db import connection, transaction

from tests.casework.custody.lodged import lies, somebody
from tests.casework.custody.made import ADMISSIONS, AT, CAST, DAY, places
from tests.staff import see_all_rows, written
from throughcare.casework.custody import actions
from throughcare.casework.custody.errors import BadPlacing, NotInUse, Occupied, Taken
from throughcare.casework.custody.models import Placement
from throughcare.errors import BadInput

CELL, NEXT = "north/a/1/01", "north/a/1/02"


@pytest.fixture(autouse=True)
def cast() -> None:
    """Nothing in the shared database: each test here has one of its own."""


@pytest.fixture
def house(own_database: str) -> None:
    """The officers and the places, committed."""
    for one in CAST:
        written(one)
    places()
    see_all_rows("SEN", "INC")


def at_once(*acts: Callable[[], object]) -> list[BadInput | None]:
    """What each was told; None for one that went through."""
    start, told = Barrier(len(acts)), dict[int, BadInput | None]()

    def run(number: int, act: Callable[[], object]) -> None:
        start.wait(20)
        try:
            act()
            told[number] = None
        except BadInput as error:
            told[number] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=(number, act)) for number, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return [told[number] for number in range(len(acts))]


def test_one_bed_is_given_to_one_of_two(house: None) -> None:
    actions.open_bed(by=ADMISSIONS, at=AT, place=CELL, code="1")
    one, other = somebody(), somebody(name="Karim")
    told = at_once(
        lambda: lies(one, bed="1", at=AT + DAY), lambda: lies(other, bed="1", at=AT + DAY)
    )
    assert [type(error) for error in told if error] == [Taken]
    assert Placement.objects.filter(stood_until=None).count() == 1


def test_one_person_is_put_into_one_of_two_places(house: None) -> None:
    file = somebody()
    told = at_once(lambda: lies(file, CELL, at=AT + DAY), lambda: lies(file, NEXT, at=AT + DAY))
    assert len([error for error in told if error is None]) >= 1
    see_all_rows()
    assert Placement.objects.filter(stood_until=None, until=None).count() == 1


def test_nobody_comes_into_a_cell_while_it_closes(house: None) -> None:
    file = somebody()
    told = at_once(
        lambda: lies(file, CELL, at=AT + DAY),
        lambda: actions.close_place(by=ADMISSIONS, at=AT + DAY, place=CELL, why="wet"),
    )
    assert len([error for error in told if error is None]) == 1
    (refused,) = [error for error in told if error is not None]
    assert isinstance(refused, (NotInUse, Occupied, BadPlacing))


def test_whoever_waits_for_a_cell_that_is_closing_is_refused_once_it_is_closed(house: None) -> None:
    file = somebody()
    told: list[BadInput | None] = []
    with transaction.atomic():
        actions.close_place(by=ADMISSIONS, at=AT + DAY, place=CELL, why="wet")
        coming = Thread(target=lambda: told.extend(at_once(lambda: lies(file, CELL, at=AT + DAY))))
        coming.start()
        until_somebody_waits()
    coming.join(60)
    assert [type(error) for error in told] == [NotInUse]


def test_a_cell_whose_new_lodger_is_just_being_written_is_not_closed(house: None) -> None:
    file = somebody()
    told: list[BadInput | None] = []
    with transaction.atomic():
        lies(file, CELL, at=AT + DAY)
        closing = Thread(
            target=lambda: told.extend(
                at_once(
                    lambda: actions.close_place(
                        by=ADMISSIONS, at=AT + DAY + DAY, place=CELL, why="wet"
                    )
                )
            )
        )
        closing.start()
        until_somebody_waits()
    closing.join(60)
    assert [type(error) for error in told] == [Occupied]


def until_somebody_waits() -> None:
    """Until another connection waits for a lock of this one; a minute at most."""
    ends = monotonic() + 60
    while monotonic() < ends:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_locks WHERE NOT granted"
                " AND pg_backend_pid() = ANY (pg_blocking_pids(pid))"
            )
            if cursor.fetchone()[0]:
                return
        sleep(0.02)
    raise AssertionError("nobody waits")
