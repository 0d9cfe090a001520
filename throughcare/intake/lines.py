"""JSON lines: one object a line."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

from throughcare.errors import BadInput
from throughcare.intake.delimited import rows_by_size
from throughcare.intake.encoding import open_text, wrong_encoding
from throughcare.intake.tables import Row, Table, TableOptions, tidy

_LOOK_AHEAD = 1000


def open_lines(path: Path, options: TableOptions) -> Table:
    """Open a file of JSON lines. Its columns are the names seen in the lines."""
    columns: dict[str, None] = {}
    rows = _rows(path, options.encoding, columns)
    ahead = list(islice(rows, _LOOK_AHEAD))
    table = Table(path, list(columns), rows_by_size(path), iter(()), held=rows)
    table.rows = _growing(chain(ahead, rows), columns, table)
    return table


def _growing(rows: Iterator[Row], columns: dict[str, None], table: Table) -> Iterator[Row]:
    for row in rows:
        if len(columns) > len(table.columns):
            table.columns[:] = columns
        yield row


def _rows(path: Path, encoding: str | None, columns: dict[str, None]) -> Generator[Row, None, None]:
    try:
        with open_text(path, encoding) as stream:
            for number, line in enumerate(stream, start=1):
                if line.strip():
                    yield _row(path, number, line, columns)
    except UnicodeDecodeError as error:
        raise wrong_encoding(path, encoding) from error


def _row(path: Path, number: int, line: str, columns: dict[str, None]) -> Row:
    try:
        found: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadInput(
            f"this line is not JSON ({error})",
            where=f"{path} line {number}",
            remedy="write one complete JSON object on each line; a broken end means a cut export",
        ) from error
    if not isinstance(found, dict):
        return Row(number, {}, "is JSON, but not an object with names and values")
    columns.update(dict.fromkeys(found))
    values = {name: tidy(value) for name, value in found.items()}
    nested = [name for name, value in found.items() if isinstance(value, (dict, list))]
    damage = f"'{nested[0]}' holds a list or object, not one value" if nested else None
    return Row(number, values, damage)
