"""What is ready before a release: its plan, with whom it was made, and who took it over.

Each is in place from when it was first so until the person leaves: a plan of an earlier time in
custody says nothing of this one.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final
from uuid import UUID

from throughcare.casework.custody.facts.above import Told
from throughcare.casework.custody.facts.knowing import Known, known
from throughcare.casework.custody.facts.sheet import Sheet
from throughcare.casework.plans.models import Handover, ReleasePlan
from throughcare.casework.plans.terms import HandoverState

BEFORE, AFTER, OF_WOMEN = (
    "prerelease_plan_in_place", "postrelease_plan_in_place", "women_return_plan_in_place",
)  # fmt: skip
AFTERCARE, PROBATION = "aftercare_referral_accepted_or_declined", "probation_handover_received"
KEPT: Final = (BEFORE, AFTER, OF_WOMEN, AFTERCARE, PROBATION)

_ASKED: Final[dict[str, Callable[[ReleasePlan], bool]]] = {
    BEFORE: lambda row: bool(row.measures),
    AFTER: lambda row: bool(row.partners),
    OF_WOMEN: lambda row: bool(row.partners and row.women_needs),
}
# Taken on, or declined by the person; an agency that declines leaves the duty open.
_ANSWERED: Final = {
    HandoverState.ACCEPTED: AFTERCARE, HandoverState.DECLINED: AFTERCARE,
    HandoverState.RECEIVED: PROBATION,
}  # fmt: skip


def release_plans(sheet: Sheet, told: Told) -> None:
    """From the first version on that says it: to write a plan anew does not make it late."""
    rows = {row.id: row for row in told.rows(ReleasePlan)}
    for row in rows.values():
        for kind, says in _ASKED.items():
            if says(row):
                _while_in_custody(sheet, kind, row.id, _since(row, rows, says), known(row))


def handovers(sheet: Sheet, told: Told) -> None:
    """What agencies and probation answered."""
    for row in told.rows(Handover):
        kind = _ANSWERED.get(HandoverState(row.state))
        if kind is not None and row.answered_at is not None:
            _while_in_custody(sheet, kind, row.id, row.answered_at, known(row))


def _since(
    row: ReleasePlan, rows: dict[UUID, ReleasePlan], says: Callable[[ReleasePlan], bool]
) -> datetime:
    since = row.made_at
    before = rows.get(row.replaces_id) if row.replaces_id else None
    while before is not None and says(before):
        since = min(since, before.made_at)
        before = rows.get(before.replaces_id) if before.replaces_id else None
    return since


def _while_in_custody(sheet: Sheet, kind: str, row: UUID, since: datetime, span: Known) -> None:
    for stay in sheet.told.stays:
        both = span.meet(known(stay))
        begun = stay.admitted_at <= since and (stay.left_at is None or since < stay.left_at)
        if both is not None and begun:
            sheet.spell(kind, row, since, stay.left_at, both)
