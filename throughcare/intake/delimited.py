"""CSV: rows of text between commas (or what the mapping names)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from throughcare.errors import BadInput
from throughcare.intake.encoding import open_text, wrong_encoding
from throughcare.intake.tables import Row, Table, TableOptions, header_of

_SAMPLE = 1 << 18
_OTHERS = (";", "\t", "|")


def open_csv(path: Path, options: TableOptions) -> Table:
    """Open a CSV file. Raises BadInput."""
    delimiter = options.delimiter or ("\t" if path.suffix.lower() == ".tsv" else ",")
    stream = open_text(path, options.encoding)
    try:
        return _table(path, stream, delimiter, options.encoding)
    except BaseException:
        stream.close()
        raise


def _table(path: Path, stream: TextIO, delimiter: str, encoding: str | None) -> Table:
    try:
        reader = csv.reader(stream, delimiter=delimiter, strict=True)
        skipped, names = _first_row(reader)
    except UnicodeDecodeError as error:
        raise wrong_encoding(path, encoding) from error
    except csv.Error as error:
        raise _not_csv(path, str(error)) from error
    if not names:
        raise BadInput(
            "the file is empty", where=str(path), remedy="export it again; it has only blank lines"
        )
    _check_delimiter(names, delimiter, path)
    columns = header_of(names, path)
    rows = _rows(reader, columns, skipped + 2, path, encoding)
    return Table(path, columns, rows_by_size(path), rows, held=stream, header=skipped + 1)


def rows_by_size(path: Path) -> int:
    """About how many lines a text file has, from its size and its first lines."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        sample = stream.read(_SAMPLE)
    lines = max(sample.count(b"\n"), 1)
    return max(round(size * lines / max(len(sample), 1)), 1)


def _first_row(reader: Iterator[list[str]]) -> tuple[int, list[str]]:
    """How many blank rows come first, and the header."""
    for skipped, row in enumerate(reader):
        if any(cell.strip() for cell in row):
            return skipped, row
    return 0, []


def _rows(
    reader: Iterator[list[str]],
    columns: list[str],
    first: int,
    path: Path,
    encoding: str | None,
) -> Iterator[Row]:
    number, width = first - 1, len(columns)
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except UnicodeDecodeError as error:
            raise wrong_encoding(path, encoding) from error
        except csv.Error as error:
            if "unexpected end" in str(error) or "field limit" in str(error):
                raise _open_quote(path, number) from error
            yield Row(number, {}, f"not readable as CSV ({error})")
            continue
        if not any(cells):
            continue
        damage = None
        if len(cells) != width:
            damage = f"has {len(cells)} cells where the header has {width}"
        tidied = [cell.strip() or None for cell in cells]
        yield Row(number, dict(zip(columns, tidied, strict=False)), damage)


def _check_delimiter(names: list[str], delimiter: str, path: Path) -> None:
    if len(names) > 1:
        return
    for other in _OTHERS:
        if other != delimiter and other in names[0]:
            shown = "a tab" if other == "\t" else f"'{other}'"
            written = '"\\t"' if other == "\t" else f'"{other}"'
            raise BadInput(
                f"the header has one column only; it seems to be cut by {shown}, not '{delimiter}'",
                where=f"{path} row 1",
                remedy=f"write `delimiter: {written}` in the mapping",
            )


def _not_csv(path: Path, reason: str) -> BadInput:
    return BadInput(
        f"the header is not readable as CSV ({reason})",
        where=f"{path} row 1",
        remedy="export the file again as CSV UTF-8",
    )


def _open_quote(path: Path, number: int) -> BadInput:
    return BadInput(
        'a quotation mark (") opens here and is never closed, so no later row can be told apart',
        where=f"{path} row {number}",
        remedy="mend this row, or export the file again",
    )
