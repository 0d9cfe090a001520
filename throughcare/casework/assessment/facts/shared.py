"""What was handed to other agencies, under the names of the rules: never before it went out."""

from __future__ import annotations

from typing import Final

from standards.instants import from_datetime
from standards.records import Filling
from throughcare.casework.assessment.facts.told import Told
from throughcare.casework.assessment.models import Sharing
from throughcare.casework.custody.facts.knowing import Chains, known
from throughcare.casework.custody.facts.sheet import EMPTY, Sheet

RECORD: Final = "disclosure"
# The fields of the rule, by the columns that hold them.
FIELDS: Final = {
    "legal_ground": "legal_ground", "purpose": "purpose", "content": "content",
    "recipient": "recipient", "approved_by": "looked_by",
}  # fmt: skip


def sharings(sheet: Sheet, told: Told) -> None:
    """Each sharing from when it was handed over, with what it says and who approved it."""
    rows = told.rows(Sharing)
    chain = Chains(rows)
    for row in rows:
        fields = {f"{RECORD}.{name}": _filled(chain, row, col) for name, col in FIELDS.items()}
        sheet.event(RECORD, row.id, row.given_at, known(row), key=row.first, fields=fields)


def _filled(chain: Chains[Sharing], row: Sharing, column: str) -> Filling:
    if getattr(row, column) == "":
        return EMPTY
    return Filling(from_datetime(chain.entered_at(row, column)))
