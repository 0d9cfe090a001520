"""When each person was last spoken about by the team: for whose turn it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from throughcare.access.gate import standing
from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.people.files import entering, whole_by_part, whose
from throughcare.casework.rows.record import known
from throughcare.casework.team.house import PLN
from throughcare.casework.team.models import Case, Meeting
from throughcare.register.actions import record


@entering
def last_spoken_about(
    viewer: Viewer, person_ids: Collection[UUID], *, at: datetime
) -> Mapping[UUID, datetime]:
    """The last closed meeting about each of these whose plan the viewer reads. Leaves an entry.

    Raises NotThere without a post.
    """
    leave = standing(viewer, at=at)
    wholes = whole_by_part(person_ids)
    cases = Case.objects.filter(
        known(at), whose("person", viewer, PLN, Act.READ, at=at), state="minuted",
        person__in=set(wholes),
    ).values_list("person", "meeting")  # fmt: skip
    held = dict(
        Meeting.objects.filter(stood_until=None, state="closed").values_list("first", "held_at")
    )
    found: dict[UUID, datetime] = {}
    for part, meeting in cases:
        when, whole = held.get(meeting), wholes[part]
        if when is not None and when > found.get(whole, when.min.replace(tzinfo=when.tzinfo)):
            found[whole] = when
    record(
        event="read.last_spoken_about", by=str(viewer.account), role=leave.role,
        place=leave.place, happened_at=at, at=at, compartment=PLN,
        content={"named": sorted(str(one) for one in found)},
    )  # fmt: skip
    return found
