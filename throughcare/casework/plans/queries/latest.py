"""Until when at the latest a plan of somebody is looked at again, for whoever writes it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.people.files import ask_about, reading, subject_of
from throughcare.casework.plans.groups import is_marked
from throughcare.casework.plans.rules import last_review


@reading
def latest_review(viewer: Viewer, person_id: UUID, *, at: datetime) -> datetime:
    """The latest day of review of what is signed now, to the minute. Raises NotThere, Refused.

    Leaves no entry of its own: it stands in a form that leaves one.
    """
    ask_about(viewer, Act.WRITE, Compartment.PLN, person_id, at=at)
    zone = str(zone_of(subject_of(person_id).establishment))
    last = last_review(at, zone, marked=is_marked(person_id, at=at))
    return last.replace(second=0, microsecond=0)
