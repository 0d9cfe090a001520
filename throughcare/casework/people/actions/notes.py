"""To write a note, and to amend one by another."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.casework.people import doors
from throughcare.casework.people.actions.holding import Holding, fresh_id, hold
from throughcare.casework.people.errors import BadPeriod, BadValue, Change, ChangedMeanwhile
from throughcare.casework.people.kinds import IDENTITY
from throughcare.casework.people.models import Note, NoteKind


@doors.entering
def add_note(
    *, by: doors.Viewer, at: datetime, person_id: UUID, kind: NoteKind, text: str,
    happened_at: datetime, why: str = "",
) -> Note:  # fmt: skip
    """Write down what happened at a time, now. Raises BadValue, BadPeriod, NotThere, Refused."""
    holding = _hold(by=by, at=at, why=why, person_id=person_id)
    return _write(
        holding, person_id=holding.person.id, kind=kind, text=text, happened_at=happened_at
    )


@doors.entering
def amend_note(*, by: doors.Viewer, at: datetime, note_id: UUID, text: str, why: str = "") -> Note:
    """Write a note that takes the place of another, which stays readable.

    A note is amended once; what was amended meanwhile is told with what was typed. Raises
    ChangedMeanwhile, BadValue, NotThere, Refused.
    """
    old = Note.objects.filter(id=note_id).first()
    if old is None:
        raise doors.not_there()
    holding = _hold(by=by, at=at, why=why, person_id=old.person_id)
    newer = Note.objects.filter(amends=old).first()
    if newer is not None:
        changes = [Change(_("amended"), "note", newer.author)]
        raise ChangedMeanwhile(changes=changes, typed=text, version=holding.person.version)
    return _write(
        holding, person_id=old.person_id, kind=NoteKind(old.kind), text=text,
        happened_at=old.happened_at, amends=old,
    )  # fmt: skip


def _hold(*, by: doors.Viewer, at: datetime, why: str, person_id: UUID) -> Holding:
    return hold(
        person_id=person_id, act=doors.Act.APPEND, compartment=IDENTITY, by=by, at=at, why=why
    )


def _write(
    holding: Holding, *, person_id: UUID, kind: NoteKind, text: str, happened_at: datetime,
    amends: Note | None = None,
) -> Note:  # fmt: skip
    if not text.strip() or "\0" in text:
        raise BadValue(_("the note is empty"), remedy=_("write what happened in a sentence"))
    if happened_at > holding.at:
        raise BadPeriod(
            _("the note tells of a time that has not come"),
            remedy=_("look at day and hour; a note is about what has happened"),
        )
    note = Note.objects.create(
        id=fresh_id(holding.at), person_id=person_id, kind=kind, text=text,
        happened_at=happened_at, written_at=holding.at, author=doors.account_of(holding.by),
        amends=amends,
    )  # fmt: skip
    event = "people.note_written" if amends is None else "people.note_amended"
    holding.enter(event, note, happened_at=happened_at)
    return note
