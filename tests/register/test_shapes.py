"""Not even whoever rules the database can keep an entry or a checkpoint without its shape."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest
from psycopg.errors import CheckViolation, UniqueViolation

from tests.register.made import World

Connection = psycopg.Connection[Any]
ENTRY, SEALED, CHECKPOINT = "register_entry", "register_sealed", "register_checkpoint"

_RIGHT = [
    (ENTRY, "digest = sha256('a'), leaf = sha256('b')"),
    (ENTRY, "recorded_at = recorded_at + '1us'"),
    (ENTRY, "in_table = '', row_key = ''"),
    (ENTRY, "in_table = 'visits', row_key = ''"),
    (ENTRY, "in_table = 'visits', row_key = '5'"),
    (ENTRY, "happened_at = '0001-01-01 00:00+00', recorded_at = '9999-12-31 00:00+00'"),
    (SEALED, "position = 0"),
    (SEALED, "position = 1"),
    (SEALED, "trail = sha256('a')"),
    (CHECKPOINT, "size = 1"),
    (CHECKPOINT, "size = 2"),
    (CHECKPOINT, "root = sha256('a'), previous = sha256('b')"),
    (CHECKPOINT, "signature = sha256('a') || sha256('b')"),
]
_WRONG = [
    (ENTRY, "digest = substr(digest, 2)", "register_hashes_are_whole"),
    (ENTRY, "leaf = leaf || 'a'", "register_hashes_are_whole"),
    (ENTRY, "recorded_at = 'infinity'", "register_times_are_instants"),
    (ENTRY, "happened_at = '-infinity'", "register_times_are_instants"),
    (ENTRY, "happened_at = 'infinity', recorded_at = 'infinity'", "register_times_are_instants"),
    (SEALED, "position = -1", "register_positions_begin_at_nought"),
    (SEALED, "trail = substr(trail, 2)", "register_trail_is_whole"),
    (SEALED, "trail = trail || 'a'", "register_trail_is_whole"),
    (ENTRY, "in_table = '', row_key = '5'", "register_row_is_in_a_table"),
    (CHECKPOINT, "size = 0", "register_checkpoint_covers_something"),
    (CHECKPOINT, "root = substr(root, 2)", "register_checkpoint_is_whole"),
    (CHECKPOINT, "previous = previous || 'a'", "register_checkpoint_is_whole"),
    (CHECKPOINT, "signature = substr(signature, 2)", "register_checkpoint_is_whole"),
]


@pytest.mark.parametrize(("table", "values"), _RIGHT)
def test_a_whole_row_is_kept(world: World, intruder: Connection, table: str, values: str) -> None:
    world.fill(1)
    assert intruder.execute(f"UPDATE {table} SET {values}").rowcount == 1


@pytest.mark.parametrize(("table", "values", "constraint"), _WRONG)
def test_a_row_without_its_shape_is_refused_by_name(
    world: World, intruder: Connection, table: str, values: str, constraint: str
) -> None:
    world.fill(1)
    with pytest.raises(CheckViolation, match=constraint):
        intruder.execute(f"UPDATE {table} SET {values}")


_TWICE = [
    ("INSERT INTO register_sealed VALUES (2, 3, sha256('a'))", None),
    ("INSERT INTO register_sealed VALUES (1, 3, sha256('a'))", "register_sealed_pkey"),
    ("INSERT INTO register_sealed VALUES (2, 2, sha256('a'))", "register_sealed_entry_id"),
]


@pytest.mark.parametrize(("deed", "constraint"), _TWICE)
def test_a_position_is_given_once_and_an_entry_is_placed_once(
    world: World, intruder: Connection, deed: str, constraint: str | None
) -> None:
    world.fill(2)
    if constraint is None:
        assert intruder.execute(deed).rowcount == 1
        return
    with pytest.raises(UniqueViolation, match=constraint):
        intruder.execute(deed)
