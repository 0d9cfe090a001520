"""What the engine is told of plans, in the vocabulary of the rules.

signed   versions that both sides signed, and what they say of family and release
release  the plan for release, its handover, and what care after release answered
beside   reports in the file, and the social worker
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final
from uuid import UUID

from standards.records import Record
from throughcare.casework.custody.facts.above import Told, told_from
from throughcare.casework.custody.facts.sheet import Sheet
from throughcare.casework.custody.facts.told import Told as OfCustody
from throughcare.casework.plans.facts import beside, release, signed
from throughcare.casework.plans.models import Caring, Handover, Plan, ReleasePlan, Report
from throughcare.casework.rows.record import Record as Row

__all__ = ["FIELDS", "KEPT", "TABLES", "records_of", "told_of"]

KEPT: Final = frozenset((*signed.KEPT, *release.KEPT, *beside.KEPT))
FIELDS: Final = frozenset(signed.FIELDS)
TABLES: Final[tuple[type[Row], ...]] = (Plan, ReleasePlan, Handover, Report, Caring)
WRITERS: Final[tuple[Callable[[Sheet, Told], None], ...]] = (
    signed.plans,
    *(release.release_plans, release.handovers),
    *(beside.reports, beside.workers),
)


def told_of(
    custody: Sequence[OfCustody], parts: Mapping[UUID, UUID],
    some: Collection[type[Row]] | None = None,
) -> list[Told]:  # fmt: skip
    """Every row of the room about these whole files, from their parts: of tables that hold any."""
    return told_from(TABLES, custody, parts, some)


def records_of(told: Told) -> list[Record]:
    """All records of the room about one person, in every version."""
    sheet = Sheet(told.custody)
    for write in WRITERS:
        write(sheet, told)
    return sheet.records
