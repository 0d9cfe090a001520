"""A mapping of an import, typed: what the columns of another register are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatch
from pathlib import Path

from throughcare.intake.dates import DateForm
from throughcare.intake.model import ISO_FORMS, Source
from throughcare.intake.tables import TableOptions


class Merged(StrEnum):
    """What is done with cells that were merged downwards."""

    REFUSE = "refuse"
    FILL = "fill"


class JanuaryFirst(StrEnum):
    """How a birth date on 1 January is read: as that day, or as its year alone."""

    DAY = "day"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class NamePartMap:
    """One part of a name: its column, what it is, and columns with further spellings.

    `split`: the words of the cell are parts of their own, in the order in which they stand.
    """

    column: str
    kind: str = "unspecified"
    spelled: tuple[str, ...] = ()
    split: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class NameMap:
    """One name of the person, in the parts of its own order."""

    use: str
    parts: tuple[NamePartMap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartMap:
    """How the files of one kind are read. `groups` are order, stay, status, placement, movement.

    `key` are the columns that tell rows apart, `person` the column with the person's number, which
    the service keeps under the system `known_by`.
    """

    glob: str = "*"
    zone: str | None = None
    options: TableOptions = field(default_factory=TableOptions)
    blank: frozenset[str] = frozenset()
    forms: tuple[DateForm, ...] = ISO_FORMS
    merged: Merged = Merged.REFUSE
    january_first: JanuaryFirst = JanuaryFirst.DAY
    key: tuple[str, ...] = ()
    person: str = ""
    known_by: str = ""
    names: tuple[NameMap, ...] = ()
    facts: Mapping[str, Source] = field(default_factory=dict)
    numbers: Mapping[str, Source] = field(default_factory=dict)
    groups: Mapping[str, Mapping[str, Source]] = field(default_factory=dict)
    line: int = 0

    def columns_used(self) -> Iterator[tuple[str, int]]:
        """Every column that the mapping names, with the line that names it."""
        yield from ((name, self.line) for name in (*self.key, self.person))
        for name in self.names:
            for part in name.parts:
                yield from ((one, part.line) for one in (part.column, *part.spelled))
        sources = [*self.facts.values(), *self.numbers.values()]
        for group in self.groups.values():
            sources += group.values()
        for source in sources:
            yield from ((one, source.line) for one in source.columns_used())


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportMap:
    """A whole mapping. `source` is the name under which the service knows the other register."""

    source: str
    path: Path
    parts: tuple[PartMap, ...]

    def part_for(self, file: Path) -> PartMap | None:
        """The first part whose name pattern fits the file."""
        return next((part for part in self.parts if fnmatch(file.name, part.glob)), None)
