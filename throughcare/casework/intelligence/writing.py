"""How a row of the room and its words are put down, each with its entry.

An entry here names no person and no reason: the register outlives what it is about, and is read by
those who may not know that there was anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db import models

from throughcare.access.question import Viewer
from throughcare.access.terms import Compartment
from throughcare.casework.intelligence.keys import locked
from throughcare.casework.intelligence.models import Sealed
from throughcare.casework.people.files import Holding, fresh_id
from throughcare.casework.people.rows import content_of, table_of
from throughcare.casework.rows.record import Record
from throughcare.casework.rows.writing import need_standing
from throughcare.register.actions import record

R = TypeVar("R", bound=Record)
SERVICE = "service"


def put(
    holding: Holding, row: R, words: Mapping[str, object], *, kind: str, item: UUID | None,
    expires_at: datetime, event: str, replaces: R | None = None, source_kind: str = "",
    row_id: UUID | None = None,
) -> R:  # fmt: skip
    """Write a row with its words under the lock of the file. Raises NoKey, AlreadyReplaced.

    `item` None: the row begins an item of its own.
    """
    row.id = row_id or fresh_id(holding.at)
    if replaces is not None:
        end(holding, replaces)
    row.person_id = holding.person.id if replaces is None else replaces.person_id
    row.recorded_at, row.recorded_by = holding.at, str(holding.by.account)
    row.replaces = replaces
    if hasattr(row, "first"):
        row.first = row.first or row.id
    sealed = Sealed(
        id=row.id, person_id=row.person_id, item=item or row.id, kind=kind,
        source_kind=source_kind, words=locked(words, row=row.id), recorded_at=holding.at,
        expires_at=expires_at,
    )  # fmt: skip
    row.save(force_insert=True)
    enter(holding, event, row)
    sealed.save(force_insert=True)
    enter(holding, event, sealed)
    return row


def end(holding: Holding, row: Record) -> None:
    """Say that a row stands no more. Raises AlreadyReplaced."""
    need_standing(row)
    row.stood_until = max(holding.at, row.recorded_at)
    row.save(update_fields=["stood_until"])
    enter(holding, "intelligence.stood_until_now", row)


def enter(holding: Holding, event: str, row: models.Model) -> None:
    """Write the entry of a row, as it is now."""
    record(
        event=event, by=str(holding.by.account), role=holding.leave.role,
        place=holding.leave.place, happened_at=holding.at, at=holding.at,
        compartment=Compartment.INT, table=table_of(row), row=str(row.pk), content=content_of(row),
    )  # fmt: skip


def enter_for_service(event: str, row: models.Model, *, at: datetime) -> None:
    """The entry of what happens by itself: nobody acts."""
    record(
        event=event, by=SERVICE, role=SERVICE, place="", happened_at=at, at=at,
        compartment=Compartment.INT, table=table_of(row), row=str(row.pk), content=content_of(row),
    )  # fmt: skip


def enter_reading(
    event: str, viewer: Viewer, role: str, place: str, content: Mapping[str, object], *,
    at: datetime, about: UUID | None = None,
) -> None:  # fmt: skip
    """The entry of a reading. `about` only where it says nothing of whether there is anything."""
    record(
        event=event, by=str(viewer.account), role=role, place=place, happened_at=at, at=at,
        about=about, compartment=Compartment.INT, content=content,
    )  # fmt: skip
