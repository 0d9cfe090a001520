"""By what a file elsewhere may be found: the same number, or the same name and day of birth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from throughcare.casework.people.files import parts_of
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.queries.redacted import standing_facts
from throughcare.casework.people.values import name_in
from throughcare.kernel.errors import BadNumber
from throughcare.kernel.identifiers import read_number
from throughcare.kernel.matching import asked_of
from throughcare.kernel.words import words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What is known of somebody at the counter. `born`: 1990-05-17; any may be empty."""

    numbers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    born: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """A file outside the viewer's reach: where it is kept, and whether the person is held there."""

    person_id: UUID
    kept_at: str | None
    held: bool


def marks_of(person_id: UUID, *, known_at: datetime) -> Marks:
    """The numbers, names and birth date that stand in a file. Behind the wall."""
    facts = standing_facts(parts_of(person_id), at=known_at)
    born = [str(fact.value["date"]) for fact in facts if fact.kind == Kind.BIRTH_DATE]
    names = [name_in(fact.value).spelled() for fact in facts if fact.kind == Kind.NAME]
    return Marks(
        numbers=tuple(str(f.value["number"]) for f in facts if f.kind == Kind.IDENTIFIER),
        names=tuple(dict.fromkeys(text for spelled in names for text in spelled)),
        born=born[-1] if born else "",
    )


def found(marks: Marks, place: str, *, at: datetime) -> list[Elsewhere]:
    """The files elsewhere that bear these marks, for who may write files at the place."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM custody_found(%s, %s::text[], %s::int[], %s::int[], %s::text[], %s, %s)",
            [place, *as_asked(marks), at],
        )
        return [
            Elsewhere(person_id=person, kept_at=kept_at, held=held)
            for person, kept_at, held in cursor.fetchall()
        ]


def as_asked(marks: Marks) -> tuple[list[str], list[int], list[int], list[str], str]:
    """The marks as the database's doors take them: numbers, words of each spelling, birth date."""
    rows = [
        (spelling, one.word, one.key)
        for spelling, name in enumerate(marks.names)
        for one in asked_of(name)
        if one.word < len(words_of(name))  # two words joined are no word of their own
    ]
    spellings, words, keys = ([row[i] for row in rows] for i in range(3))
    return _read(marks.numbers), spellings, words, keys, marks.born  # type: ignore[return-value]


def _read(numbers: Iterable[str]) -> list[str]:
    read = []
    for number in numbers:
        try:
            read.append(read_number(number))
        except BadNumber:  # what is no number finds nothing
            continue
    return read
