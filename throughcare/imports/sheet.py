"""An opened file of another register: its rows, and what is odd about them before they are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from throughcare.errors import BadInput
from throughcare.imports.cells import Fault
from throughcare.imports.marks import Marks, letters_of, marks_of, name_of
from throughcare.imports.model import Merged, PartMap
from throughcare.intake.memory import check_fits
from throughcare.intake.nearest import did_you_mean
from throughcare.intake.tables import Cell, Row, Table, open_table


@dataclass(slots=True)
class Sheet:
    """The rows of one file in memory, the blank ones among them counted by their numbers."""

    path: Path
    sha256: str
    part: PartMap
    columns: list[str]
    header: int
    left: int
    rows: list[Row]
    marks: Marks
    notes: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The file's own name, without its folder."""
        return self.path.name

    @property
    def rows_in(self) -> int:
        """Rows below the header, up to the last one that says something."""
        return self.rows[-1].number - self.header if self.rows else 0

    @property
    def blank(self) -> int:
        """How many of them say nothing at all."""
        return self.rows_in - len(self.rows)

    def cell_name(self, row: int, column: str | None) -> str:
        """The cell as its reader finds it: B7 and the heading, or the row alone."""
        if not column or column not in self.columns:
            return f"row {row}"
        return f"{name_of(row, self._number(column))} ({column})"

    def letters(self, column: str | None) -> str:
        """The letters of a column; nothing for none."""
        return letters_of(self._number(column)) if column and column in self.columns else ""

    def looked_through(self, row: Row) -> tuple[Row, list[str]]:
        """The row as it may be read, and what is odd about its cells. Raises Fault."""
        said: list[str] = []
        values = dict(row.values)
        for column in dict.fromkeys(name for name, _line in self.part.columns_used()):
            place = (row.number, self._number(column))
            self._formula(place, column, values.get(column), said)
            merged = self.marks.merged_at(*place)
            if merged is None:
                continue
            if self.part.merged is Merged.REFUSE or merged.left != merged.right:
                raise Fault(
                    f"belongs to merged cells ({merged})", column, values.get(column),
                    "part the cells and write the value into each, or write `merged: fill` in the "
                    "mapping where each means what the first says",
                )  # fmt: skip
            values[column] = self._first_of(merged.top, column)
            said.append(
                f"{name_of(*place)} belongs to merged cells ({merged}): filled from the first"
            )
        return Row(row.number, values, row.damage), said

    def _formula(self, place: tuple[int, int], column: str, value: Cell, said: list[str]) -> None:
        if place in self.marks.errors:
            raise Fault(f"shows an error ({self.marks.errors[place]})", column, value,
                        "write the value itself")  # fmt: skip
        if place not in self.marks.formulas:
            return
        if not self.marks.formulas[place]:
            raise Fault("is a formula that was never calculated", column, value,
                        "open the file in Excel or LibreOffice and save it, or write the value "
                        "itself")  # fmt: skip
        said.append(f"{name_of(*place)} is a formula: its last result was taken")

    def _number(self, column: str) -> int:
        return self.left + self.columns.index(column) + 1

    def _first_of(self, top: int, column: str) -> Cell:
        return next((row.values.get(column) for row in self.rows if row.number == top), None)


def open_file(path: Path, part: PartMap, mapping: Path) -> Sheet:
    """Read a file whole. Raises BadInput where the file as a whole cannot be right."""
    with open_table(path, part.options) as table:
        _check_columns(table, part, mapping)
        check_fits(path, table.expected)
        rows = [row for row in _all(table) if row.damage or _says_something(row)]
        marks = marks_of(path, table.sheet)
        notes = [*table.notes, *_about(marks)]
        return Sheet(
            path, sha256(path.read_bytes()).hexdigest(), part, list(table.columns), table.header,
            table.left, rows, marks, notes,
        )  # fmt: skip


def _all(table: Table) -> Iterator[Row]:
    for batch in table.batches():
        yield from batch


def _says_something(row: Row) -> bool:
    return any(value is not None for value in row.values.values())


def _about(marks: Marks) -> Iterator[str]:
    if marks.macros:
        yield "the file holds macros: they were not run, and nothing of them was read"
    if marks.hidden:
        names = ", ".join(f"'{name}'" for name in marks.hidden)
        yield f"the file has hidden sheets: {names}"


def _check_columns(table: Table, part: PartMap, mapping: Path) -> None:
    for column, line in part.columns_used():
        if column not in table.columns:
            raise BadInput(
                f"the mapping names a column '{column}' that {table.path} does not have",
                where=f"{mapping} line {line}",
                remedy=did_you_mean(column, table.columns),
            )
