"""Where somebody is posted, and the meetings that support the work there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from throughcare.service.training.facts.sheet import Known, Sheet, begins
from throughcare.service.training.facts.told import Told
from throughcare.service.training.models import Posting
from throughcare.service.training.units import COURSE_OF, UnitKind

ON_DUTY, SPECIALISED, SUPERVISED = (
    "on_duty_post", "posted_to_specialised_unit", "staff_supervision"
)  # fmt: skip
# Of these kinds a rule speaks by name besides.
OF_KIND: Final = {UnitKind.WOMEN: "posted_to_women_unit", UnitKind.VEP: "posted_to_vep_unit"}


def posts(sheet: Sheet, told: Told) -> None:
    """Each posting under the names of the rules; a specialised unit by its kind."""
    for row in told.postings:
        kind = UnitKind(row.unit_kind)
        for until, known in _versions(row):
            span = begins(row.since), None if until is None else begins(until)
            sheet.spell(ON_DUTY, row.id, *span, known)
            if kind in OF_KIND:
                sheet.spell(OF_KIND[kind], row.id, *span, known)
            if kind in COURSE_OF:
                sheet.spell(SPECIALISED, row.id, *span, known, key=kind.value)


def meetings(sheet: Sheet, told: Told) -> None:
    """Each supervision or debriefing, wherever it was."""
    for row in told.meetings:
        sheet.event(SUPERVISED, row.id, row.held_on, Known(row.recorded_at, row.struck_at))


def _versions(row: Posting) -> Iterator[tuple[date | None, Known]]:
    """The end as it was written at first, and the one that was written later."""
    if row.ended_at is None:
        yield row.until, Known(row.recorded_at, row.struck_at)
    else:
        yield row.until, Known(row.recorded_at, row.ended_at)
        yield row.ended_on, Known(row.ended_at, row.struck_at)
