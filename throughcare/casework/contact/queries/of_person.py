"""The contacts of one person, the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.contact.models import Contact
from throughcare.casework.people.files import ask_about, may_about, reading
from throughcare.casework.rows.standing import rows_of
from throughcare.register.actions import record

MOST: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """What stands, and whether the viewer may write. At most `MOST` of them."""

    rows: Sequence[Contact]
    may_write: bool


@reading
def contacts_of(viewer: Viewer, person_id: UUID, *, at: datetime) -> Contacts:
    """The contacts of a person. Raises NotThere or Refused."""
    leave = ask_about(viewer, Act.READ, Compartment.CON, person_id, at=at)
    record(
        event="read.contacts", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, about=person_id, compartment=Compartment.CON,
    )  # fmt: skip
    rows = rows_of(Contact, person_id, known_at=at).order_by("-at", "-id")
    return Contacts(
        rows=list(rows[:MOST]),
        may_write=may_about(viewer, Act.WRITE, Compartment.CON, person_id, at=at),
    )
