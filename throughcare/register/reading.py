"""The order as the database hands it out: one snapshot, a stretch at a time, whatever the size."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from typing import Any, Final, NamedTuple

import psycopg
from psycopg.errors import error_from_result
from psycopg.pq import ExecStatus

from throughcare.register.encoding import LINE_IN_SQL
from throughcare.register.heads import Head

Source = psycopg.Connection[Any]

STRETCH: Final = 50_000  # entries read at once, with the checkpoints over them

_SNAPSHOT: Final = (
    "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
    # A row that a policy hides must stop the run: it must not be taken for one that is gone.
    "SET LOCAL row_security = off",
)
# LATERAL, so that each entry is looked up: the planner would read all of them for each stretch.
_ORDER: Final = f"""
COPY (
  SELECT s.position, s.entry_id, encode(s.trail, 'hex'), encode(e.leaf, 'hex'), {LINE_IN_SQL}
  FROM (
    SELECT * FROM register_sealed WHERE position >= {{}} ORDER BY position LIMIT {{}}
  ) s LEFT JOIN LATERAL (
    SELECT * FROM register_entry WHERE id = s.entry_id OFFSET 0
  ) e ON true ORDER BY s.position
) TO STDOUT
"""
# Looked for in the two indexes alone: nearly all are sealed, and only the others are read.
_UNSEALED: Final = f"""
COPY (
  SELECT 0, e.id, '', encode(e.leaf, 'hex'), {LINE_IN_SQL}
  FROM (
    SELECT id FROM register_entry one
    WHERE NOT EXISTS (SELECT FROM register_sealed s WHERE s.entry_id = one.id) OFFSET 0
  ) waiting JOIN register_entry e USING (id) ORDER BY e.id
) TO STDOUT
"""
_CHECKPOINTS = """
SELECT size, root, previous, settled, made_at, key, signature, peaks FROM register_checkpoint
WHERE size > %s ORDER BY size LIMIT %s
"""
_EXTENT = """
SELECT (SELECT min(position) FROM register_sealed),
  (SELECT count(*) FROM register_sealed WHERE position >= %s),
  (SELECT max(size) FROM register_checkpoint)
"""


class Placed(NamedTuple):
    """A row of the order: figures and hashes as they came, the line as it was hashed."""

    position: bytes
    entry: bytes
    trail: bytes
    leaf: bytes
    line: bytes


class Extent(NamedTuple):
    """The lowest position, how many stand from a position on, and where the checkpoints end."""

    lowest: int
    standing: int
    covered: int


@contextmanager
def snapshot(source: Source) -> Iterator[None]:
    """All that is read inside is of one moment, nothing can be written, and nothing is hidden.

    Needs a connection that is in no transaction, or in one of the same kind.
    """
    with source.transaction():
        for setting in _SNAPSHOT:
            source.execute(setting)
        yield


def extent(source: Source, position: int) -> Extent:
    """How far the order goes, from a position on."""
    lowest, standing, covered = source.execute(_EXTENT, [position]).fetchall()[0]
    return Extent(lowest or 0, standing, covered or 0)


def stretch(source: Source, position: int) -> Generator[list[bytes], None, None]:
    """The rows of the order from a position on, at most STRETCH, each with the fields of Placed.

    The leaf is `\\N` where the entry is missing.
    """
    return _rows(source, _ORDER.format(int(position), STRETCH))


def unsealed(source: Source) -> Generator[Placed, None, None]:
    """Entries that have no position yet, by id."""
    with closing(_rows(source, _UNSEALED)) as rows:
        for row in rows:
            yield Placed._make(row)


def checkpoints(source: Source, size: int, most: int = STRETCH) -> list[tuple[Head, bytes]]:
    """The checkpoints above a size as heads, with their peaks, smallest first."""
    found = []
    for *values, peaks in source.execute(_CHECKPOINTS, [size, most]).fetchall():
        size_, root, previous, settled, made_at, key, signature = values
        head = Head(
            size=size_, root=bytes(root), previous=bytes(previous), settled=settled,
            made_at=made_at, key=key, signature=bytes(signature),
        )  # fmt: skip
        found.append((head, bytes(peaks)))
    return found


def last_head(source: Source) -> Head | None:
    """The head of the last checkpoint, if anything was sealed."""
    covered = extent(source, 0).covered
    return checkpoints(source, covered - 1, 1)[0][0] if covered else None


def head_at(source: Source, size: int) -> Head | None:
    """The head of the checkpoint of exactly this size, if there is one."""
    found = checkpoints(source, size - 1, 1)
    return found[0][0] if found and found[0][0].size == size else None


def _rows(source: Source, question: str) -> Generator[list[bytes], None, None]:
    """The rows of a COPY, straight from libpq: a million of them pass here."""
    server = source.pgconn
    answer = server.exec_(question.encode())
    if answer.status != ExecStatus.COPY_OUT:
        raise error_from_result(answer)
    block = b"\n"
    try:
        while block := bytes(server.get_copy_data(0)[1]):  # an empty one ends it
            yield block[:-1].split(b"\t", 4)
    finally:
        while block:  # left early: the rest is taken, so that the transaction goes on
            block = bytes(server.get_copy_data(0)[1])
        while (ended := server.get_result()) is not None:
            if ended.status == ExecStatus.FATAL_ERROR:
                raise error_from_result(ended)
