"""One person's file as this viewer may see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from throughcare.casework.people import doors
from throughcare.casework.people.joined_files import parts_of, whole_file
from throughcare.casework.people.kinds import CONTACTS, IDENTITY, Kind
from throughcare.casework.people.models import Alert, Fact, Note, NoteKind, Person, Proposal
from throughcare.casework.people.queries.alerts import active_alerts
from throughcare.casework.people.queries.redacted import shown_redacted, standing_facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Lets:
    """What the viewer may do in a file beyond reading it: in identity, and in the contacts.

    `open_plan`: something of the plan is open, be it in short.
    """

    write: bool
    append: bool
    read_contacts: bool
    write_contacts: bool
    open_plan: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file. `id` is that of the whole file, also where a merged one was asked for.

    `redacted`: only what the matrix lists is here. `version` is what actions take as `expected`.
    """

    id: UUID
    redacted: bool
    version: int
    held_at: str | None
    facts: Sequence[Fact]
    notes: Sequence[Note]
    alerts: Sequence[Alert]
    lets: Lets


@doors.entering
def file_of(viewer: doors.Viewer, person_id: UUID, *, at: datetime, why: str) -> File:
    """Read a file, and leave an entry that it was read. Raises access's NotThere or Refused."""
    person = Person.objects.filter(id=whole_file(person_id)).first()
    act = doors.Act.READ
    if person is None or not doors.may(viewer, act, IDENTITY, person, at=at):
        act = doors.Act.READ_REDACTED
    leave = doors.ask(
        viewer, act, IDENTITY, person.id if person else person_id,
        person.held_at if person else None, at=at,
    )  # fmt: skip
    if person is None:
        raise doors.not_there()
    file = _file(viewer, person, act, at=at)
    doors.record(
        event="read.file", by=viewer, leave=leave, at=at, why=why, happened_at=at,
        about=person.id, compartment=IDENTITY,
        content={"facts": [fact.id for fact in file.facts], "redacted": file.redacted},
    )  # fmt: skip
    return file


@doors.entering
def file_to_change(
    viewer: doors.Viewer, person_id: UUID, *, act: doors.Act, compartment: str, at: datetime
) -> File:
    """The file for a form that changes it: whoever may not do `act` is told before typing.

    Leaves the entry of a reading. Raises access's NotThere or Refused.
    """
    person = Person.objects.filter(id=whole_file(person_id)).first()
    doors.ask(
        viewer, act, compartment, person.id if person else person_id,
        person.held_at if person else None, at=at,
    )  # fmt: skip
    return file_of(viewer, person_id, at=at, why="")


@doors.entering
def side_by_side(
    viewer: doors.Viewer, proposal_id: UUID, *, at: datetime, why: str
) -> tuple[File, File]:
    """The two files that may be of one person, for somebody who decides. Raises as `file_of`."""
    proposal = Proposal.objects.filter(id=proposal_id).first()
    if proposal is None:
        raise doors.not_there()
    return (
        file_of(viewer, proposal.one_id, at=at, why=why),
        file_of(viewer, proposal.other_id, at=at, why=why),
    )


def _file(viewer: doors.Viewer, person: Person, act: doors.Act, *, at: datetime) -> File:
    parts = parts_of(person.id)
    facts = standing_facts(parts, at=at)
    redacted = act is doors.Act.READ_REDACTED
    if redacted:
        facts = shown_redacted(facts)
    elif not doors.may(viewer, doors.Act.READ, CONTACTS, person, at=at):
        facts = [fact for fact in facts if fact.kind != Kind.EMERGENCY_CONTACT]
    return File(
        id=person.id, redacted=redacted, version=person.version, facts=facts,
        held_at=None if redacted else person.held_at, notes=_notes(parts, redacted, at),
        alerts=[] if redacted else active_alerts(parts, at=at), lets=_lets(viewer, person, at=at),
    )  # fmt: skip


def _lets(viewer: doors.Viewer, person: Person, *, at: datetime) -> Lets:
    def may(act: doors.Act, compartment: str) -> bool:
        return doors.may(viewer, act, compartment, person, at=at)

    return Lets(
        write=may(doors.Act.WRITE, IDENTITY),
        append=may(doors.Act.APPEND, IDENTITY),
        read_contacts=may(doors.Act.READ, CONTACTS),
        write_contacts=may(doors.Act.WRITE, CONTACTS),
        open_plan=may(doors.Act.READ_REDACTED, doors.Compartment.PLN),
    )


def _notes(parts: Sequence[UUID], redacted: bool, at: datetime) -> list[Note]:
    """Those not amended by then, newest first; redacted: safety notes only."""
    written = Note.objects.filter(person__in=parts, written_at__lte=at)
    kept = written.exclude(amended_by__written_at__lte=at).order_by("-happened_at", "-written_at")
    return list(kept.filter(kind=NoteKind.SAFETY) if redacted else kept)
