"""What is due for one person, and what the rules say of the past."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import ask_about, entering
from throughcare.duties.actions import bring_up_to_date
from throughcare.duties.queries.duty import Duty, duty_from


@entering
def of_person(viewer: Viewer, person_id: UUID, *, at: datetime) -> list[Duty]:
    """Every finding about a person, judged anew if anything was written since; the gravest first.

    Raises NotThere for whom the viewer does not reach.
    """
    ask_about(viewer, Act.READ_REDACTED, Compartment.ID, person_id, at=at)
    bring_up_to_date([person_id], at=at)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM duties_of(%s)", [person_id])
        found = [duty_from(row, at=at) for row in cursor.fetchall()]
    return sorted(found, key=urgency)


_GRAVEST = ("critical", "high", "medium", "low")


def urgency(one: Duty) -> tuple[object, ...]:
    """What is broken now first, then what is due, by its hour; what is over last."""
    late = not (one.is_open and one.status != "due")
    when = one.until or one.since
    grave = _GRAVEST.index(one.severity) if one.severity in _GRAVEST else len(_GRAVEST)
    return (not one.is_open, late, grave if not late else 0, when is None, when, one.rule or "")
