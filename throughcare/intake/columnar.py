"""Parquet, batch by batch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from throughcare.errors import BadInput
from throughcare.intake.tables import BATCH, Row, Table, TableOptions, header_of, tidy


def open_parquet(path: Path, options: TableOptions) -> Table:
    """Open a Parquet file; its first row is row 1. Raises BadInput."""
    try:
        file: Any = pq.ParquetFile(path)
    except (pa.ArrowException, OSError) as error:
        raise _broken(path, error) from error
    columns = header_of(file.schema_arrow.names, path)
    return Table(path, columns, max(file.metadata.num_rows, 1), _rows(file, columns, path))


def _rows(file: Any, columns: list[str], path: Path) -> Iterator[Row]:
    number = 0
    try:
        for batch in file.iter_batches(batch_size=BATCH):
            for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                number += 1
                yield Row(number, dict(zip(columns, map(tidy, values), strict=True)))
    except (pa.ArrowException, OSError) as error:
        raise _broken(path, error) from error


def _broken(path: Path, error: Exception) -> BadInput:
    reason = str(error).splitlines()[0]
    return BadInput(
        f"the file is not readable as Parquet ({reason})",
        where=str(path),
        remedy="copy or export it again; the end of a Parquet file is needed to read it",
    )
