"""What is shown of files. Unknown is null, moments are in UTC."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, JsonValue

from throughcare.api.fields import Shown
from throughcare.casework.people.kinds import Kind, Standing
from throughcare.casework.people.queries import (
    Alert,
    AlertCode,
    Fact,
    File,
    Found,
    Listed,
    Note,
    NoteKind,
)


class FactShown(Shown):
    """One thing known of a person. In a redacted reading `proof` and `recorded_by` are null."""

    id: UUID
    kind: Kind
    value: Annotated[dict[str, JsonValue], Field(description="In the form of its kind")]
    standing: Standing
    proof: str | None
    recorded_at: datetime
    recorded_by: Annotated[str | None, Field(description="The number of the account")]


class NoteShown(Shown):
    """A note. `author` is the number of an account."""

    id: UUID
    kind: NoteKind
    text: str
    happened_at: datetime
    written_at: datetime
    author: str
    amends: UUID | None


class AlertShown(Shown):
    """An alert in force."""

    id: UUID
    code: AlertCode
    text: str
    raised_at: datetime
    raised_by: str
    expires_at: datetime


class FileShown(Shown):
    """A file as this token may see it. `version` is what changes take as `expected`."""

    id: UUID
    redacted: bool
    version: int
    held_at: str | None
    facts: list[FactShown]
    notes: list[NoteShown]
    alerts: list[AlertShown]


class RowShown(Shown):
    """One row of the list."""

    id: UUID
    redacted: bool
    held_at: str | None
    facts: list[FactShown]


class ListShown(Shown):
    """One page. `next` is null at the end; otherwise give it as `after`."""

    rows: list[RowShown]
    next: str | None


class ExportShown(Shown):
    """One page of whole files."""

    files: list[FileShown]
    next: str | None


class FoundShown(Shown):
    """One hit of a search: what matched, and how like it is, 0 to 1."""

    id: UUID
    redacted: bool
    likeness: float
    matched: FactShown


class HitsShown(Shown):
    """The hits, the most alike first."""

    hits: list[FoundShown]


class CountShown(Shown):
    """How many files this token reaches."""

    files: int


class TwoShown(Shown):
    """Two files that may be of one person."""

    one: FileShown
    other: FileShown


def fact_shown(fact: Fact, *, redacted: bool) -> FactShown:
    """A fact as it goes out; what the search keeps beside a number stays inside."""
    value = {name: part for name, part in fact.value.items() if name != "read"}
    return FactShown(
        id=fact.id, kind=Kind(fact.kind), value=value, standing=Standing(fact.standing),
        proof=None if redacted else fact.proof or None, recorded_at=fact.recorded_at,
        recorded_by=None if redacted else fact.recorded_by,
    )  # fmt: skip


def file_shown(file: File) -> FileShown:
    """A whole file as it goes out."""
    return FileShown(
        id=file.id, redacted=file.redacted, version=file.version, held_at=file.held_at,
        facts=_facts(file.facts, file.redacted),
        notes=[_note(note) for note in file.notes],
        alerts=[_alert(alert) for alert in file.alerts],
    )  # fmt: skip


def row_shown(row: Listed) -> RowShown:
    """One row of the list as it goes out."""
    return RowShown(
        id=row.id, redacted=row.redacted, held_at=row.held_at,
        facts=_facts(row.facts, row.redacted),
    )  # fmt: skip


def found_shown(hit: Found) -> FoundShown:
    """One hit as it goes out."""
    return FoundShown(
        id=hit.id, redacted=hit.redacted, likeness=hit.likeness,
        matched=fact_shown(hit.matched, redacted=hit.redacted),
    )  # fmt: skip


def _facts(facts: Sequence[Fact], redacted: bool) -> list[FactShown]:
    return [fact_shown(fact, redacted=redacted) for fact in facts]


def _note(note: Note) -> NoteShown:
    return NoteShown(
        id=note.id, kind=NoteKind(note.kind), text=note.text, happened_at=note.happened_at,
        written_at=note.written_at, author=note.author, amends=note.amends_id,
    )  # fmt: skip


def _alert(alert: Alert) -> AlertShown:
    return AlertShown(
        id=alert.id, code=AlertCode(alert.code), text=alert.text, raised_at=alert.raised_at,
        raised_by=alert.raised_by, expires_at=alert.expires_at,
    )  # fmt: skip
