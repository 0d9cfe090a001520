"""The order as the database hands it out: one snapshot, a row at a time, whatever the size."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

import psycopg

from throughcare.register.encoding import LINE_IN_SQL
from throughcare.register.heads import Head

Source = psycopg.Connection[Any]

_SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
_ORDER: Final = f"""
COPY (
  SELECT s.position, s.entry_id, encode(s.trail, 'hex'), encode(e.leaf, 'hex'), {LINE_IN_SQL}
  FROM register_sealed s LEFT JOIN register_entry e ON e.id = s.entry_id
  WHERE s.position < 0 OR s.position >= {{}} ORDER BY s.position
) TO STDOUT
"""
_UNSEALED: Final = f"""
COPY (
  SELECT 0, e.id, '', encode(e.leaf, 'hex'), {LINE_IN_SQL}
  FROM register_entry e
  WHERE NOT EXISTS (SELECT FROM register_sealed s WHERE s.entry_id = e.id) ORDER BY e.id
) TO STDOUT
"""
_CHECKPOINTS = """
SELECT size, root, previous, settled, made_at, key, signature, peaks FROM register_checkpoint
WHERE size > %s ORDER BY size
"""


class Placed(NamedTuple):
    """A row of the order: the hashes in hexadecimal, the line as it was hashed."""

    position: int
    entry: int
    trail: bytes
    leaf: bytes
    line: bytes


@contextmanager
def snapshot(source: Source) -> Iterator[None]:
    """All that is read inside is of one moment, and nothing can be written.

    Needs a connection that is in no transaction.
    """
    with source.transaction():
        source.execute(_SNAPSHOT)
        yield


def in_order(source: Source, position: int) -> Iterator[Placed]:
    """The order from a position on, and any row with a position below nought.

    The leaf is `\\N` where the entry is missing.
    """
    return _rows(source, _ORDER.format(int(position)))


def unsealed(source: Source) -> Iterator[Placed]:
    """Entries that have no position yet, by id."""
    return _rows(source, _UNSEALED)


def checkpoints(source: Source, size: int) -> Iterator[tuple[Head, bytes]]:
    """The checkpoints above a size as heads, with their peaks, smallest first."""
    for *values, peaks in source.execute(_CHECKPOINTS, [size]).fetchall():
        size_, root, previous, settled, made_at, key, signature = values
        yield (
            Head(
                size=size_, root=root, previous=previous, settled=settled, made_at=made_at,
                key=key, signature=signature,
            ),
            peaks,
        )  # fmt: skip


def last_head(source: Source) -> Head | None:
    """The head of the last checkpoint, if anything was sealed."""
    row = source.execute("SELECT max(size) FROM register_checkpoint").fetchone()
    if row is None or row[0] is None:
        return None
    return next(checkpoints(source, row[0] - 1))[0]


def _rows(source: Source, question: str) -> Iterator[Placed]:
    with source.cursor() as cursor, cursor.copy(question.encode()) as copy:
        for block in copy:
            position, entry, trail, leaf, line = bytes(block).rstrip(b"\n").split(b"\t", 4)
            yield Placed(int(position), int(entry), trail, leaf, line)
