"""The acts: record one entry or many beside their change, and seal what has come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db import connection, transaction
from psycopg import Cursor

from throughcare.register import sealing
from throughcare.register.drafts import Draft
from throughcare.register.encoding import Said, line_of
from throughcare.register.errors import OutsideTransaction
from throughcare.register.merkle import leaf_hash
from throughcare.register.models import Checkpoint
from throughcare.register.signing import SigningKey

__all__ = ["MOST", "Draft", "record", "record_many", "seal"]

MOST: Final = 100_000  # entries of one seal: what is held in memory at once

_COLUMNS: Final = (
    "event, about, compartment, in_table, row_key, by_account, role, place, happened_at, "
    "recorded_at, why, digest, leaf"
)
# Not through the ORM: this runs beside every change and reading, at less than half the cost.
# Prepared once on each connection, as half of what is left is its parsing.
_ONE: Final = (
    f"INSERT INTO register_entry ({_COLUMNS}) "
    "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING id"
)
_MANY: Final = f"COPY register_entry ({_COLUMNS}) FROM STDIN (FORMAT BINARY)"
_MANY_TYPES: Final = (
    "text", "uuid", "text", "text", "text", "text", "text", "text", "timestamptz", "timestamptz",
    "text", "bytea", "bytea",
)  # fmt: skip


def record(
    *,
    event: str,
    by: str,
    role: str,
    place: str,
    happened_at: datetime,
    at: datetime,
    about: UUID | None = None,
    compartment: str = "",
    table: str = "",
    row: str = "",
    why: str = "",
    content: Mapping[str, object] | None = None,
) -> int:
    """Write that something was done or read, in the transaction that does it.

    `by` is the account's id, `place` the path of the place, `at` when this is recorded. Only the
    digest of `content` is kept; none is the same as empty. One INSERT, no lock on other writers.
    The entry's id. Raises OutsideTransaction, NotCanonical, NotAnInstant.
    """
    _need_transaction(event)
    said = Draft(
        event=event, by=by, role=role, place=place, happened_at=happened_at, at=at, about=about,
        compartment=compartment, table=table, row=row, why=why, content=content,
    ).said()  # fmt: skip
    with connection.wrap_database_errors:
        written = Cursor(connection.connection).execute(_ONE, _values(said), prepare=True)
        (number,) = written.fetchall()[0]
        return int(number)


def record_many(drafts: Iterable[Draft]) -> int:
    """Write very many entries by one COPY, in the transaction of their change; how many they were.

    For building in bulk. Each is what `record` makes of the same fields. The drafts are taken one
    by one, so that a generator of millions needs no memory; it must not ask the database meanwhile.
    Raises OutsideTransaction, NotCanonical, NotAnInstant; nothing is written then.
    """
    _need_transaction("many entries")
    count = 0
    with (
        transaction.atomic(),
        connection.wrap_database_errors,
        connection.cursor() as cursor,
        cursor.copy(_MANY) as copy,
    ):
        copy.set_types(_MANY_TYPES)
        for draft in drafts:
            copy.write_row(_values(draft.said()))
            count += 1
    return count


def seal(*, at: datetime, key: SigningKey, most: int = MOST) -> Checkpoint | None:
    """Give every committed entry without one its position, by id, and sign the new root.

    At most `most` entries: call again until it answers None, which means that none was waiting. An
    entry that commits later than one with a higher id gets a later position. Raises Damaged.
    """
    with transaction.atomic():
        sealing.alone()
        last = sealing.last_state(key)
        settled = sealing.settled_by_now(last.settled)
        waiting = sealing.waiting(last.settled, most)
        if not waiting:
            return None
        whole = len(waiting) < most
        sealing.place(last, waiting)
        return sealing.sign(last, at=at, key=key, settled=settled if whole else last.settled)


def _values(said: Said) -> tuple[Any, ...]:
    """The row of an entry, in the order of the columns."""
    return (
        said.event, said.about, said.compartment, said.table, said.row, said.by, said.role,
        said.place, said.happened_at, said.recorded_at, said.why, said.digest,
        leaf_hash(line_of(said)),
    )  # fmt: skip


def _need_transaction(what: str) -> None:
    if not connection.in_atomic_block:
        raise OutsideTransaction(
            f"the entry '{what}' was to be written outside the transaction of its change",
            remedy="put change and record() into one transaction.atomic()",
        )
