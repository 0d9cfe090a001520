"""Not even whoever rules the database can keep an entry or a checkpoint without its shape."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest
from psycopg.errors import CheckViolation

from tests.register.made import World

Connection = psycopg.Connection[Any]
ENTRY, CHECKPOINT = "register_entry", "register_checkpoint"

_RIGHT = [
    (ENTRY, "digest = sha256('a'), leaf = sha256('b')"),
    (ENTRY, "recorded_at = recorded_at + '1us'"),
    (ENTRY, "in_table = '', row_key = ''"),
    (ENTRY, "in_table = 'visits', row_key = ''"),
    (ENTRY, "in_table = 'visits', row_key = '5'"),
    (CHECKPOINT, "size = 1"),
    (CHECKPOINT, "size = 2"),
    (CHECKPOINT, "root = sha256('a'), previous = sha256('b')"),
    (CHECKPOINT, "signature = sha256('a') || sha256('b')"),
]
_WRONG = [
    (ENTRY, "digest = substr(digest, 2)", "register_hashes_are_whole"),
    (ENTRY, "leaf = leaf || 'a'", "register_hashes_are_whole"),
    (ENTRY, "recorded_at = 'infinity'", "register_times_are_instants"),
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
