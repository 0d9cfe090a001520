"""Which assessment is in force, for whoever may not read it: its id, through a door of the wall."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection


def in_force_of(person_id: UUID, *, at: datetime) -> UUID | None:
    """The first row of the approved assessment that is valid at the moment. An id tells nothing."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT assessment_in_force(%s, %s)", [person_id, at])
        found: UUID | None = cursor.fetchone()[0]
        return found
