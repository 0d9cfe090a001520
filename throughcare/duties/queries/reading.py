"""The lists of the morning as somebody reads them: each leaves an entry of who looked at whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db import connection

from throughcare.access.errors import NotThere
from throughcare.access.gate import standing
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import ask_about, entering, subject_of
from throughcare.duties.queries.duty import Duty
from throughcare.duties.queries.morning import Morning, morning
from throughcare.duties.queries.of_person import of_person
from throughcare.register.actions import record

_THERE: Final = "SELECT FROM people_person WHERE id = %s"


@entering
def read_morning(viewer: Viewer, place: str, *, at: datetime, **asked: Any) -> Morning:
    """As `morning`, with its entries: of the list, and of what is neglected where that was asked.

    Raises NotThere without a post.
    """
    found = morning(viewer, place, at=at, **asked)
    _enter(viewer, "read.duties", {"place": place, "listed": _whom(found.rows)}, at=at)
    if asked.get("neglect") is not None:
        _enter(viewer, "read.neglected", {"place": place, "listed": _whom(found.neglected)}, at=at)
    return found


@entering
def read_of_person(viewer: Viewer, person_id: UUID, *, at: datetime) -> list[Duty]:
    """As `of_person`, with its entry: where no file was opened that left one. Raises NotThere."""
    leave = ask_about(viewer, Act.READ_REDACTED, Compartment.ID, person_id, at=at)
    whole = subject_of(person_id).person or person_id
    _need_file(whole)
    found = of_person(viewer, person_id, at=at)
    record(
        event="read.duties_of", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, about=whole, compartment=Compartment.ID,
    )  # fmt: skip
    return found


def _need_file(whole: UUID) -> None:
    """Who reaches the whole service is let through for a number that nobody has. NotThere."""
    with connection.cursor() as cursor:
        cursor.execute(_THERE, [whole])
        if cursor.fetchone() is None:
            raise NotThere


def _whom(rows: Sequence[Duty]) -> list[str]:
    return sorted({str(one.person) for one in rows if one.person is not None})


def _enter(viewer: Viewer, event: str, content: Mapping[str, object], *, at: datetime) -> None:
    leave = standing(viewer, at=at)
    record(
        event=event, by=str(viewer.account), role=leave.role, place=leave.place, happened_at=at,
        at=at, compartment=Compartment.ID, content=content,
    )  # fmt: skip
