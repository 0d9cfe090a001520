"""The steps of a seal, each one under the sealer's lock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import connection

from throughcare.register.errors import Damaged
from throughcare.register.heads import FIRST, Head, head_of
from throughcare.register.merkle import Tree, tree_from
from throughcare.register.models import Checkpoint, Sealed
from throughcare.register.signing import SigningKey
from throughcare.register.trail import BEGINNING, onward

_LOCK: Final = 0x5EA1  # the advisory lock that sealers take

_ALONE = "SELECT pg_advisory_xact_lock(%s)"
_DRAWN = "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM register_entry_id_seq"
# Whoever draws an id holds this lock from before the draw until the transaction ends.
_WRITERS = """
SELECT count(*) FROM pg_locks
WHERE locktype = 'relation' AND relation = 'register_entry'::regclass
AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
AND mode = 'RowExclusiveLock' AND pid IS DISTINCT FROM pg_backend_pid()
"""
_WAITING = """
SELECT e.id, e.leaf FROM register_entry e
WHERE e.id > %s AND NOT EXISTS (SELECT FROM register_sealed s WHERE s.entry_id = e.id)
ORDER BY e.id LIMIT %s
"""
_PLACE = "COPY register_sealed (position, entry_id, trail) FROM STDIN (FORMAT BINARY)"


@dataclass(slots=True)
class State:
    """Where the last seal ended."""

    tree: Tree
    trail: bytes
    previous: bytes
    settled: int


def alone() -> None:
    """Wait until no other sealer works, and keep others out until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(_ALONE, [_LOCK])


def last_state(key: SigningKey) -> State:
    """Where the last checkpoint ended. Raises Damaged if it is false, or not the order's end.

    Only a checkpoint of the present key can be tried here; verification tries all.
    """
    last = Checkpoint.objects.order_by("-size").first()
    placed = Sealed.objects.order_by("-position").first()
    size = 0 if last is None else last.size
    if size != (0 if placed is None else placed.position + 1):
        raise _damaged(
            f"the last checkpoint covers {size} entries, but the order does not end there"
        )
    if last is None or placed is None:
        return State(Tree(), BEGINNING, FIRST, 0)
    try:
        tree = tree_from(last.size, bytes(last.peaks))
    except ValueError as error:
        raise _damaged(f"checkpoint {last.size}: {error}") from error
    if tree.root() != bytes(last.root):
        raise _damaged(f"checkpoint {last.size}: its peaks do not give its root")
    head = head_of(last)
    if head.key == key.fingerprint and not head.is_true(key.keys()):
        raise _damaged(f"checkpoint {last.size}: its signature is false")
    return State(tree, bytes(placed.trail), head.digest(), last.settled)


def settled_by_now(before: int) -> int:
    """The highest id up to which nothing can still come: all that were drawn, if nobody writes now.

    To be asked before the waiting entries are read. While somebody writes it stays as it was, and
    the next seal looks through a few entries more.
    """
    with connection.cursor() as cursor:
        cursor.execute(_DRAWN)
        drawn = int(cursor.fetchone()[0])
        cursor.execute(_WRITERS)
        return before if cursor.fetchone()[0] else drawn


def waiting(settled: int, most: int) -> list[tuple[int, bytes]]:
    """Id and leaf of the committed entries that have no position, by id."""
    with connection.cursor() as cursor:
        cursor.execute(_WAITING, [settled, most])
        return [(number, bytes(leaf)) for number, leaf in cursor.fetchall()]


def place(state: State, entries: list[tuple[int, bytes]]) -> None:
    """Write the next positions, and take the state along."""
    with connection.cursor() as cursor, cursor.copy(_PLACE) as copy:
        copy.set_types(["int8", "int8", "bytea"])
        for number, leaf in entries:
            state.trail = onward(state.trail, leaf)
            copy.write_row((state.tree.size, number, state.trail))
            state.tree.append(leaf)


def sign(state: State, *, at: datetime, key: SigningKey, settled: int) -> Checkpoint:
    """Write the signed checkpoint over the order so far."""
    head = Head(
        size=state.tree.size, root=state.tree.root(), previous=state.previous, settled=settled,
        made_at=at, key=key.fingerprint,
    ).signed(key)  # fmt: skip
    return Checkpoint.objects.create(
        size=head.size, root=head.root, peaks=state.tree.packed(), previous=head.previous,
        settled=head.settled, made_at=head.made_at, key=head.key, signature=head.signature,
    )  # fmt: skip


def _damaged(what: str) -> Damaged:
    return Damaged(
        f"{what}; nothing was sealed",
        where="register",
        remedy="run the verification of the register, and compare with a head kept elsewhere",
    )
