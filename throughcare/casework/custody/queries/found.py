"""Whether a person is known elsewhere: the one question that goes beyond the viewer's reach."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from throughcare.access import gate
from throughcare.access.gate import Leave
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.asked import Elsewhere, Marks, as_asked, found, marks_of
from throughcare.casework.people.files import ask_about, entering
from throughcare.register.actions import record


@entering
def found_elsewhere(
    viewer: Viewer, marks: Marks, *, establishment: str, at: datetime
) -> list[Elsewhere]:
    """Files at other establishments with the same number, or the same name and day of birth.

    For who may write files at the establishment. The question and each hit leave an entry. Raises
    NotThere or Refused.
    """
    subject = Subject(None, establishment)
    leave = gate.ask(viewer, Act.WRITE, Compartment.ID, subject, at=at)
    return _asked(viewer, leave, marks, establishment, at)


@entering
def known_elsewhere(viewer: Viewer, person_id: UUID, *, at: datetime) -> list[Elsewhere]:
    """The same, with what stands in a file of the viewer's own establishment."""
    leave = ask_about(viewer, Act.WRITE, Compartment.ID, person_id, at=at)
    marks = marks_of(person_id, known_at=at)
    return _asked(viewer, leave, marks, leave.place, at, about=person_id)


def _asked(
    viewer: Viewer, leave: Leave, marks: Marks, place: str, at: datetime,
    about: UUID | None = None,
) -> list[Elsewhere]:  # fmt: skip
    hits = found(marks, place, at=at)
    asked: dict[str, object] = {"asked": [*as_asked(marks)[0], marks.born]}
    told: list[tuple[str, UUID | None, dict[str, object]]] = [
        ("read.custody_asked_elsewhere", about, asked)
    ]
    for hit in hits:
        what: dict[str, object] = {"kept_at": hit.kept_at, "held": hit.held}
        told.append(("read.custody_found_elsewhere", hit.person_id, what))
    for event, whom, content in told:
        record(
            event=event, by=str(viewer.account), role=leave.role, place=leave.place,
            happened_at=at, at=at, about=whom, compartment=Compartment.ID, content=content,
        )  # fmt: skip
    return hits
