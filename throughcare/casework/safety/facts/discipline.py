"""Disciplinary cases step by step, and whose mind is ill (Rules 8, 39, 41; Havana 70)."""

from __future__ import annotations

from typing import Final

from standards.instants import from_datetime
from standards.records import Filling
from throughcare.casework.custody.facts.knowing import Chains, known
from throughcare.casework.custody.facts.sheet import EMPTY, Sheet
from throughcare.casework.safety.facts.told import Told
from throughcare.casework.safety.measure_terms import MentalFinding
from throughcare.casework.safety.models import DisciplinaryCase, MentalCondition

HEARING: Final = ("person_heard", "legal_help", "interpreter")
_STEPS: Final = {
    "disciplinary_incident": "happened_at",
    "disciplinary_report": "reported_at",
    "charge_notice": "notice_at",
    "waived_in_writing": "time_waived_at",
    "disciplinary_investigation_closed": "investigation_closed_at",
    "disciplinary_hearing_held": "heard_at",
    "disciplinary_case_decided": "decided_at",
    "review_information_given": "review_told_at",
    "legal_adviser_access_offered": "lawyer_offered_at",
    "questioned_on_criminal_charge": "questioned_at",
}


def cases(sheet: Sheet, told: Told) -> None:
    """Each step of each case, all of one case under one key."""
    chain = Chains(told.rows(DisciplinaryCase))
    for row in told.rows(DisciplinaryCase):
        for kind, name in _STEPS.items():
            sheet.event(kind, row.id, getattr(row, name), known(row), key=row.first)
        _hearing(sheet, row, chain)
        if row.decided_at is not None:
            filed = chain.entered_at(row, "decided_at")
            sheet.event("discipline_entry_filed", row.id, filed, known(row), key=row.first)
        if row.mind_finding != MentalFinding.DIRECT_CAUSE:
            weighed = row.mind_weighed_at
            sheet.event("mental_state_considered", row.id, weighed, known(row), key=row.first)


def minds(sheet: Sheet, told: Told) -> None:
    """Since when an illness of the mind is known, and no more than that."""
    for row in told.rows(MentalCondition):
        sheet.spell("mental_condition_known", row.id, row.since, row.until, known(row))


def _hearing(sheet: Sheet, row: DisciplinaryCase, chain: Chains[DisciplinaryCase]) -> None:
    if row.heard_at is None:
        return
    sheet.event(
        "disciplinary_hearing", row.id, row.heard_at, known(row), key=row.first,
        fields={f"disciplinary_hearing.{name}": _filled(row, name, chain) for name in HEARING},
    )  # fmt: skip
    told_before = row.notice_at is not None and row.notice_at <= row.heard_at
    if told_before and row.notice_language and row.person_heard:
        sheet.event("child_informed_and_heard", row.id, row.heard_at, known(row), key=row.first)


def _filled(row: DisciplinaryCase, name: str, chain: Chains[DisciplinaryCase]) -> Filling:
    if getattr(row, name) in (None, ""):
        return EMPTY
    return Filling(from_datetime(chain.entered_at(row, name)))
