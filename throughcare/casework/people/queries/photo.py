"""A person's photo."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from throughcare.casework.people import doors
from throughcare.casework.people.joined_files import parts_of, whole_file
from throughcare.casework.people.kinds import IDENTITY, Kind
from throughcare.casework.people.models import Person, Photo
from throughcare.casework.people.queries.redacted import standing_facts


@doors.entering
def photo_of(
    viewer: doors.Viewer, person_id: UUID, photo_id: UUID, *, at: datetime
) -> bytes:  # fmt: skip
    """The JPEG that a standing fact of the file refers to; a short reading shows it too.

    Leaves an entry. Raises access's NotThere or Refused.
    """
    person = Person.objects.filter(id=whole_file(person_id)).first()
    leave = doors.ask(
        viewer, doors.Act.READ_REDACTED, IDENTITY, person.id if person else person_id,
        person.held_at if person else None, at=at,
    )  # fmt: skip
    if person is None:
        raise doors.not_there()
    parts = parts_of(person.id)
    photos = [fact for fact in standing_facts(parts, at=at) if fact.kind == Kind.PHOTO]
    photo = Photo.objects.filter(id=photo_id, person__in=parts).first()
    if photo is None or str(photo_id) not in {fact.value["reference"] for fact in photos}:
        raise doors.not_there()
    doors.record(
        event="read.photo", by=viewer, leave=leave, at=at, why="", happened_at=at,
        about=person.id, compartment=IDENTITY, content={"photo": photo.id},
    )  # fmt: skip
    return bytes(photo.content)
