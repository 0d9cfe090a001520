"""On which ground everybody is held who is in custody now, computed by the database. Asks nobody.

The one place from which all lists of people without an order come (migration 0003, its door).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db import connection

from throughcare.access.question import Viewer

_ASK: Final = (
    "SELECT person, held_at, opens, admitted_at, without_order, covered, cover_ends, last_end, "
    "struck_out FROM custody_grounds(%s, %s, %s) "
)
_UNTIL: Final = f"{_ASK} WHERE NOT covered OR cover_ends <= %s"
_OF_ONE: Final = f"{_ASK} WHERE person = %s"


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


def grounds_at(
    viewer: Viewer, establishment: str | None, *, at: datetime, until: datetime
) -> list[Ground]:
    """Of those in custody at an establishment, or within reach, whom no order covers up to `until`.

    All others, nearly everybody, stay in the database.
    """
    return _found(_UNTIL, [viewer.account, establishment, at, until])


def ground_of(viewer: Viewer, person_id: UUID, *, at: datetime) -> Ground | None:
    """Of one person in custody within reach, by the whole file."""
    found = _found(_OF_ONE, [viewer.account, None, at, person_id])
    return found[0] if found else None


def _found(question: str, words: list[Any]) -> list[Ground]:
    with connection.cursor() as cursor:
        cursor.execute(question, words)
        return [Ground(*row) for row in cursor.fetchall()]
