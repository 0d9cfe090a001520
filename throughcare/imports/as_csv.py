"""The report of an import for a spreadsheet: one line a row of the file."""

from __future__ import annotations

import csv
import io
from typing import Final

from throughcare.imports.outcome import Outcome

COLUMNS: Final = (
    "file", "row", "result", "person", "cell", "value", "reason", "what to do", "notes",
)  # fmt: skip
# A spreadsheet runs a cell that begins so; a quotation mark before it makes it text.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def as_csv(outcome: Outcome) -> str:
    """Every row of the files that says something, in their order."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for one in outcome.rows:
        cells = (
            one.file, str(one.row), one.result.value, one.person, one.cell, one.value, one.reason,
            one.remedy, "; ".join(one.notes),
        )  # fmt: skip
        table.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return out.getvalue()
