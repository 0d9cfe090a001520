"""What the import knows while it runs: rows taken over before, and people by their numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from throughcare.casework.people.queries import Comparable
from throughcare.imports.origins import Known


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in a slot of a person: its row's id (None for facts), its words, its origin."""

    id: str | None
    words: dict[str, Any]
    key: str
    told: str


@dataclass(slots=True)
class Person:
    """A person of the file who has a file in the service."""

    id: UUID
    key: str
    slots: list[tuple[str, Written]] = field(default_factory=list)
    adopted: bool = False

    def same(self, slot: str, words: dict[str, Any]) -> Written | None:
        """What another row wrote in this slot, in the same words."""
        return next((one for name, one in self.slots if name == slot and one.words == words), None)

    def others(self, slot: str, key: str) -> Written | None:
        """What another row wrote in this slot."""
        return next((one for name, one in self.slots if name == slot and one.key != key), None)


class Memory:
    """By key and by person. What a row wrote is added once the row is done."""

    def __init__(self, known: Iterable[Known], files: Iterable[Comparable]) -> None:
        self.rows: dict[tuple[str, str], Known] = {}
        self.people: dict[str, Person] = {}
        self.by_number: dict[tuple[str, str], list[Comparable]] = {}
        for row in known:
            self.add(row)
        for one in files:
            for number in one.numbers:
                self.by_number.setdefault(number, []).append(one)

    def add(self, row: Known) -> None:
        """A row that is taken over now, in place of what it said before."""
        person = self.people.setdefault(row.person_key, Person(row.person, row.person_key))
        person.slots = [(slot, one) for slot, one in person.slots if one.key != row.key]
        told = f"{row.file} row {row.row}"
        for slot, (row_id, words) in row.wrote.items():
            person.slots.append((slot, Written(row_id, words, row.key, told)))
        self.rows[row.part, row.key] = row
