"""Reads one file into an intake, row by row, and keeps count."""

from __future__ import annotations

from pathlib import Path
from sys import intern

from standards.records import Person
from throughcare.errors import BadInput
from throughcare.intake.cells import CellReader, Damaged
from throughcare.intake.convert import Converted, Converter
from throughcare.intake.memory import check_fits
from throughcare.intake.model import TableMap
from throughcare.intake.nearest import did_you_mean
from throughcare.intake.notices import Duplicates
from throughcare.intake.outcome import UNKNOWN, Damage, Intake, Notice
from throughcare.intake.people import Register, read_person, read_place
from throughcare.intake.proposals import check_forms
from throughcare.intake.schema import PERSON_TYPE, PLACE_TYPE, unknown_column
from throughcare.intake.tables import Progress, Row, Table
from throughcare.intake.vocabulary import vocabulary


class FileReader:
    """Takes the rows of one file into the intake."""

    def __init__(
        self,
        intake: Intake,
        duplicates: Duplicates,
        *,
        mapping: Path | None,
        zone: str | None,
        name: str,
        row_prefix: str,
    ) -> None:
        self._intake, self._duplicates = intake, duplicates
        self._mapping, self._zone, self._file = mapping, zone, intern(name)
        self._prefix = row_prefix
        self._register = Register(intake.archive, intake.notices)
        self._without_record = 0
        self._label_sets: dict[tuple[str, ...], dict[str, str]] = {}

    def read(self, table: Table, how: TableMap, progress: Progress | None = None) -> None:
        """Read all rows. Raises BadInput when the file as a whole cannot be right."""
        check_fits(table.path, table.expected, len(how.records))
        self._check_columns(table, how)
        self._how, self._cells = how, CellReader(how)
        self._intake.label_names += [n for n in how.labels if n not in self._intake.label_names]
        self._notice("sheet", 0, *table.notes)
        self._converter = Converter(
            how,
            self._cells,
            file=self._file,
            zone=how.zone or self._zone,
            types=vocabulary().types,
            places=self._intake.archive.places,
            row_prefix=self._prefix,
        )
        for batch in table.batches(progress):
            self._check_growth(table, how)
            for row in batch:
                self._row(row)
        self._intake.notices += check_forms(table.path, self._mapping, self._cells.tallies)
        if self._without_record:
            self._notice(
                "no_record",
                0,
                f"{self._without_record} rows gave no record, as none of "
                "the conditions under `when` held",
            )

    def _row(self, row: Row) -> None:
        intake = self._intake
        intake.read += 1
        try:
            if row.damage is None and self._how.plain and self._named(row):
                pass
            else:
                self._accept(self._converter.convert(row), row)
        except Damaged as damaged:
            intake.damaged.append(
                Damage(self._file, row.number, damaged.reason, damaged.column, damaged.value)
            )
            return
        intake.accepted += 1
        notice = self._duplicates.check(self._file, row)
        if notice is not None:
            intake.notices.append(notice)

    def _accept(self, found: Converted, row: Row) -> None:
        """Take the row in: everything that may still fail comes before anything is kept."""
        how, cells, intake = self._how, self._cells, self._intake
        labels = self._labels(row) if how.labels else None
        self._check_ids(found)
        if how.plain:
            person = place = None
        else:
            person = self._person(found, row)
            place = read_place(how.places, cells, row) if how.places else None
        if person is not None:
            self._register.add_person(person, self._file, row.number)
        if place is not None:
            self._register.add_place(place, self._file, row.number)
        where = (self._file, row.number)
        for record in found.records:
            intake.archive.records.append(record)
            intake.source_rows[record.id] = where
            if labels is not None:
                intake.labels[record.id] = labels
        self._notice("empty_spell", row.number, *found.odd)
        if not found.records and how.records:
            self._without_record += 1

    def _labels(self, row: Row) -> dict[str, str]:
        """The labels of a row; rows with the same ones share them, as most do."""
        how, cells = self._how, self._cells
        values = tuple(cells.text(source, row) or UNKNOWN for source in how.labels.values())
        found = self._label_sets.get(values)
        if found is None:
            found = self._label_sets[values] = dict(zip(how.labels, values, strict=True))
        return found

    def _person(self, found: Converted, row: Row) -> Person | None:
        if not self._how.persons:
            return None
        if found.who is None:
            raise Damaged("the person is blank")
        return read_person(found.who, self._how.persons, self._cells, row)

    def _named(self, row: Row) -> bool:
        """A row of the record schema that describes a person or a place, not a record."""
        kind = row.values.get("type")
        if kind == PERSON_TYPE:
            who = self._cells.text(self._how.person, row) if self._how.person else None
            if who is None:
                raise Damaged("the person is blank", "who")
            person = read_person(who, self._how.persons, self._cells, row)
            self._register.add_person(person, self._file, row.number)
        elif kind == PLACE_TYPE:
            place = read_place(self._how.places, self._cells, row)
            if place is None:
                raise Damaged("the place is blank", "place")
            self._register.add_place(place, self._file, row.number)
        return kind in (PERSON_TYPE, PLACE_TYPE)

    def _check_ids(self, found: Converted) -> None:
        for record in found.records:
            earlier = self._intake.source_rows.get(record.id)
            if earlier is not None:
                raise Damaged(
                    f"the record's id is already that of {earlier[0]} row {earlier[1]}",
                    "id",
                    record.id,
                )

    def _check_columns(self, table: Table, how: TableMap) -> None:
        if how.plain:
            return
        for column, line in how.columns_used():
            if column not in table.columns:
                raise BadInput(
                    f"the mapping names a column '{column}' that {table.path} does not have",
                    where=f"{self._mapping} line {line}",
                    remedy=did_you_mean(column, table.columns),
                )

    def _check_growth(self, table: Table, how: TableMap) -> None:
        """JSON lines may bring new columns late; a misspelt one must not pass unseen."""
        odd = unknown_column(table.columns) if how.plain else None
        if odd is not None:
            raise BadInput(
                f"a later line has '{odd[0]}', which is not in the record schema",
                where=str(table.path),
                remedy=odd[1],
            )

    def _notice(self, kind: str, row: int, *texts: str) -> None:
        self._intake.notices += [Notice(kind, self._file, row, text) for text in texts]
