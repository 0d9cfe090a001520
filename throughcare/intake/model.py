"""A mapping, typed: how the rows of one kind of file become records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from throughcare.intake.dates import ISO, DateForm
from throughcare.intake.tables import TableOptions

INSTANTS = ("at", "from", "to", "planned_at", "recorded_at", "made_at", "voided_at")
TEXTS = ("who", "key", "place", "zone", "by_staff", "supersedes", "id", "kind")
NUMBERS = ("amount",)
ATTRIBUTES = (*INSTANTS, *TEXTS, *NUMBERS)
MEASURES = (
    "floor_area_m2",
    "certified_capacity",
    "design_capacity",
    "health_staff_fte",
    "specialist_fte",
)
ISO_FORMS = (DateForm(ISO),)


@dataclass(frozen=True, slots=True)
class Source:
    """Where one value comes from: a column, several joined by a slash, or a constant.

    `values` translates codes; a code that it does not list is damage. `clock` is a further
    column with the time of day. `reason` is a column that says why a field is not known.
    """

    columns: tuple[str, ...] = ()
    constant: str | None = None
    values: Mapping[str, str | None] | None = None
    forms: tuple[DateForm, ...] = ISO_FORMS
    clock: str | None = None
    reason: str | None = None
    line: int = 0

    def columns_used(self) -> Iterator[str]:
        yield from self.columns
        yield from (name for name in (self.clock, self.reason) if name is not None)


@dataclass(frozen=True, slots=True)
class Condition:
    """A row gives the record only if the column holds one of the values (None: anything)."""

    column: str
    values: frozenset[str] | None
    line: int = 0


@dataclass(frozen=True, slots=True)
class RecordMap:
    """How a row gives one record."""

    type: Source
    attributes: Mapping[str, Source]
    fields: Mapping[str, Source] = field(default_factory=dict)
    when: tuple[Condition, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMap:
    """How the files of one kind are read. `person` None: each row is a person of its own."""

    glob: str = "*"
    zone: str | None = None
    person: Source | None = None
    options: TableOptions = field(default_factory=TableOptions)
    blank: frozenset[str] = frozenset()
    decimal: str = "."
    labels: Mapping[str, Source] = field(default_factory=dict)
    persons: Mapping[str, Source] = field(default_factory=dict)
    places: Mapping[str, Source] = field(default_factory=dict)
    records: tuple[RecordMap, ...] = ()
    plain: bool = False

    @property
    def needs_person(self) -> bool:
        """Does any part of a row belong to its person?"""
        return bool(self.persons) or any("who" not in each.attributes for each in self.records)

    def columns_used(self) -> Iterator[tuple[str, int]]:
        """Every column that the mapping names, with the line that names it."""
        for source in self._sources():
            for column in source.columns_used():
                yield column, source.line
        for record in self.records:
            for condition in record.when:
                yield condition.column, condition.line

    def _sources(self) -> Iterator[Source]:
        if self.person is not None and self.needs_person:
            yield self.person
        for group in (self.labels, self.persons, self.places):
            yield from group.values()
        for record in self.records:
            yield record.type
            yield from record.attributes.values()
            yield from record.fields.values()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMap:
    """A mapping file: its name, the declared assumptions and one TableMap per kind of file."""

    name: str
    path: Path | None = None
    zone: str | None = None
    assumptions: Mapping[str, str] = field(default_factory=dict)
    kept: frozenset[str] | None = None
    tables: tuple[TableMap, ...] = ()

    def table_for(self, file: Path) -> TableMap | None:
        """The first section whose name pattern fits the file."""
        return next((t for t in self.tables if fnmatch(file.name, t.glob)), None)
