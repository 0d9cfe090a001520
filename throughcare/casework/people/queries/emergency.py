"""What emergency access opens of a person's contacts: whom to reach."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from throughcare.casework.people import doors
from throughcare.casework.people.joined_files import parts_of, whole_file
from throughcare.casework.people.kinds import CONTACTS, Kind
from throughcare.casework.people.models import Fact, Person
from throughcare.casework.people.queries.redacted import standing_facts

_FIELD: Final = "emergency contact"  # as the matrix calls it


@doors.entering
def emergency_contact(viewer: doors.Viewer, person_id: UUID, *, at: datetime) -> Sequence[Fact]:
    """Whom to reach, the latest entry last; empty when nobody is written down.

    For a post that reads contacts in full, or while emergency access to them is in force. Leaves
    its entry. Raises access's NotThere or Refused.
    """
    person = Person.objects.filter(id=whole_file(person_id)).first()
    leave = doors.ask(
        viewer, doors.Act.READ_REDACTED, CONTACTS, person.id if person else person_id,
        person.held_at if person else None, at=at,
    )  # fmt: skip
    if person is None:
        raise doors.not_there()
    full = doors.may(viewer, doors.Act.READ, CONTACTS, person, at=at)
    if not full and _FIELD not in leave.fields:
        raise doors.refuse_field()
    facts = [
        fact
        for fact in standing_facts(parts_of(person.id), at=at)
        if fact.kind == Kind.EMERGENCY_CONTACT
    ]
    doors.record(
        event="read.emergency_contact", by=viewer, leave=leave, at=at, why="", happened_at=at,
        about=person.id, compartment=CONTACTS, content={"facts": [fact.id for fact in facts]},
    )  # fmt: skip
    return facts
