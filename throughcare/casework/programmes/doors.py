"""Who is of a group on a day, and what was sent before: by the doors of the database."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from throughcare.casework.programmes.entries import Member


def members_of(group: UUID, day: date, *, at: datetime) -> list[Member]:
    """Everybody of the group whom the viewer may write of, and what is written of that day."""
    rows = _rows("SELECT * FROM programmes_register(%s, %s, %s)", group, day, at)
    names = Member.__dataclass_fields__
    return [Member(**dict(zip(names, row, strict=True))) for row in rows]


def said_before(keys: Collection[UUID]) -> dict[UUID, tuple[str, bool]]:
    """Which of these entries came before: who wrote each, and whether it waits as a conflict."""
    rows = _rows("SELECT * FROM programmes_said_before(%s)", list(keys))
    return {key: (by, waits) for key, _row, by, waits in rows}


def says_the_same(entry: UUID, came: str, reason: str) -> bool:
    """Whether what stands says just that."""
    return bool(_rows("SELECT programmes_says_the_same(%s, %s, %s)", entry, came, reason)[0][0])


def _rows(words: str, *given: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(words, given)
        return list(cursor.fetchall())
