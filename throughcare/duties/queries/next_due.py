"""The one thing to do next for a person: for the header of each page of the file."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import ask_about, entering
from throughcare.duties.actions import bring_up_to_date
from throughcare.duties.queries.duty import Duty, duty_from

_FIRST: Final = """
SELECT d.* FROM duties_of(%(person)s) d
WHERE d.status = 'due' OR (d.status = 'breached' AND d.until IS NULL)
ORDER BY NOT (d.status = 'breached' OR d.until < %(at)s),
    CASE WHEN d.status = 'breached' OR d.until < %(at)s THEN
        array_position(ARRAY['critical', 'high', 'medium', 'low'], d.severity) END,
    coalesce(d.until, d.since) NULLS LAST, d.rule, d.finding
LIMIT 1
"""


@entering
def next_due(viewer: Viewer, person_id: UUID, *, at: datetime) -> Duty | None:
    """What is broken now, the gravest first; else what is due first. None: nothing is open.

    Judged anew if anything was written since. Raises NotThere.
    """
    ask_about(viewer, Act.READ_REDACTED, Compartment.ID, person_id, at=at)
    bring_up_to_date([person_id], at=at)
    with connection.cursor() as cursor:
        cursor.execute(_FIRST, {"person": person_id, "at": at})
        found = cursor.fetchone()
    return None if found is None else duty_from(found, at=at)
