"""What a row says, written by the rooms' own actions, one group after another."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.casework.custody import actions as custody
from throughcare.casework.custody.actions.past import Past, past_of, past_of_new, place_at
from throughcare.casework.custody.terms import LeftHow, MovementKind, OrderKind, Status
from throughcare.casework.people import actions as people
from throughcare.casework.people import queries
from throughcare.casework.people.files import Sheaf, begin_file
from throughcare.casework.people.kinds import Kind
from throughcare.imports.cells import Fault
from throughcare.imports.said import Words
from throughcare.kernel.models import Place

Arguments = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Who writes, when, at which establishment, and why. It remembers places while it may."""

    by: Viewer
    at: datetime
    establishment: str
    why: str
    _places: dict[str, Place | None] = field(default_factory=dict)

    def forget_places(self) -> None:
        """Look every place up anew: between two transactions one may have been closed."""
        self._places.clear()

    def open_file(self, facts: Mapping[str, Words], sheaf: Sheaf) -> Past:
        """Gather a new file with everything that the row says of the person."""
        said = [(kind_of(slot), words) for slot, words in facts.items()]
        identity = begin_file(
            by=self.by, at=self.at, establishment=self.establishment, facts=said, why=self.why,
            sheaf=sheaf,
        )  # fmt: skip
        return past_of_new(identity, find=self._find)

    def past_of(self, person: UUID) -> AbstractContextManager[Past]:
        """The file of a person, held while several groups of a row are taken over."""
        return past_of(
            by=self.by, at=self.at, person_id=person, why=self.why, find=self._find, sheaf=Sheaf()
        )

    def _find(self, path: str) -> Place | None:
        if path not in self._places:
            self._places[path] = place_at(path)
        return self._places[path]

    def write(self, past: Past, group: str, words: Words, order: str | None) -> tuple[str, str]:
        """Take over one group: the id of its row, and what is odd about it."""
        given = _arguments(group, words)
        if group == "order":
            return str(past.order(**given).id), ""
        if group == "status":
            return str(past.status(**given).id), ""
        if group == "placement":
            return str(past.placement(**given).id), ""
        if group == "movement":
            given |= {"from_place": self.establishment, "order_id": UUID(order) if order else None}
            return str(past.movement(**given).id), ""
        return self._stay(past, given, order)

    def _stay(self, past: Past, given: Arguments, order: str | None) -> tuple[str, str]:
        missing = "the order in the file was not in force then" if order else "no order in the file"
        stay = past.stay(
            **given, establishment=self.establishment, without_order=f"{missing}; {self.why}"
        )
        odd = f"held without valid order at the admission: {missing}" if stay.without_order else ""
        return str(stay.id), odd

    def correct(self, group: str, row_id: str, words: Words) -> str:
        """Put what the row says now in the place of what it said: the id of the new row."""
        if group == "stay":
            raise Fault(
                "the stay reads otherwise than when it was taken over",
                remedy="correct or end it in the service, where a second person agrees",
            )
        given = {**_arguments(group, words), "by": self.by, "at": self.at, "why": self.why}
        given[f"{group}_id"] = UUID(row_id)
        given |= {name: given.get(name) for name in _MAY_BE_EMPTY[group]}
        if group == "order":
            return str(custody.correct_taken_over_order(**given).id)
        if group == "status":
            return str(custody.correct_taken_over_status(**given).id)
        if group == "placement":
            return str(custody.correct_taken_over_placement(**given).id)
        given.setdefault("to_place", "")
        return str(custody.correct_taken_over_movement(**given).id)

    def correct_fact(self, person: UUID, slot: str, old: Words, new: Words) -> None:
        """Correct a fact that still reads as the file once said. Raises Fault where it does not."""
        file = queries.file_of(self.by, person, at=self.at, why=self.why)
        standing = next((one for one in file.facts if _says(one, kind_of(slot), old)), None)
        if standing is None:
            raise Fault(
                f"the {kind_of(slot).label} was changed in the service since it was taken over",
                remedy="compare both by hand: the service is not overwritten",
            )
        people.correct_fact(
            by=self.by, at=self.at, fact_id=standing.id, value=new, why=self.why,
            expected=file.version,
        )  # fmt: skip

    def state_fact(self, person: UUID, slot: str, words: Words) -> None:
        """Add a fact that the row did not have before."""
        file = queries.file_of(self.by, person, at=self.at, why=self.why)
        people.state_fact(
            by=self.by, at=self.at, person_id=person, kind=kind_of(slot), value=words,
            expected=file.version, why=self.why,
        )  # fmt: skip


_MAY_BE_EMPTY = {
    "order": ("valid_to",), "status": ("until",), "placement": ("until",),
    "movement": ("arrived_at",),
}  # fmt: skip
_KINDS = {("order", "kind"): OrderKind, ("stay", "left_how"): LeftHow, ("status", "value"): Status,
          ("movement", "kind"): MovementKind}  # fmt: skip
_MOMENTS = ("valid_from", "valid_to", "admitted_at", "left_at", "since", "until", "arrived_at",
            "expected_at")  # fmt: skip


def kind_of(slot: str) -> Kind:
    """Which kind of fact stands in a slot."""
    word = slot.split(":")[0]
    return Kind.IDENTIFIER if word == "number" else Kind(word)


def _arguments(group: str, words: Words) -> Arguments:
    return {name: _typed(group, name, value) for name, value in words.items()}


def _typed(group: str, name: str, value: str) -> object:
    if name in _MOMENTS:
        return datetime.fromisoformat(value)
    if name == "issued_on":
        return date.fromisoformat(value)
    kind = _KINDS.get((group, name))
    return kind(value) if kind is not None else value


def _says(fact: queries.Fact, kind: Kind, words: Words) -> bool:
    return fact.kind == kind and all(fact.value.get(name) == value for name, value in words.items())
