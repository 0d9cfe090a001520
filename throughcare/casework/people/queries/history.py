"""Everything that was ever entered in a file, also what was corrected, struck out or ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from throughcare.casework.people import doors
from throughcare.casework.people.joined_files import parts_of, whole_file
from throughcare.casework.people.kinds import CONTACTS, IDENTITY
from throughcare.casework.people.models import Alert, Fact, Merge, Note, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All rows of a whole file entered by the moment asked about, each kind oldest first.

    A fact or note that another supersedes or amends is here beside it. `merges` are those in force.
    """

    id: UUID
    facts: Sequence[Fact]
    notes: Sequence[Note]
    alerts: Sequence[Alert]
    merges: Sequence[Merge]


@doors.entering
def history_of(viewer: doors.Viewer, person_id: UUID, *, at: datetime) -> History:
    """The history, for whoever reads the whole identity; contacts only where they are open.

    Leaves an entry. Raises access's NotThere or Refused: a short reading has no history.
    """
    person = Person.objects.filter(id=whole_file(person_id)).first()
    leave = doors.ask(
        viewer, doors.Act.READ, IDENTITY, person.id if person else person_id,
        person.held_at if person else None, at=at,
    )  # fmt: skip
    if person is None:
        raise doors.not_there()
    history = _history(person, contacts=doors.may(viewer, doors.Act.READ, CONTACTS, person, at=at),
                       at=at)  # fmt: skip
    doors.record(
        event="read.history", by=viewer, leave=leave, at=at, why="", happened_at=at,
        about=person.id, compartment=IDENTITY,
        content={"facts": [fact.id for fact in history.facts]},
    )  # fmt: skip
    return history


def _history(person: Person, *, contacts: bool, at: datetime) -> History:
    parts = parts_of(person.id)
    facts = Fact.objects.filter(person__in=parts, recorded_at__lte=at)
    if not contacts:
        facts = facts.filter(compartment=IDENTITY)
    notes = Note.objects.filter(person__in=parts, written_at__lte=at)
    alerts = Alert.objects.filter(person__in=parts, raised_at__lte=at)
    merges = Merge.objects.filter(merged__in=parts, undone_at=None, merged_at__lte=at)
    return History(
        id=person.id, facts=list(facts.order_by("recorded_at", "made_in")),
        notes=list(notes.order_by("written_at", "id")), alerts=list(alerts.order_by("raised_at")),
        merges=list(merges.order_by("merged_at")),
    )  # fmt: skip
