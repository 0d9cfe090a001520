"""One writer of the bench: commits changes one after the other until the time is over."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from throughcare.cluster.folder import DataFolder
from throughcare.config.ready import ready

ROW, ACT = "one row", "one act"  # kinds of change
_INSERT = "INSERT INTO visit VALUES (%s, %s, %s, %s, %s, %s)"
_PERSONS = 1_000

Change = Callable[[int], None]


def begin(root: str) -> None:
    """Load the service once in a process, before anything is measured."""
    ready(DataFolder(Path(root)))
    from throughcare.casework.people import actions  # noqa: F401


def write(
    kind: str, writer: int, account: int, person: UUID, proven: bool, begins: float, seconds: float
) -> int:
    """Write from `begins` (Unix time) for so long; how many changes were committed.

    A change is a row in an ordinary table, or a note in a file as the room of people writes it.
    Where it is `proven`, its entry is in the transaction.
    """
    from django.db import connection

    connection.ensure_connection()
    change = _row(writer, proven) if kind == ROW else _act(account, person, proven)
    done = 0
    time.sleep(max(0.0, begins - time.time()))
    while time.time() < begins + seconds:
        change(done)
        done += 1
    connection.close()
    return done


def _row(writer: int, proven: bool) -> Change:
    from django.db import connection, transaction

    from throughcare.register.actions import record

    def change(number: int) -> None:
        row, person, at = uuid4(), UUID(int=number % _PERSONS), datetime.now(UTC)
        said = f"visit {number}"
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(_INSERT, (row, person, "north/a", said, at, str(writer)))
            if proven:
                record(
                    event="visit.held", by=str(writer), role="visits officer", place="north/a",
                    happened_at=at, at=at, about=person, compartment="CON", table="visit",
                    row=str(row), content={"said": said, "person": person, "held_at": at},
                )  # fmt: skip

    return change


def _act(account: int, person: UUID, proven: bool) -> Change:
    from throughcare.access.queries import viewer_of
    from throughcare.casework.people import actions, doors
    from throughcare.casework.people.models import NoteKind
    from throughcare.register.actions import record

    def nothing(**_: Any) -> None:
        """The register, left out for once."""

    def change(number: int) -> None:
        at = datetime.now(UTC)
        actions.add_note(
            by=viewer_of(account, at=at), at=at, person_id=person, kind=NoteKind.OBSERVATION,
            text=f"Note {number}.", happened_at=at,
        )  # fmt: skip

    doors.register.record = record if proven else nothing  # type: ignore[assignment]
    return change
