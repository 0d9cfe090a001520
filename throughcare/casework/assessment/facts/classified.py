"""Boards that decided, under the names of the rules: when, filed when, on what, where to.

A board has decided when it sat; what it decided is in the file once another member signed the
minutes. Minutes that were sent back were never known to be so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

from standards.instants import from_datetime
from standards.records import Filling
from throughcare.casework.assessment.board_terms import (
    LEAST,
    NOT_KNOWN,
    ClassificationState,
    FactorKind,
    Weighs,
)
from throughcare.casework.assessment.classified import SIGNED, ends
from throughcare.casework.assessment.facts.told import Told
from throughcare.casework.assessment.models import Classification, Factor
from throughcare.casework.custody.facts.ages import FEMALE
from throughcare.casework.custody.facts.knowing import Chains, known, through
from throughcare.casework.custody.facts.sheet import EMPTY, Sheet

RECORD = "classification"
DONE, FILED = "classification_completed", "classification_report_filed"
OF_WOMAN, OF_VEP = "classification_of_woman", "allocation_of_vep"
MIND_ALONE = "security_raised_for_mental_health_alone"
RECRUITER = "assessed_recruiter"
# The fields of the rules, by the columns that hold them.
OF_A_WOMAN: Final = {
    "classification.violence_background": "violence", "classification.care_duties": "care",
    "classification.mental_health": "mind", "classification.dependency": "dependency",
}  # fmt: skip
ALLOCATED: Final = {
    "allocation.model": "model", "allocation.reasons": "model_why",
    "allocation.review_at": "review_at",
}  # fmt: skip


def classifications(sheet: Sheet, told: Told) -> None:
    """Each decision of a board, when its minutes were filed, and what it says as the rules ask."""
    rows = told.rows(Classification)
    chain = Chains(rows)
    factors = told.rows(Factor)
    for row in rows:
        if row.state == ClassificationState.SENT_BACK:
            continue
        while_known, key = known(row), row.first
        sheet.event(DONE, row.id, row.decided_at, while_known, key=key)
        sheet.event(FILED, row.id, row.looked_at, while_known, key=key)
        asked = _fields(chain, row, OF_A_WOMAN)
        sheet.event(RECORD, row.id, row.decided_at, while_known, key=key, fields=asked)
        _of_woman(sheet, row, asked)
        if row.model:
            said = _fields(chain, row, ALLOCATED)
            sheet.event(OF_VEP, row.id, row.decided_at, while_known, key=key, fields=said)
        if _for_the_mind_alone(row, factors):
            sheet.event(MIND_ALONE, row.id, row.decided_at, while_known, key=key)


def recruiters(sheet: Sheet, told: Told) -> None:
    """While a board's finding holds that the person puts others under pressure to take part."""
    rows, factors = told.rows(Classification), told.rows(Factor)
    for first in dict.fromkeys(row.first for row in rows):
        if FactorKind.PRESSURE not in _raising(first, factors):
            continue
        for span, (since, until) in through(rows, partial(_held, first)):
            sheet.spell(RECRUITER, first, since, until, span)


def _held(first: UUID, standing: list[Classification]) -> tuple[datetime, datetime] | None:
    """From the signature until its review, or until another board has decided."""
    signed = [row for row in standing if row.state in SIGNED and row.looked_at is not None]
    row = next((one for one in signed if one.first == first), None)
    if row is None or row.looked_at is None:
        return None
    later = [one.looked_at for one in signed if one.looked_at and one.decided_at > row.decided_at]
    until = min([ends(row), *later])
    return (row.looked_at, until) if row.looked_at < until else None


def _of_woman(sheet: Sheet, row: Classification, fields: Mapping[str, Filling]) -> None:
    for span, identity in sheet.identities:
        both = known(row).meet(span)
        if both is not None and identity.sex == FEMALE:
            sheet.event(OF_WOMAN, row.id, row.decided_at, both, key=row.first, fields=fields)


def _for_the_mind_alone(row: Classification, factors: Sequence[Factor]) -> bool:
    """Written in no form, as the action refuses it; told all the same where a row says so."""
    return row.level != LEAST and _raising(row.first, factors) == {FactorKind.MENTAL_HEALTH}


def _raising(first: UUID, factors: Sequence[Factor]) -> set[str]:
    """What asked for a higher level, in the minutes that begin with this row."""
    return {
        one.kind for one in factors
        if one.classification_id == first and one.weighs == Weighs.MORE and one.stood_until is None
    }  # fmt: skip


def _fields(
    chain: Chains[Classification], row: Classification, columns: Mapping[str, str]
) -> dict[str, Filling]:
    return {name: _filled(chain, row, column) for name, column in columns.items()}


def _filled(chain: Chains[Classification], row: Classification, column: str) -> Filling:
    value = getattr(row, column)
    if value in (None, ""):
        return EMPTY
    entered, open_ = from_datetime(chain.entered_at(row, column)), value == NOT_KNOWN
    return Filling(entered, unknown=open_, reasoned=open_)
