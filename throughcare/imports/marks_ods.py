"""The marks of an OpenDocument sheet (OpenDocument 1.3, part 3, chapter 9)."""

from __future__ import annotations

import zipfile
from typing import Final
from xml.etree import ElementTree

from throughcare.imports.marks import Marks, Range

_OASIS: Final = "{urn:oasis:names:tc:opendocument:xmlns:"
_TABLE: Final = f"{_OASIS}table:1.0}}"
_OFFICE: Final = f"{_OASIS}office:1.0}}"
_STYLE: Final = f"{_OASIS}style:1.0}}"
_TEXT: Final = f"{_OASIS}text:1.0}}p"
_VALUES: Final = tuple(
    f"{_OFFICE}{name}"
    for name in ("value", "date-value", "time-value", "boolean-value", "string-value")
)
_CELLS: Final = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def read(book: zipfile.ZipFile, sheet: str) -> Marks:
    """The marks of the sheet of this name. Raises KeyError, SyntaxError."""
    macros = any(name.startswith(("Basic/", "Scripts/")) for name in book.namelist())
    marks = Marks(macros=macros)
    root = ElementTree.fromstring(book.read("content.xml"))
    hidden = {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        for properties in style.iter(f"{_STYLE}table-properties")
        if properties.get(f"{_TABLE}display") == "false"
    }
    for table in root.iter(f"{_TABLE}table"):
        if table.get(f"{_TABLE}style-name") in hidden:
            marks.hidden.append(table.get(f"{_TABLE}name", ""))
        if table.get(f"{_TABLE}name") == sheet:
            _rows(table, marks)
    return marks


def _rows(table: ElementTree.Element, marks: Marks) -> None:
    number = 0
    for row in table.iter(f"{_TABLE}table-row"):
        number += 1
        column = 0
        for cell in row:
            if cell.tag not in _CELLS:
                continue
            column += 1
            _look_at(cell, number, column, marks)
            column += _times(cell, "number-columns-repeated") - 1
        number += _times(row, "number-rows-repeated") - 1


def _look_at(cell: ElementTree.Element, row: int, column: int, marks: Marks) -> None:
    if f"{_TABLE}formula" in cell.attrib:
        shown = any(name in cell.attrib for name in _VALUES) or cell.find(_TEXT) is not None
        marks.formulas[row, column] = shown
        text = cell.findtext(_TEXT, "")
        if text.startswith(("#", "Err:")):
            marks.errors[row, column] = text
    down, right = _times(cell, "number-rows-spanned"), _times(cell, "number-columns-spanned")
    if down > 1 or right > 1:
        marks.merged.append(Range(row, column, row + down - 1, column + right - 1))


def _times(element: ElementTree.Element, name: str) -> int:
    return int(element.get(f"{_TABLE}{name}", "1"))
