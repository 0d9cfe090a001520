"""On which ground everybody is held who is in custody now, computed by the database. Asks nobody.

The one place from which all lists of people without an order come (migration 0003, its door).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection

from throughcare.access.question import Viewer

_ASK: Final = (
    "SELECT person, held_at, opens, admitted_at, without_order, covered, cover_ends, last_end, "
    "struck_out FROM custody_grounds(%s, %s, %s)"
)


@dataclass(frozen=True, slots=True)
class Ground:
    """Of one open stay. `opens`: the viewer may read the file.

    `cover_ends`: until when orders cover the time from now on without a gap; None without an end,
    and where none is in force. `last_end`: when the last order of this stay ended.
    """

    person_id: UUID
    held_at: str
    opens: bool
    admitted_at: datetime
    without_order: str
    covered: bool
    cover_ends: datetime | None
    last_end: datetime | None
    struck_out: bool


def grounds_at(viewer: Viewer, establishment: str | None, *, at: datetime) -> list[Ground]:
    """Of everybody in custody at an establishment, or within reach, at the moment."""
    with connection.cursor() as cursor:
        cursor.execute(_ASK, [viewer.account, establishment, at])
        return [Ground(*row) for row in cursor.fetchall()]
