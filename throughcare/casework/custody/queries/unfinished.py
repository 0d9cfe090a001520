"""The receptions of an establishment that are not finished, for the list of the morning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from throughcare.access import gate
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.clocks import clocks
from throughcare.casework.custody.queries.reception import RECORD
from throughcare.casework.custody.terms import WALK, Stage, StepKind
from throughcare.casework.people.files import entering
from throughcare.register.actions import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """A reception with what is missing, in the order of the walk. `due_at`: of the whole record."""

    person_id: UUID
    admitted_at: datetime
    missing: Sequence[StepKind]
    due_at: datetime
    late: bool


@entering
def unfinished(viewer: Viewer, establishment: str, *, at: datetime) -> list[Unfinished]:
    """Who is in custody here and not received to the end, the longest waiting first.

    What a step says is not read. Raises NotThere or Refused for who may not read the files there.
    """
    subject = Subject(None, establishment)
    leave = gate.ask(viewer, Act.READ, Compartment.ID, subject, at=at)
    rows = _rows(establishment, at)
    record(
        event="read.custody_unfinished", by=str(viewer.account), role=leave.role,
        place=leave.place, happened_at=at, at=at, compartment=Compartment.ID,
        content={"people": [row.person_id for row in rows]},
    )  # fmt: skip
    return rows


def _rows(establishment: str, at: datetime) -> list[Unfinished]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM custody_receptions(%s, %s)", [establishment, at])
        stays = cursor.fetchall()
    within, rows = clocks()[RECORD].within, []
    for person_id, admitted_at, done in stays:
        missing = [kind for kind in WALK[Stage.RECEPTION] if kind not in set(done)]
        if missing:
            rows.append(
                Unfinished(
                    person_id=person_id, admitted_at=admitted_at, missing=missing,
                    due_at=admitted_at + within, late=at > admitted_at + within,
                )
            )  # fmt: skip
    return rows
