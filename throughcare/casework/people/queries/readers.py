"""Who has opened a person's file, as this viewer may know it."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from throughcare.access.terms import Role
from throughcare.casework.people import doors
from throughcare.casework.people.doors import Opening
from throughcare.casework.people.joined_files import parts_of, whole_file
from throughcare.casework.people.kinds import IDENTITY
from throughcare.casework.people.models import Person

__all__ = ["MOST_READERS", "Opening", "readers_of"]

MOST_READERS: Final = 100  # rows of one page
# The choice of files is the inspector's own (Optional Protocol, articles 20 and 21): nobody in a
# prison learns it, and a prisoner can be made to show a page.
_INSPECTION: Final = frozenset({Role.NPM_INSPECTOR})


@doors.entering
def readers_of(
    viewer: doors.Viewer, person_id: UUID, *, at: datetime, why: str,
    before: datetime | None = None,
) -> list[Opening]:  # fmt: skip
    """The readings of the whole file by role, place and moment, newest first, at most
    MOST_READERS.

    For whoever may read identity in full, the person in the file among them. An inspector's
    readings are told to inspectors alone. Asking is a reading too, and leaves its entry. Raises
    access's NotThere or Refused.
    """
    person = Person.objects.filter(id=whole_file(person_id)).first()
    leave = doors.ask(
        viewer, doors.Act.READ, IDENTITY, person.id if person else person_id,
        person.held_at if person else None, at=at,
    )  # fmt: skip
    if person is None:
        raise doors.not_there()
    hidden = frozenset() if _inspects(viewer, at) else _INSPECTION
    of_all = [
        opening
        for part in parts_of(person.id)
        for opening in doors.opened_by(part, before=before, most=MOST_READERS, hide_roles=hidden)
    ]
    found = sorted(of_all, key=lambda one: one.opened_at, reverse=True)[:MOST_READERS]
    doors.record(
        event="read.readers", by=viewer, leave=leave, at=at, why=why, happened_at=at,
        about=person.id, compartment=IDENTITY, content={"told": len(found)},
    )  # fmt: skip
    return found


def _inspects(viewer: doors.Viewer, at: datetime) -> bool:
    """Whether the viewer holds a post of inspection, and none besides."""
    held = {post.role for post in viewer.posts if post.period.holds(at)}
    return held == _INSPECTION
