"""Notes in words, each with what it read before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from throughcare.casework.people.queries import Note, NoteKind
from throughcare.web.people.shown.staff import names_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNote:
    """One note. `before` are the wordings that it took the place of, the latest first."""

    id: UUID
    kind: str
    text: str
    happened_at: datetime
    written_at: datetime
    by: str
    before: Sequence[ShownNote]


def notes_shown(notes: Sequence[Note], known: Sequence[Note]) -> list[ShownNote]:
    """These notes; `known` are all notes of the file, from which the earlier wordings come."""
    by_id = {note.id: note for note in known}
    names = names_of({note.author for note in (*notes, *known)})
    return [_shown(note, by_id, names) for note in notes]


def _shown(note: Note, by_id: Mapping[UUID, Note], names: Mapping[str, str]) -> ShownNote:
    before = [_shown(one, {}, names) for one in _before(note, by_id)]
    return ShownNote(
        id=note.id, kind=str(NoteKind(note.kind).label), text=note.text,
        happened_at=note.happened_at, written_at=note.written_at,
        by=names.get(note.author, note.author), before=before,
    )  # fmt: skip


def _before(note: Note, by_id: Mapping[UUID, Note]) -> Iterator[Note]:
    earlier = by_id.get(note.amends_id) if note.amends_id else None
    while earlier is not None:
        yield earlier
        earlier = by_id.get(earlier.amends_id) if earlier.amends_id else None
