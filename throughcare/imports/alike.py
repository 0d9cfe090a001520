"""Who of a list may be the same person as another: proposed to somebody who looks, never merged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from throughcare.casework.people.queries import Comparable
from throughcare.casework.people.values import name_in
from throughcare.imports.said import Words
from throughcare.kernel.errors import BadNumber
from throughcare.kernel.identifiers import read_number
from throughcare.kernel.matching import Question, keys_of
from throughcare.kernel.partial_dates import PartialDate, Precision, parse

# Our own choices: of names on one known day, and where one of the two days is not known.
_ON_ONE_DAY: Final = 0.82
_ELSE: Final = 0.95
_SHARED: Final = 2  # keys that two names must share before they are compared


@dataclass(frozen=True, slots=True)
class Candidate:
    """One file, as it is compared. `label` is its number in the list, or its id."""

    id: UUID
    label: str
    names: tuple[str, ...]
    birth: PartialDate | None
    numbers: tuple[tuple[str, str], ...]
    listed: bool


class Alike:
    """Files that were looked at so far, by number, and by sounds of the name and birth year."""

    def __init__(self) -> None:
        self._by_key: defaultdict[tuple[int, str], list[Candidate]] = defaultdict(list)
        self._by_number: defaultdict[tuple[str, str], list[Candidate]] = defaultdict(list)

    def add(self, one: Candidate) -> None:
        """Compare later ones with this one too."""
        for number in one.numbers:
            self._by_number[number].append(one)
        if one.birth is not None and one.birth.year is not None:
            for key in _keys(one.names):
                self._by_key[one.birth.year, key].append(one)

    def near(self, one: Candidate) -> list[tuple[Candidate, str]]:
        """Those before that may be the same person, each with the reason."""
        found: dict[UUID, tuple[Candidate, str]] = {}
        for system, number in one.numbers:
            for other in self._by_number.get((system, number), ()):
                found.setdefault(other.id, (other, f"the same {system}: {number}"))
        for other in self._sharing(one):
            if other.id not in found and _is_like(one, other):
                found[other.id] = (other, "names that sound alike, and one birth date")
        found.pop(one.id, None)
        return list(found.values())

    def _sharing(self, one: Candidate) -> Iterable[Candidate]:
        if one.birth is None or one.birth.year is None:
            return
        shared: Counter[UUID] = Counter()
        by_id: dict[UUID, Candidate] = {}
        for key in _keys(one.names):
            for other in self._by_key.get((one.birth.year, key), ()):
                shared[other.id] += 1
                by_id[other.id] = other
        yield from (by_id[whose] for whose, times in shared.items() if times >= _SHARED)


def of_row(person: UUID, label: str, facts: dict[str, Words]) -> Candidate:
    """A file as its row in the list describes it."""
    names = [one for slot, words in facts.items() if slot.startswith("name:")
             for one in name_in(words).wholes()]  # fmt: skip
    numbers = [(str(words["system"]), _read(str(words["number"])))
               for slot, words in facts.items() if slot.startswith("number:")]  # fmt: skip
    birth = facts.get("birth_date")
    return Candidate(
        person, label, tuple(names), parse(birth["date"]) if birth else None, tuple(numbers), True
    )


def of_file(one: Comparable) -> Candidate:
    """A file of the register."""
    names = tuple(text for name in one.names for text in name)
    birth = parse(one.birth_dates[-1]) if one.birth_dates else None
    return Candidate(one.id, str(one.id), names, birth, tuple(one.numbers), False)


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """The likeness of the two most alike spellings, from 0 to 1."""
    return max((Question(text).nearness(other).likeness for text in one), default=0.0)


def _is_like(one: Candidate, other: Candidate) -> bool:
    if one.birth is None or other.birth is None:
        return False
    same = one.birth.is_same_day(other.birth)
    if same is False:
        return False
    known = Precision.DAY in (one.birth.precision, other.birth.precision) and same
    return likeness(one.names, other.names) >= (_ON_ONE_DAY if known else _ELSE)


def _keys(names: Sequence[str]) -> set[str]:
    return {key for name in names for key in keys_of(name)}


def _read(number: str) -> str:
    try:
        return read_number(number)
    except BadNumber:
        return number
