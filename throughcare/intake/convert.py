"""Rows become records. A row is taken in whole or listed as damaged with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from standards.instants import Instant
from standards.places import zone_of_place
from standards.records import Filling, Place, Record
from throughcare.intake.cells import CellReader, Damaged, known_zone
from throughcare.intake.model import INSTANTS, RecordMap, Source, TableMap
from throughcare.intake.nearest import nearest
from throughcare.intake.tables import Row, text_of

# Values that fill a field only where the rule allows it (patterns.md 2.7).
NOT_KNOWN = frozenset({"not_known", "none"})
_NAMES = {"from": "since", "to": "until"}


@dataclass(slots=True)
class Converted:
    """What one row gave: its records, whose it is, and what is odd about it."""

    records: list[Record] = field(default_factory=list)
    who: str | None = None
    odd: list[str] = field(default_factory=list)


class Converter:
    """Turns the rows of one file into records as its TableMap says."""

    def __init__(
        self,
        table: TableMap,
        cells: CellReader,
        *,
        file: str,
        zone: str | None,
        types: frozenset[str],
        places: Mapping[str, Place],
        row_prefix: str = "",
    ) -> None:
        """`zone` is that of the file's rows; `row_prefix` tells files apart in `row 12`.

        `places` are those read so far.
        """
        self._places = places
        self._table, self._cells, self._file = table, cells, file
        self._zone, self._types, self._prefix = zone, types, row_prefix

    def convert(self, row: Row) -> Converted:
        """The records of a row. Raises Damaged."""
        if row.damage is not None:
            raise Damaged(row.damage)
        found = Converted(who=self._person(row))
        for number, each in enumerate(self._table.records, start=1):
            if all(self._applies(each, row)):
                found.records.append(self._record(each, row, number, found))
        return found

    def _person(self, row: Row) -> str | None:
        source = self._table.person
        if source is None:
            return f"{self._prefix}row {row.number}"
        return self._cells.text(source, row)

    def _applies(self, each: RecordMap, row: Row) -> list[bool]:
        cells = ((c, self._cells.raw(c.column, row)) for c in each.when)
        return [
            cell is not None and (condition.values is None or text_of(cell) in condition.values)
            for condition, cell in cells
        ]

    def _record(self, each: RecordMap, row: Row, number: int, found: Converted) -> Record:
        kind = self._type(each, row)
        zone = self._row_zone(each, row)
        values = self._attributes(each, row, zone)
        _check_times(each, values, kind, found, row)
        if "who" not in values:
            values["who"] = self._required_person(found.who)
        elif values["who"] is None and values.get("place") is None:
            raise Damaged("names neither a person nor a place", _column(each.attributes["who"]))
        if values.get("zone") is None and self._table.zone is not None:
            values["zone"] = self._table.zone
        record_id = values.pop("id", None) or self._id(row, number)
        record = Record(id=record_id, type=kind, **values)
        if not each.fields:
            return record
        fields = self._fields(each, row, record.known_from)
        return Record(id=record_id, type=kind, fields=fields, **values)

    def _type(self, each: RecordMap, row: Row) -> str:
        kind = self._cells.text(each.type, row)
        column = each.type.columns[0] if each.type.columns else None
        if kind is None:
            raise Damaged("the type of record is blank", column)
        if kind not in self._types:
            near = nearest(kind, self._types)
            hint = f" (the nearest is '{near}')" if near else ""
            raise Damaged(f"is not a type of record{hint}", column, kind)
        return kind

    def _row_zone(self, each: RecordMap, row: Row) -> str | None:
        source = each.attributes.get("zone")
        name = self._cells.text(source, row) if source is not None else None
        if name is None:
            return self._place_zone(each, row) or self._zone
        return known_zone(name, _column(source))

    def _place_zone(self, each: RecordMap, row: Row) -> str | None:
        """The zone written for the record's place, if the file of places came first."""
        source = each.attributes.get("place")
        if source is None or not self._places:
            return None
        place = self._cells.text(source, row)
        return None if place is None else zone_of_place(place, self._places)

    # Any: the values are those of Record's parameters, each of its own type.
    def _attributes(self, each: RecordMap, row: Row, zone: str | None) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name, source in each.attributes.items():
            key = _NAMES.get(name, name)
            if name in INSTANTS:
                values[key] = self._cells.instant(source, row, zone)
            elif name == "amount":
                values[key] = self._cells.number(source, row)
            else:
                values[key] = self._cells.text(source, row)
        return values

    def _required_person(self, who: str | None) -> str:
        if who is None:
            raise Damaged("the person is blank", _column(self._table.person))
        return who

    def _fields(self, each: RecordMap, row: Row, entered: Instant | None) -> Mapping[str, Filling]:
        fields = {}
        for name, source in each.fields.items():
            text = self._cells.text(source, row)
            if text is not None:
                reasoned = source.reason is not None and (
                    self._cells.raw(source.reason, row) is not None
                )
                fields[name] = Filling(entered, text in NOT_KNOWN, reasoned)
        return fields

    def _id(self, row: Row, number: int) -> str:
        many = f" ({number})" if len(self._table.records) > 1 else ""
        return f"{self._file} row {row.number}{many}"


def _check_times(
    each: RecordMap, values: Mapping[str, Any], kind: str, found: Converted, row: Row
) -> None:
    """Is there a beginning, and does the end not lie before it?"""
    since, until = values.get("since"), values.get("until")
    if since is None and values.get("at") is None:
        column = _column(each.attributes.get("from") or each.attributes.get("at"))
        raise Damaged("the time is blank, so when it happened is not known", column)
    if since is None and until is not None:
        raise Damaged("has an end but no beginning", _column(each.attributes.get("from")))
    if since is None or until is None:
        return
    if until < since:
        column = _column(each.attributes["to"])
        raise Damaged("the end is before the start", column, row.values.get(column or ""))
    if until == since:
        found.odd.append(f"the {kind} ends when it begins, so it holds at no time")


def _column(source: Source | None) -> str | None:
    return source.columns[0] if source is not None and source.columns else None
