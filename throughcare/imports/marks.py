"""What a workbook holds beside its values: formulas, merged cells, hidden sheets, macros.

Values are read elsewhere. Macros are never run: nothing here executes what a file brings.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from throughcare.errors import BadInput

_OLD: Final = frozenset({".xls", ".xlsb"})
Cell = tuple[int, int]  # row and column, from 1


@dataclass(frozen=True, slots=True)
class Range:
    """Merged cells, the corners included."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        return f"{name_of(self.top, self.left)}:{name_of(self.bottom, self.right)}"

    def holds(self, row: int, column: int) -> bool:
        """Does the cell belong to it?"""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(slots=True)
class Marks:
    """The marks of one sheet. Of `formulas`, True for one whose last result is in the file."""

    formulas: dict[Cell, bool] = field(default_factory=dict)
    errors: dict[Cell, str] = field(default_factory=dict)
    merged: list[Range] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    macros: bool = False
    _by_row: dict[int, list[Range]] | None = None

    def merged_at(self, row: int, column: int) -> Range | None:
        """The merged cells that this one belongs to."""
        if self._by_row is None:
            self._by_row = {}
            for one in self.merged:
                for number in range(one.top, one.bottom + 1):
                    self._by_row.setdefault(number, []).append(one)
        return next((one for one in self._by_row.get(row, ()) if one.holds(row, column)), None)


def marks_of(path: Path, sheet: str | None) -> Marks:
    """The marks of a sheet; none for a file that is no workbook. Raises BadInput."""
    from throughcare.imports import marks_ods, marks_xlsx

    suffix = path.suffix.lower()
    if suffix in _OLD:
        raise BadInput(
            "in this old kind of workbook, values and formulas cannot be told apart",
            where=str(path), remedy="save it as .xlsx, .ods or .csv and give that file",
        )  # fmt: skip
    readers = {".xlsx": marks_xlsx.read, ".xlsm": marks_xlsx.read, ".ods": marks_ods.read}
    if suffix not in readers or sheet is None:
        return Marks()
    try:
        with zipfile.ZipFile(path) as book:
            return readers[suffix](book, sheet)
    except (zipfile.BadZipFile, KeyError, SyntaxError, ValueError) as error:
        raise BadInput(
            f"the workbook cannot be looked through ({error})", where=str(path),
            remedy="open it in Excel or LibreOffice and save it again",
        ) from error  # fmt: skip


def name_of(row: int, column: int) -> str:
    """The name of a cell as a sheet shows it: B7."""
    return f"{letters_of(column)}{row}"


def letters_of(column: int) -> str:
    """The letters of a column, from 1: A, B, ... Z, AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def place_of(name: str) -> Cell:
    """Row and column of a cell's name. Raises ValueError."""
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(name[len(letters) :]), column
