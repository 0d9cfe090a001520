"""A certificate, to be printed for its holder."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.people.files import ask_about, reading, subject_of
from throughcare.casework.programmes.house import PRG
from throughcare.casework.programmes.models import Certificate
from throughcare.casework.rows.standing import rows_of
from throughcare.register.actions import record


@reading
def certificate_to_print(
    viewer: Viewer, person_id: UUID, certificate_id: UUID, *, at: datetime
) -> Certificate:
    """The certificate. Leaves an entry. Raises NotThere, Refused."""
    leave = ask_about(viewer, Act.READ, PRG, person_id, at=at)
    whole = subject_of(person_id).person or person_id
    row = rows_of(Certificate, whole, known_at=at).filter(id=certificate_id).first()
    if row is None:
        raise NotThere
    record(
        event="read.certificate", by=str(viewer.account), role=leave.role, place=leave.place,
        at=at, happened_at=at, about=whole, compartment=PRG, content={"rows": [str(row.id)]},
    )  # fmt: skip
    return row
