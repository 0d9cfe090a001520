"""The two acts: record an entry beside its change, and seal what has come."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection, transaction

from throughcare.register import sealing
from throughcare.register.encoding import Said, digest_of, line_of
from throughcare.register.errors import OutsideTransaction
from throughcare.register.merkle import leaf_hash
from throughcare.register.models import Checkpoint, Entry
from throughcare.register.signing import SigningKey

MOST: Final = 100_000  # entries of one seal: what is held in memory at once


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
) -> Entry:
    """Write that something was done or read, in the transaction that does it.

    `by` is the account's id, `place` the path of the place, `at` when this is recorded. Only the
    digest of `content` is kept; none is the same as empty. One INSERT, no lock on other writers.
    Raises OutsideTransaction, NotCanonical, NotAnInstant.
    """
    if not connection.in_atomic_block:
        raise OutsideTransaction(
            f"the entry '{event}' was to be written outside the transaction of its change",
            remedy="put change and record() into one transaction.atomic()",
        )
    said = Said(
        event=event, about=about, compartment=compartment, table=table, row=row, by=by, role=role,
        place=place, happened_at=happened_at, recorded_at=at, why=why,
        digest=digest_of(content or {}),
    )  # fmt: skip
    return Entry.objects.create(
        event=event, about=about, compartment=compartment, table=table, row=row, by=by, role=role,
        place=place, happened_at=happened_at, recorded_at=at, why=why, digest=said.digest,
        leaf=leaf_hash(line_of(said)),
    )  # fmt: skip


def seal(*, at: datetime, key: SigningKey, most: int = MOST) -> Checkpoint | None:
    """Give every committed entry without one its position, by id, and sign the new root.

    At most `most` entries: call again until it answers None, which means that none was waiting. An
    entry that commits later than one with a higher id gets a later position. Raises Damaged.
    """
    with transaction.atomic():
        sealing.alone()
        last = sealing.last_state()
        settled = sealing.settled_by_now(last.settled)
        waiting = sealing.waiting(last.settled, most)
        if not waiting:
            return None
        whole = len(waiting) < most
        sealing.place(last, waiting)
        return sealing.sign(last, at=at, key=key, settled=settled if whole else last.settled)
