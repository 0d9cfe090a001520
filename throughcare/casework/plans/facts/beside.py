"""Reports that are in the file, and who cares for ties and rights."""

from __future__ import annotations

from typing import Final

from throughcare.casework.custody.facts.above import Told
from throughcare.casework.custody.facts.knowing import known
from throughcare.casework.custody.facts.sheet import Sheet
from throughcare.casework.plans.models import Caring, Report
from throughcare.casework.plans.terms import ReportKind

FULL, UPDATED, OF_CHILD = (
    "full_reports_received", "assessment_report_updated", "psychosocial_report",
)  # fmt: skip
WORKER: Final = "social_worker_assigned"
KEPT: Final = (FULL, UPDATED, OF_CHILD, WORKER)
# Full reports are current when they come.
_SAYS: Final = {
    ReportKind.FULL: (FULL, UPDATED), ReportKind.UPDATE: (UPDATED,), ReportKind.CHILD: (OF_CHILD,),
}  # fmt: skip


def reports(sheet: Sheet, told: Told) -> None:
    """Each report when it was received; full ones have a health part."""
    for row in told.rows(Report):
        for kind in _SAYS[ReportKind(row.kind)]:
            if kind != FULL or row.health_part:
                sheet.event(kind, row.id, row.received_at, known(row))


def workers(sheet: Sheet, told: Told) -> None:
    """While somebody is named; never before it was written down."""
    for row in told.rows(Caring):
        sheet.spell(WORKER, row.id, row.since, row.until, known(row))
