"""A fact as a page shows it: labelled pieces, how it stands, by whom and when."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.casework.people.kinds import Kind, Standing, Use
from throughcare.casework.people.queries import Fact
from throughcare.casework.people.values import Value, name_in
from throughcare.kernel.languages import all_languages
from throughcare.kernel.names import KIND_WORDS, PartKind
from throughcare.web.people.forms.values import SEXES
from throughcare.web.people.shown.dates import date_shown
from throughcare.web.people.shown.languages import language_called
from throughcare.web.people.shown.names import name_shown
from throughcare.web.people.shown.numbers import document_called, system_called

Piece = tuple[str, str]  # a label, empty for the thing itself, and the text


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFact:
    """One fact. `pieces`: the thing itself first, then what was said beside it."""

    id: UUID
    kind: str
    pieces: Sequence[Piece]
    verified: bool
    proof: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FactGroup:
    """The facts of one kind, in the order of entry; empty where nothing is known."""

    kind: str
    label: str
    facts: Sequence[ShownFact]


def fact_shown(fact: Fact, names: Mapping[str, str], *, short: bool = False) -> ShownFact:
    """A fact in words; `names` tells who is behind an account.

    A `short` reading tells the thing itself: its proof may name a paper that is not shown.
    """
    return ShownFact(
        id=fact.id, kind=fact.kind, pieces=pieces_of(fact.kind, fact.value),
        verified=fact.standing == Standing.VERIFIED, proof="" if short else fact.proof,
        by="" if short else names.get(fact.recorded_by, fact.recorded_by),
        at=fact.recorded_at,
    )  # fmt: skip


def grouped(
    facts: Sequence[Fact], kinds: Sequence[Kind], names: Mapping[str, str], *, short: bool = False
) -> list[FactGroup]:
    """All these kinds, also those of which nothing is known."""
    return [
        FactGroup(
            kind=kind.value, label=str(kind.label),
            facts=[fact_shown(fact, names, short=short) for fact in facts if fact.kind == kind],
        )
        for kind in kinds
    ]  # fmt: skip


def pieces_of(kind: str, value: Value) -> list[Piece]:
    """A value in words, without what nobody gave."""
    return [(label, text) for label, text in _PIECES[Kind(kind)](value) if text]


def _name(value: Value) -> list[Piece]:
    name = name_in(value)
    shown = name_shown(name)
    parts = [
        (str(KIND_WORDS[part.kind]), part.text)
        for part in name.parts
        if part.kind is not PartKind.UNSPECIFIED
    ]
    use = str(Use(str(value["use"])).label)
    return [("", shown.own), (_("in other letters"), shown.other), (_("used"), use), *parts]


def _sex(value: Value) -> list[Piece]:
    return [("", str(dict(SEXES)[str(value["sex"])]))]


def _language(value: Value) -> list[Piece]:
    answers = {True: _("yes"), False: _("no")}
    can = ((_("speaks"), "speaks"), (_("understands"), "understands"), (_("reads"), "reads"))
    said = [(label, answers.get(value.get(name), "")) for label, name in can]  # type: ignore[call-overload]
    return [("", language_called(all_languages()[str(value["code"])])), *said]


def _country(said: object) -> str:
    words = {"stateless": _("stateless"), "unknown": _("unknown")}
    return words.get(str(said), str(said)) if said else ""


def _document(value: Value) -> list[Piece]:
    return [("", document_called(_plain(value, "type"))), (_("number"), _plain(value, "number")),
            (_("country"), _country(value.get("country"))),
            (_("valid to"), date_shown(value.get("valid_to")))]  # fmt: skip


def _plain(value: Value, name: str) -> str:
    return str(value.get(name) or "")


_PIECES: Final[Mapping[Kind, Callable[[Value], list[Piece]]]] = {
    Kind.NAME: _name,
    Kind.BIRTH_DATE: lambda value: [("", date_shown(value["date"]))],
    Kind.SEX: _sex,
    Kind.GENDER: lambda value: [("", _plain(value, "words"))],
    Kind.NATIONALITY: lambda value: [("", _country(value["country"]))],
    Kind.LANGUAGE: _language,
    Kind.DOCUMENT: _document,
    Kind.IDENTIFIER: lambda value: [
        ("", _plain(value, "number")), (_("of"), system_called(_plain(value, "system")))
    ],
    Kind.ADJUSTMENT: lambda value: [
        ("", _plain(value, "need")), (_("what is done"), _plain(value, "adjustment"))
    ],
    Kind.DEPENDANT: lambda value: [
        ("", _plain(value, "name")), (_("born"), date_shown(value.get("born"))),
        (_("cared for by"), _plain(value, "cared_for_by")),
    ],
    Kind.EMERGENCY_CONTACT: lambda value: [
        ("", _plain(value, "name")), (_("who it is"), _plain(value, "relation")),
        (_("reached by"), _plain(value, "reached_by")),
    ],
    Kind.PHOTO: lambda value: [("", _("a photo")), (_("taken"), date_shown(value.get("taken")))],
}  # fmt: skip
