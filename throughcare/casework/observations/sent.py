"""What a device kept without a line: when it was put down, and what came of the warning."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db import connection


class Looked(StrEnum):
    """Whether the writer has looked at the words that a warning marks."""

    NOT_YET = "not_yet"
    YES = "yes"
    GONE = "gone"  # and will not: signed out, or no longer at the device


class Fate(StrEnum):
    """What became of an entry."""

    WRITTEN = "written"
    ALREADY = "already"  # sent before
    ASKED = "asked"  # not written: the writer is to look at the marked words first
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """How an entry came. `key`: of its field and of what stands in it, so that it is written once.

    `said_at` is what the device's clock showed, and is evidence alone; `written_at` is when it was
    put down by our clock, counted back from when it came by how long it waited.
    """

    key: UUID
    said_at: datetime
    written_at: datetime
    looked: Looked = Looked.NOT_YET


def came_before(keys: Collection[UUID], account: str) -> frozenset[UUID]:
    """Which of these entries are written by this account, by the door of the database."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT entry FROM observations_sent_before(%s, %s) AS entry", [list(keys), account]
        )
        return frozenset(key for (key,) in cursor.fetchall())
