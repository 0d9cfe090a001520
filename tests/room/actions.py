"""To add a text, and to put another in its place."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from tests.room.models import Record
from tests.room.whom import About, ask
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import entering
from throughcare.register.actions import record


@entering
def append(*, by: Viewer, at: datetime, compartment: Compartment, about: About, text: str) -> UUID:
    """Add a text. Raises NotThere, Refused."""
    return _keep(by, at, Act.APPEND, compartment, about, uuid4(), text)


@entering
def write(
    *, by: Viewer, at: datetime, compartment: Compartment, about: About, row: UUID, text: str
) -> UUID:
    """Put a text in the place of another. Raises NotThere, Refused."""
    return _keep(by, at, Act.WRITE, compartment, about, row, text)


def _keep(
    by: Viewer, at: datetime, act: Act, compartment: Compartment, about: About, row: UUID, text: str
) -> UUID:
    leave = ask(by, act, compartment, about, at=at)
    values = {"text": text, "author": str(by.account)}
    if act is Act.WRITE:
        Record.objects.filter(id=row, compartment=compartment).update(**values)
    else:
        Record.objects.create(
            id=row, person=about.person, place=about.place, compartment=compartment, **values
        )
    record(
        event=f"room.{act.value}", by=str(by.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, about=about.person, compartment=compartment, table="room_record",
        row=str(row), content=values,
    )  # fmt: skip
    return row
