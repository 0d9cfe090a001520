"""Tables: CSV, Excel, Parquet and JSON lines read alike, as rows with the numbers people see."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any, Protocol, Self

from throughcare.errors import BadInput
from throughcare.intake.nearest import nearest

Cell = str | int | float | date | datetime | None
# Rows read so far and rows expected (an estimate, at least as many).
Progress = Callable[[int, int], None]

BATCH = 5_000


@dataclass(slots=True)
class Row:
    """One row of a file. `number` is what a person sees: in CSV and Excel the header is row 1.

    `damage` says why the row as a whole cannot be read; then `values` is what could be.
    """

    number: int
    values: dict[str, Cell]
    damage: str | None = None


@dataclass(frozen=True, slots=True)
class TableOptions:
    """What a mapping says about how a file is written. None: UTF-8, comma, first sheet."""

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None


class Closes(Protocol):
    """What keeps a file open until it is closed."""

    def close(self) -> object: ...


@dataclass(slots=True)
class Table:
    """An open table: its columns, how many rows to expect, and its rows.

    `columns` is complete from the start, except in JSON lines, where it grows with reading.
    `notes` tells what was left aside (further sheets). `held` is what must be closed at the end.
    `header` is the number of the header's row, `left` how many columns of a sheet come before the
    first that is used, `sheet` the name of the sheet.
    """

    path: Path
    columns: list[str]
    expected: int
    rows: Iterator[Row]
    notes: list[str] = field(default_factory=list)
    held: Closes | None = None
    header: int = 1
    left: int = 0
    sheet: str | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.held is not None:
            self.held.close()

    def batches(self, progress: Progress | None = None) -> Iterator[list[Row]]:
        """The rows in batches. Raises BadInput when there is none."""
        done = 0
        while batch := list(islice(self.rows, BATCH)):
            yield batch
            done += len(batch)
            if progress is not None:
                progress(done, max(done, self.expected))
        if not done:
            raise BadInput(
                "the file has a header but no rows",
                where=str(self.path),
                remedy="check that the export was complete; give a file with at least one row",
            )


def open_table(path: Path, options: TableOptions | None = None) -> Table:
    """Open a file by its suffix. Raises BadInput."""
    from throughcare.intake import columnar, delimited, lines, sheets

    readers = {
        ".csv": delimited.open_csv,
        ".tsv": delimited.open_csv,
        ".txt": delimited.open_csv,
        ".parquet": columnar.open_parquet,
        ".xlsx": sheets.open_sheet,
        ".xlsm": sheets.open_sheet,
        ".xlsb": sheets.open_sheet,
        ".xls": sheets.open_sheet,
        ".ods": sheets.open_sheet,
        ".jsonl": lines.open_lines,
        ".ndjson": lines.open_lines,
    }
    _check_there(path)
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise BadInput(
            f"files ending in '{path.suffix or path.name}' are not read here",
            where=str(path),
            remedy="give .csv, .xlsx, .ods, .parquet or .jsonl (one JSON object a line)",
        )
    return reader(path, options or TableOptions())


def header_of(names: Iterable[object], path: Path) -> list[str]:
    """Column names, tidied; an unnamed column gets its number. Raises BadInput on equal ones."""
    header: list[str] = []
    for number, name in enumerate(names, start=1):
        text = str(name).strip() if name is not None else ""
        text = text or f"(column {number})"
        if text in header:
            raise BadInput(
                f"two columns are named '{text}' (columns {header.index(text) + 1} and {number})",
                where=f"{path} row 1",
                remedy="give each column its own name",
            )
        header.append(text)
    return header


def tidy(value: Any) -> Cell:
    """A cell as this program keeps it: text without spaces around it, blank as None."""
    if value is None:
        return None
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        if value != value:  # a blank number in many exports
            return None
        return int(value) if value.is_integer() else value
    if isinstance(value, (int, datetime, date)):
        return value
    if isinstance(value, time):
        return value.isoformat()
    return str(value)


def text_of(cell: Cell) -> str:
    """The cell as a person would read it."""
    return "" if cell is None else str(cell)


def _check_there(path: Path) -> None:
    if path.is_dir():
        raise BadInput(
            "this is a folder, not a file",
            where=str(path),
            remedy=f"name the files in it, for example {path}/*.csv",
        )
    try:
        with path.open("rb") as stream:
            first = stream.read(1)
    except FileNotFoundError as error:
        raise BadInput("there is no such file", where=str(path), remedy=_like(path)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInput(
            f"the file cannot be opened ({reason})",
            where=str(path),
            remedy="check that you may read it",
        ) from error
    if not first:
        raise BadInput(
            "the file is empty", where=str(path), remedy="export it again; it has no bytes at all"
        )


def _like(path: Path) -> str:
    try:
        near = nearest(path.name, (other.name for other in path.parent.iterdir()))
    except OSError:
        return f"the folder {path.parent} does not exist either; check the path"
    return f"did you mean '{path.parent / near}'?" if near else "check the name and the folder"
