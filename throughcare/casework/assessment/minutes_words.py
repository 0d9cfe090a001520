"""Which words the minutes of a board say: what is shown, and what a signature is put under."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection


def words_of(minutes: UUID, *, at: datetime | None = None) -> str:
    """The digest of a row of minutes, with who sat there and what was weighed, at a moment or now.

    Read it before the rows that it is shown with.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT assessment_minutes_words(%s, coalesce(%s, timestamptz 'infinity'))",
            [minutes, at],
        )
        found: str = cursor.fetchone()[0]
    return found
