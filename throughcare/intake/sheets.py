"""Excel and OpenDocument sheets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import python_calamine as calamine

from throughcare.errors import BadInput
from throughcare.intake.memory import check_sheet_fits
from throughcare.intake.nearest import did_you_mean
from throughcare.intake.tables import Cell, Row, Table, TableOptions, header_of, tidy


def open_sheet(path: Path, options: TableOptions) -> Table:
    """Open the sheet named in the mapping, or the first one. Raises BadInput."""
    check_sheet_fits(path)
    try:
        book = calamine.CalamineWorkbook.from_path(str(path))
        name = _choose(book.sheet_names, options.sheet, path)
        sheet = book.get_sheet_by_name(name)
    except (calamine.CalamineError, calamine.PasswordError, OSError) as error:
        raise BadInput(
            f"the file is not readable as a workbook ({error})",
            where=str(path),
            remedy="open it in Excel or LibreOffice, save it again without password, or as CSV",
        ) from error
    rows = enumerate(sheet.iter_rows(), start=1)
    for start, names in rows:
        if any(tidy(cell) is not None for cell in names):
            columns, gaps = _header(names, path)
            found = _rows(rows, columns, gaps)
            expected = max(sheet.total_height - start, 1)
            unread = _unread(book.sheet_names, name, options)
            left = sheet.start[1] if sheet.start else 0
            return Table(
                path, columns, expected, found, unread, header=start, left=left, sheet=name
            )
    raise BadInput(
        f"the sheet '{name}' is empty",
        where=str(path),
        remedy="name the right sheet in the mapping, for example `sheet: Placements`",
    )


def _header(names: list[Any], path: Path) -> tuple[list[str], int]:
    """The columns, without the nameless ones at the right edge."""
    cells = [tidy(name) for name in names]
    while cells and cells[-1] is None:
        cells.pop()
    return header_of(cells, path), len(names) - len(cells)


def _rows(rows: Iterator[tuple[int, list[Any]]], columns: list[str], gaps: int) -> Iterator[Row]:
    width = len(columns)
    for number, cells in rows:
        values: list[Cell] = [tidy(cell) for cell in cells]
        if not any(value is not None for value in values):
            continue
        beyond = any(value is not None for value in values[width:])
        damage = "has a value to the right of the last named column" if beyond else None
        yield Row(number, dict(zip(columns, values, strict=False)), damage)


def _choose(names: list[str], wanted: str | None, path: Path) -> str:
    if wanted is None:
        return names[0]
    if wanted not in names:
        raise BadInput(
            f"there is no sheet '{wanted}'", where=str(path), remedy=did_you_mean(wanted, names)
        )
    return wanted


def _unread(names: list[str], read: str, options: TableOptions) -> list[str]:
    others = [name for name in names if name != read]
    if options.sheet is not None or not others:
        return []
    return [f"only the sheet '{read}' was read, not {', '.join(repr(n) for n in others)}"]
