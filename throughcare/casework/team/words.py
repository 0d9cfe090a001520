"""Which words of a meeting stand: what its page shows, and what a signature is put under."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection

from throughcare.casework.rows.seen import LastWritten


def words_of(meeting: UUID, *, at: datetime | None = None) -> str:
    """The digest of the rows that stand, or stood at a moment: agenda, minutes, who was there.

    `meeting`: its first row. Of everybody on the agenda, so that it is the same for each reader;
    it tells nothing but that something is another. Read it before the rows that it is shown with.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT team_words(%s, coalesce(%s, timestamptz 'infinity'))", [meeting, at])
        found: str = cursor.fetchone()[0]
    return found


def last_written(meeting: UUID) -> LastWritten:
    """When and by whom the last of these rows was written."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT wrote_at, wrote_by FROM team_last_written(%s)", [meeting])
        return LastWritten(*cursor.fetchone())
