"""Records as columns: every name a whole number, every instant microseconds.

The tables of `Columns` (an absent name is NONE, an absent instant or amount null):

records   rid, name, typ, who, key, t0, t1, spell, place, zone, amount, staff, planned, known,
          made, voided, supersedes, uncertain, nolog
fields    rid, typ, who, key, field, entered, isunknown, reasoned
persons   who, ofage, latest, female, male
places    place, n1, n2, n3, n4                 the nodes above each path
nodes     node, zone, closed, and one column a measure
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute as pc

from standards.findings import Flag
from standards.groups import MEN, WOMEN, comes_of_age, has_sex
from standards.instants import Instant
from standards.places import node_at, zone_of
from standards.records import Archive, Record

NONE = -1
_AT_ONCE = 50_000  # rows that are held before they become columns
MEASURES = (
    "floor_area_m2",
    "certified_capacity",
    "design_capacity",
    "health_staff_fte",
    "specialist_fte",
)

_RECORDS = pa.schema(
    [(n, pa.int64()) for n in ("rid", "name", "typ", "who", "key", "t0", "t1")]
    + [("spell", pa.bool_()), ("place", pa.int64()), ("zone", pa.int64())]
    + [("amount", pa.float64())]
    + [(n, pa.int64()) for n in ("staff", "planned", "known", "made", "voided", "supersedes")]
    + [("uncertain", pa.bool_()), ("nolog", pa.bool_())]
)
_FIELDS = pa.schema(
    [(n, pa.int64()) for n in ("rid", "typ", "who", "key", "field", "entered")]
    + [("isunknown", pa.bool_()), ("reasoned", pa.bool_())]
)
_PERSONS = pa.schema(
    [("who", pa.int64()), ("ofage", pa.int64())]
    + [(n, pa.bool_()) for n in ("latest", "female", "male")]
)
_PLACES = pa.schema([(n, pa.int64()) for n in ("place", "n1", "n2", "n3", "n4")])
_NODES = pa.schema(
    [("node", pa.int64()), ("zone", pa.int64()), ("closed", pa.bool_())]
    + [(n, pa.float64()) for n in MEASURES]
)


SCHEMAS: dict[str, pa.Schema] = {
    "records": _RECORDS,
    "fields": _FIELDS,
    "persons": _PERSONS,
    "places": _PLACES,
    "nodes": _NODES,
}


@dataclass(slots=True)
class Names:
    """Texts and their numbers, given out in the order of asking."""

    numbers: dict[str, int] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)

    def number(self, text: str | None) -> int:
        """The number of a text; NONE for no text."""
        if text is None:
            return NONE
        known = self.numbers.get(text)
        if known is None:
            known = self.numbers[text] = len(self.texts)
            self.texts.append(text)
        return known

    def copy(self) -> Names:
        """The same numbers, to which others may be added."""
        return Names(dict(self.numbers), list(self.texts))

    def text(self, number: int) -> str | None:
        return None if number == NONE else self.texts[number]


@dataclass(slots=True)
class Columns:
    """An archive as tables, the names to read them back, and the span of time they cover.

    `tables` has one Arrow table, or the path of a Parquet file, for each name of SCHEMAS.
    `zones` are sorted by name and their numbers follow that order. `zone` is the default's.
    `first_of_age` is when the eldest person came of age.
    """

    tables: dict[str, pa.Table | Path]
    names: Names
    zones: list[str]
    zone: int
    span: tuple[Instant, Instant]
    first_of_age: Instant | None = None


def from_archive(archive: Archive, extra: Iterable[Record] = (), *, names: Names) -> Columns:
    """Put an archive into columns; `extra` are derived records, which count as they are.

    `names` are those of the published queries; the archive's own are added to them.
    """
    records = sorted(archive.records, key=lambda record: record.id)
    derived = list(extra)
    zones = _zones(archive, records + derived)
    number_of = {zone: number for number, zone in enumerate(zones)}
    coder = _Coder(archive, names, number_of)
    everything = records + derived
    written = _table("records", coder.records(records, derived))
    fields = (row for rid, record in enumerate(everything) for row in coder.fields(rid, record))
    tables = {"records": written, "fields": _table("fields", fields)}
    persons = coder.persons()
    tables |= {
        "persons": _table("persons", persons),
        "places": _table("places", coder.places(everything)),
        "nodes": _table("nodes", coder.nodes(everything)),
    }
    return Columns(
        tables=tables,
        names=names,
        zones=zones,
        zone=number_of[archive.zone],
        span=_span(written),
        first_of_age=min(
            (row["ofage"] for row in persons if row["ofage"] is not None), default=None
        ),
    )


def _table(name: str, rows: Iterable[dict[str, Any]]) -> pa.Table:
    """Rows as columns, some at a time: a million rows are ten times as large as their columns."""
    schema, waiting = SCHEMAS[name], iter(rows)
    batches = []
    while some := list(islice(waiting, _AT_ONCE)):
        batches.append(pa.RecordBatch.from_pylist(some, schema=schema))
    return pa.Table.from_batches(batches, schema=schema)


def named_tables() -> dict[str, ir.Table]:
    """The tables as names only, to write queries over."""
    return {name: ibis.table(ibis.schema(SCHEMAS[name]), name=name) for name in SCHEMAS}


def _zones(archive: Archive, records: Sequence[Record]) -> list[str]:
    written = {zone_of(record, archive.places, archive.zone) for record in records}
    written |= {place.zone for place in archive.places.values() if place.zone is not None}
    written |= {person.zone for person in archive.persons.values() if person.zone is not None}
    return sorted(written | {archive.zone})


def _span(written: pa.Table) -> tuple[Instant, Instant]:
    found = [pc.min_max(written[name]).as_py() for name in ("t0", "t1", "planned", "known", "made")]
    return (
        min((one["min"] for one in found if one["min"] is not None), default=0),
        max((one["max"] for one in found if one["max"] is not None), default=0),
    )


@dataclass(slots=True)
class _Coder:
    """Turns records, persons and places into rows of numbers."""

    archive: Archive
    names: Names
    zones: dict[str, int]

    def records(
        self, records: Sequence[Record], derived: Sequence[Record]
    ) -> Iterator[dict[str, Any]]:
        """The records, and then those that follow from them, which count as they are."""
        for rid, record in enumerate(records):
            yield self.record(rid, record)
        for rid, record in enumerate(derived, start=len(records)):
            yield {**self.record(rid, record), "known": None, "voided": None, "supersedes": NONE}

    def record(self, rid: int, record: Record) -> dict[str, Any]:
        number = self.names.number
        return {
            "rid": rid,
            "name": number(record.id),
            "typ": number(record.type),
            "who": number(record.who or record.place or ""),
            "key": number(record.key),
            "t0": record.time,
            "t1": record.until,
            "spell": record.at is None and record.since is not None,
            "place": number(record.place),
            "zone": self.zones[zone_of(record, self.archive.places, self.archive.zone)],
            "amount": record.amount,
            "staff": number(record.by_staff),
            "planned": record.planned_at,
            "known": record.known_from,
            "made": record.made_at,
            "voided": record.voided_at,
            "supersedes": number(record.supersedes),
            "uncertain": record.uncertain,
            "nolog": Flag.NO_CONTACT_LOG in record.flags,
        }

    def fields(self, rid: int, record: Record) -> list[dict[str, Any]]:
        number = self.names.number
        return [
            {
                "rid": rid,
                "typ": number(record.type),
                "who": number(record.who or record.place or ""),
                "key": number(record.key),
                "field": number(name),
                "entered": filling.entered_at,
                "isunknown": filling.unknown,
                "reasoned": filling.reasoned,
            }
            for name, filling in record.fields.items()
        ]

    def persons(self) -> list[dict[str, Any]]:
        return [
            {
                "who": self.names.number(who),
                "ofage": comes_of_age(person, self.archive.zone),
                "latest": person.birth_date_is_latest,
                "female": has_sex(person, WOMEN),
                "male": has_sex(person, MEN),
            }
            for who, person in self.archive.persons.items()
        ]

    def places(self, records: Sequence[Record]) -> list[dict[str, Any]]:
        paths = sorted({record.place for record in records if record.place is not None})
        return [
            {
                "place": self.names.number(path),
                **{f"n{d}": self.names.number(node_at(path, d)) for d in (1, 2, 3, 4)},
            }
            for path in paths
        ]

    def nodes(self, records: Sequence[Record]) -> list[dict[str, Any]]:
        paths = {record.place for record in records if record.place is not None}
        named = {n for path in paths for d in (1, 2, 3, 4) if (n := node_at(path, d)) is not None}
        rows = []
        for node in sorted(named | set(self.archive.places)):
            place = self.archive.places.get(node)
            zone = zone_of(
                Record(id="", type="", who=None, place=node),
                self.archive.places,
                self.archive.zone,
            )
            measures = place.measures if place is not None else {}
            rows.append(
                {
                    "node": self.names.number(node),
                    "zone": self.zones[zone],
                    "closed": place is not None and place.closed is True,
                    **{name: measures.get(name) for name in MEASURES},
                }
            )
        return rows
