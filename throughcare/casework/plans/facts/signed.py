"""Plans as the rules ask for them: made once both sides signed. A draft is no plan yet."""

from __future__ import annotations

from typing import Final

from standards.instants import from_datetime
from standards.records import Filling
from throughcare.casework.custody.facts.above import Told
from throughcare.casework.custody.facts.knowing import Chains, known
from throughcare.casework.custody.facts.sheet import EMPTY, Sheet
from throughcare.casework.plans.models import Plan
from throughcare.casework.plans.terms import PlanKind

RECORD, MADE, AFTER_ASSESSMENT = "treatment_plan", "treatment_plan_made", "vep_plan_made"
KEPT: Final = (RECORD, MADE, AFTER_ASSESSMENT)
# The fields of the rules, by the columns that hold them.
_COLUMNS: Final = {f"{RECORD}.family_part": "family", f"{RECORD}.release_part": "release"}
FIELDS: Final = tuple(_COLUMNS)


def plans(sheet: Sheet, told: Told) -> None:
    """Each version when it was signed; a short one has no part on release to ask for."""
    rows = told.rows(Plan)
    chain = Chains(rows)
    for row in rows:
        if row.signed_at is None:
            continue
        span, key = known(row), row.first
        sheet.event(MADE, row.id, row.signed_at, span)
        sheet.event(AFTER_ASSESSMENT, row.id, row.signed_at, span)
        if row.kind == PlanKind.FULL:
            fields = {name: _filled(chain, row, column) for name, column in _COLUMNS.items()}
            sheet.event(RECORD, row.id, row.signed_at, span, key=key, fields=fields)


def _filled(chain: Chains[Plan], row: Plan, column: str) -> Filling:
    if not getattr(row, column):
        return EMPTY
    return Filling(from_datetime(chain.entered_at(row, column)))
