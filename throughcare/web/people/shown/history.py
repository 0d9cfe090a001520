"""Earlier entries in words: what stood, and what took its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _

from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.queries import Alert, AlertCode, Fact, History, Note, NoteKind
from throughcare.web.people.shown.facts import Piece, pieces_of
from throughcare.web.people.shown.staff import names_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One entry. `fate` says what became of it; empty while it stands."""

    label: str
    pieces: Sequence[Piece]
    by: str
    at: datetime
    fate: str = ""
    fate_by: str = ""
    fate_at: datetime | None = None
    fate_why: str = ""


def told(history: History, *, at: datetime) -> list[Told]:
    """All entries of a file, the newest first."""
    names = names_of(_accounts(history))
    after = {fact.supersedes_id: fact for fact in history.facts if fact.supersedes_id}
    newer = {note.amends_id: note for note in history.notes if note.amends_id}
    entries = [
        *(_fact(one, after.get(one.id), names, at) for one in history.facts),
        *(_note(one, newer.get(one.id), names) for one in history.notes),
        *(_alert(one, names, at) for one in history.alerts),
    ]
    return sorted(entries, key=lambda entry: entry.at, reverse=True)


def _accounts(history: History) -> set[str]:
    facts = {one for fact in history.facts for one in (fact.recorded_by, fact.voided_by or "")}
    alerts = {one for alert in history.alerts for one in (alert.raised_by, alert.ended_by or "")}
    return facts | alerts | {note.author for note in history.notes}


def _fact(fact: Fact, newer: Fact | None, names: Mapping[str, str], at: datetime) -> Told:
    entry = Told(
        label=str(Kind(fact.kind).label), pieces=pieces_of(fact.kind, fact.value),
        by=names.get(fact.recorded_by, fact.recorded_by), at=fact.recorded_at,
    )  # fmt: skip
    if fact.voided_at is not None and fact.voided_at <= at:
        return replace(
            entry, fate=_("struck out"), fate_by=names.get(fact.voided_by or "", ""),
            fate_at=fact.voided_at, fate_why=fact.voided_why or "",
        )  # fmt: skip
    if newer is None:
        return entry
    return replace(
        entry, fate=_("verified") if newer.proof else _("corrected"), fate_why=newer.proof,
        fate_by=names.get(newer.recorded_by, ""), fate_at=newer.recorded_at,
    )  # fmt: skip


def _note(note: Note, newer: Note | None, names: Mapping[str, str]) -> Told:
    entry = Told(
        label=_("note: %(kind)s") % {"kind": NoteKind(note.kind).label}, pieces=[("", note.text)],
        by=names.get(note.author, note.author), at=note.written_at,
    )  # fmt: skip
    if newer is None:
        return entry
    return replace(
        entry, fate=_("amended"), fate_by=names.get(newer.author, ""), fate_at=newer.written_at
    )


def _alert(alert: Alert, names: Mapping[str, str], at: datetime) -> Told:
    pieces = [("", str(AlertCode(alert.code).label)), (_("what to do"), alert.text)]
    entry = Told(
        label=_("alert"), pieces=[one for one in pieces if one[1]],
        by=names.get(alert.raised_by, alert.raised_by), at=alert.raised_at,
    )  # fmt: skip
    if alert.ended_at is not None and alert.ended_at <= at:
        return replace(
            entry, fate=_("ended"), fate_by=names.get(alert.ended_by or "", ""),
            fate_at=alert.ended_at, fate_why=alert.ended_why or "",
        )  # fmt: skip
    if alert.expires_at <= at:
        return replace(entry, fate=_("expired"), fate_at=alert.expires_at)
    return entry
