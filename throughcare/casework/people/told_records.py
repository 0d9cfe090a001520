"""The records that the file of a person gives the engine: identity and emergency contact."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from standards.instants import Instant, from_datetime
from standards.records import Filling, Record
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.told import NOT_KNOWN, History, Said

NONE: Final = "none"
KEPT: Final = frozenset({"identity", "emergency_contact"})
FIELDS: Final = frozenset(
    {
        "person.birth_date", "person.sex", "emergency_contact.name", "emergency_contact.reach",
        "identity.full_name", "identity.birth_date", "identity.identifier",
        "identity.self_perceived_gender",
    }
)  # fmt: skip

# Which fact fills which field of Rule 7(a), and the part of its value that must be there. Any
# number of the person tells apart, one in a paper too.
_IDENTITY: Final[Mapping[Kind, tuple[str, str]]] = {
    Kind.NAME: ("full_name", "parts"),
    Kind.BIRTH_DATE: ("birth_date", "date"),
    Kind.IDENTIFIER: ("identifier", "number"),
    Kind.DOCUMENT: ("identifier", "number"),
    Kind.GENDER: ("self_perceived_gender", "words"),
}
_CONTACT: Final = {"name": "name", "reach": "reached_by"}


def records_of(history: History) -> list[Record]:
    """One record for each version of a fact that a rule asks for."""
    return [record for said in history.said if (record := _record(history, said)) is not None]


def _record(history: History, said: Said) -> Record | None:
    if said.kind == Kind.EMERGENCY_CONTACT:
        fields = {
            f"emergency_contact.{name}": _filling(said, part) for name, part in _CONTACT.items()
        }
        return _written(history, said, "emergency_contact", fields)
    named = _IDENTITY.get(Kind(said.kind))
    if named is None or not said.value.get(named[1]):
        return None
    field = {f"identity.{named[0]}": _filling(said, named[1])}
    return _written(history, said, "identity", field)


def _filling(said: Said, part: str) -> Filling:
    value = said.value.get(part)
    if not value:
        return Filling(entered_at=None)
    entered = from_datetime(said.entered.get(part, said.recorded_at))
    # That there is none, nobody to call say, is an answer and needs no reason beside it.
    return Filling(entered, unknown=value in (NOT_KNOWN, NONE), reasoned=value == NONE)


def _written(history: History, said: Said, kind: str, fields: Mapping[str, Filling]) -> Record:
    return Record(
        id=f"{said.id}:{kind}", type=kind, who=str(history.whole),
        at=from_datetime(min(said.entered.values(), default=said.recorded_at)),
        recorded_at=from_datetime(said.recorded_at),
        voided_at=_instant(said.gone_at), fields=fields,
    )  # fmt: skip


def _instant(moment: datetime | None) -> Instant | None:
    return None if moment is None else from_datetime(moment)
