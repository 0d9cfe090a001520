"""Assessments that were approved, under the names of the rules, and the training of the assessor.

An assessment counts from its approval: until then it is a draft that nobody may use.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from standards.instants import from_datetime
from standards.records import Filling
from throughcare.casework.assessment.assess_terms import AssessmentState, SourceKind
from throughcare.casework.assessment.facts.told import Told
from throughcare.casework.assessment.models import Assessment, Disclosure, Source
from throughcare.casework.assessment.tools import tools
from throughcare.casework.custody.facts.knowing import known
from throughcare.casework.custody.facts.sheet import EMPTY, Sheet
from throughcare.service.training.queries import certified

RECORD, DONE, TRAINED = "vep_assessment", "vep_assessment_completed", "assessor_training_valid"
TOLD, TOLD_RECORD = "outcome_told_and_comment_invited", "outcome_told"
FIELDS: Final = ("at", "by", "contributors", "sources", "tool")
# Whoever else contributed: what staff saw, another agency, a second rater.
_OTHERS: Final = frozenset({SourceKind.OBSERVATION, SourceKind.AGENCY})


def assessments(sheet: Sheet, told: Told) -> None:
    """Each approved assessment, with what it draws on and the training of its assessor."""
    sources, tellings = told.rows(Source), told.rows(Disclosure)
    for row in told.rows(Assessment):
        if row.state != AssessmentState.APPROVED:
            continue
        own = [one for one in sources if one.assessment_id == row.first]
        while_known, key = known(row), row.first
        sheet.event(DONE, row.id, row.approved_at, while_known, key=key)
        sheet.event(RECORD, row.id, row.approved_at, while_known, key=key, fields=_fields(row, own))
        _training(sheet, row)
    for telling in tellings:
        said, key = known(telling), telling.assessment_id
        sheet.event(TOLD, telling.id, telling.told_at, said, key=key)
        sheet.event(TOLD_RECORD, telling.id, telling.told_at, said, key=key, fields=_told(telling))


def _fields(row: Assessment, sources: Sequence[Source]) -> dict[str, Filling]:
    filled = Filling(from_datetime(row.recorded_at))
    others = bool(row.second_by) or any(one.kind in _OTHERS for one in sources)
    there = {"contributors": others, "sources": bool(sources)}
    return {f"{RECORD}.{name}": filled if there.get(name, True) else EMPTY for name in FIELDS}


def _told(row: Disclosure) -> dict[str, Filling]:
    """When the person was told; that nothing was kept back is an answer as well."""
    filled = Filling(from_datetime(row.recorded_at))
    return {f"{TOLD_RECORD}.at": filled, f"{TOLD_RECORD}.withheld_reason": filled}


def _training(sheet: Sheet, row: Assessment) -> None:
    """The certificate that held when the assessor finished, as it was known then."""
    tool = next((one for one in tools() if one.digest == row.tool_digest), None)
    if tool is None or row.rated_at is None:
        return
    held = certified(row.assessed_by, "assessor", tool.training.tool, at=row.rated_at)
    if held is not None:
        passed = sheet.start_of(held.passed_on)
        sheet.event(TRAINED, row.id, passed, known(row), key=row.first)
