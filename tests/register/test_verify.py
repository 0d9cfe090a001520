"""Whoever rules the database cannot change the past in silence."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from tests.register.made import World, an_entry
from throughcare.register.reading import head_at
from throughcare.register.trouble import What
from throughcare.register.verify import Reached

Connection = psycopg.Connection[Any]


def test_an_untouched_register_is_sound(world: World) -> None:
    world.fill(3, 4, 1)
    an_entry(99)
    found = world.verify(head=world.head())
    assert (found.sealed, found.unsealed, found.trouble) == (8, 1, None)


def test_an_empty_register_is_sound(world: World) -> None:
    assert world.verify().trouble is None


_TAMPERINGS = [
    ("UPDATE register_entry SET why = 'else' WHERE id = 3", What.CHANGED, 2),
    ("UPDATE register_entry SET about = NULL WHERE id = 3", What.CHANGED, 2),
    ("UPDATE register_entry SET role = role || E'\\t' WHERE id = 3", What.CHANGED, 2),
    ("UPDATE register_entry SET recorded_at = recorded_at + '1us' WHERE id = 3", What.CHANGED, 2),
    ("UPDATE register_entry SET leaf = digest WHERE id = 3", What.CHANGED, 2),
    ("DELETE FROM register_entry WHERE id = 3", What.MISSING, 2),
    ("DELETE FROM register_sealed WHERE position = 2", What.MISSING, 2),
    ("DELETE FROM register_sealed WHERE position = 7", What.MISSING, 7),
    ("UPDATE register_sealed SET position = 8 WHERE position = 2", What.MISSING, 2),
    ("UPDATE register_sealed SET trail = sha256('x') WHERE position = 2", What.NOT_IN_PLACE, 2),
    ("UPDATE register_sealed SET entry_id = 9 WHERE position = 2", What.NOT_IN_PLACE, 2),
    ("INSERT INTO register_sealed VALUES (8, 9, sha256('x'))", What.PUT_IN, 8),
    (
        "INSERT INTO register_sealed SELECT 8, 9, sha256(s.trail || e.leaf) "
        "FROM register_sealed s, register_entry e WHERE s.position = 7 AND e.id = 9",
        What.PUT_IN,
        8,
    ),
    (
        "INSERT INTO register_checkpoint SELECT 20, root, peaks, previous, settled, made_at, key, "
        "signature FROM register_checkpoint WHERE size = 7",
        What.MISSING,
        8,
    ),
    ("DELETE FROM register_checkpoint WHERE size = 8", What.PUT_IN, 7),
    ("DELETE FROM register_checkpoint WHERE size = 7", What.MISSING, 3),
    ("DELETE FROM register_checkpoint WHERE size = 3", What.MISSING, 0),
    ("UPDATE register_checkpoint SET root = sha256('x') WHERE size = 7", What.CHANGED, 3),
    ("UPDATE register_checkpoint SET settled = 1000 WHERE size = 7", What.CHANGED, 3),
    ("UPDATE register_checkpoint SET peaks = peaks || peaks WHERE size = 7", What.CHANGED, 3),
    (
        "UPDATE register_checkpoint SET made_at = made_at + '1us' WHERE size = 7",
        What.CHANGED,
        3,
    ),
    (
        "INSERT INTO register_checkpoint SELECT 5, root, peaks, previous, settled, made_at, key, "
        "signature FROM register_checkpoint WHERE size = 7",
        What.CHANGED,
        3,
    ),
]


@pytest.mark.parametrize(("deed", "what", "position"), _TAMPERINGS)
def test_one_deed_of_a_database_administrator_is_named(
    world: World, intruder: Connection, deed: str, what: What, position: int
) -> None:
    world.fill(3, 4, 1)
    an_entry(99)
    assert world.verify().trouble is None
    assert intruder.execute(deed).rowcount == 1
    trouble = world.verify().trouble
    assert trouble is not None
    assert (trouble.what, trouble.position) == (what, position)


def test_two_entries_that_change_places_are_named_by_the_first(
    world: World, intruder: Connection
) -> None:
    world.fill(8)
    intruder.execute("UPDATE register_entry SET id = -id WHERE id IN (3, 6)")
    intruder.execute("UPDATE register_entry SET id = 9 + id WHERE id IN (-3, -6)")
    trouble = world.verify().trouble
    assert trouble is not None
    assert (trouble.what, trouble.position) == (What.NOT_IN_PLACE, 2)


def test_an_end_cut_off_with_its_checkpoint_is_shown_by_a_head_kept_elsewhere(
    world: World, intruder: Connection
) -> None:
    world.fill(3, 4)
    kept = world.head()
    intruder.execute("DELETE FROM register_entry WHERE id > 3")
    intruder.execute("DELETE FROM register_sealed WHERE position > 2")
    intruder.execute("DELETE FROM register_checkpoint WHERE size > 3")
    assert world.verify().trouble is None
    trouble = world.verify(head=kept).trouble
    assert trouble is not None
    assert (trouble.what, trouble.position) == (What.MISSING, 3)


def test_a_history_written_anew_with_the_true_key_is_shown_by_a_head_kept_elsewhere(
    world: World, intruder: Connection
) -> None:
    world.fill(3, 4)
    kept = world.head()
    for table in ("register_entry", "register_sealed", "register_checkpoint"):
        intruder.execute(f"DELETE FROM {table}")
    for size in (3, 4):
        for number in range(size):
            an_entry(number, why="another story")
        world.seal()
    assert world.verify().trouble is None
    trouble = world.verify(head=kept).trouble
    assert trouble is not None
    assert (trouble.what, trouble.position) == (What.CHANGED, 3)


def test_a_kept_head_that_falls_between_two_checkpoints_is_none_of_them(
    world: World, intruder: Connection
) -> None:
    world.fill(3, 4, 5)
    kept = head_at(world.source, 7)
    intruder.execute("DELETE FROM register_checkpoint WHERE size > 3")
    intruder.execute("DELETE FROM register_sealed WHERE position > 2")
    world.seal()
    assert world.verify().trouble is None
    trouble = world.verify(head=kept).trouble
    assert trouble is not None
    assert (trouble.what, trouble.position) == (What.CHANGED, 3)


def test_an_older_head_is_contained_in_a_register_that_grew(world: World) -> None:
    world.fill(3)
    kept = world.head()
    world.fill(4)
    assert world.verify(head=kept).trouble is None


def test_an_entry_not_yet_sealed_is_counted_and_must_have_its_leaf(
    world: World, intruder: Connection
) -> None:
    world.fill(3)
    an_entry(4)
    assert (world.verify().unsealed, world.verify().trouble) == (1, None)
    intruder.execute("UPDATE register_entry SET why = 'else' WHERE id = 4")
    trouble = world.verify().trouble
    assert trouble is not None
    assert (trouble.what, trouble.position, trouble.entry) == (What.CHANGED, None, 4)


def test_a_later_run_goes_on_where_the_earlier_ended(world: World, intruder: Connection) -> None:
    world.fill(3, 4)
    reached = world.verify().reached
    world.fill(6)
    told: list[tuple[int, int]] = []
    found = world.verify(start=reached, tell=lambda *said: told.append(said))
    assert (found.sealed, found.trouble, told) == (13, None, [(13, 13)])
    assert found.reached == world.verify().reached
    intruder.execute("UPDATE register_entry SET why = 'else' WHERE id = 9")
    trouble = world.verify(start=reached).trouble
    assert trouble is not None
    assert trouble.position == 8


def test_a_later_run_does_not_take_up_a_false_state(world: World) -> None:
    world.fill(3, 4)
    reached = world.verify().reached
    world.fill(6)
    false = Reached(reached.size, reached.peaks, bytes(32), reached.head)
    assert world.verify(start=false).trouble is not None


def test_a_false_checkpoint_is_named_though_a_later_true_one_calls_it_previous(
    world: World, intruder: Connection
) -> None:
    world.fill(3)
    intruder.execute("UPDATE register_checkpoint SET settled = 2, key = 'another'")
    world.fill(4)
    trouble = world.verify().trouble
    assert trouble is not None
    assert (trouble.what, trouble.position) == (What.CHANGED, 0)
