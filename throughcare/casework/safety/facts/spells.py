"""Who is kept apart, since when until when, and how (Rules 43, 44; Bangkok 22; Havana 67)."""

from __future__ import annotations

from throughcare.casework.custody.facts.knowing import known
from throughcare.casework.custody.facts.sheet import Sheet
from throughcare.casework.safety.facts.told import Told
from throughcare.casework.safety.models import Separation, SeparationOrder
from throughcare.casework.safety.terms import CLOSED, Ground


def separations(sheet: Sheet, told: Told) -> None:
    """Each spell. Whether it was solitary, the engine finds from the contacts of each day."""
    for row in told.rows(Separation):
        place = sheet.told.ground.paths.get(row.place_id) if row.place_id else None
        while_known = known(row)
        sheet.spell(
            "separation", row.id, row.since, row.until, while_known, place=place, said=row.kind
        )
        sheet.event("separation_started", row.id, row.since, while_known, place=place)
        if row.kind in CLOSED:
            for name in ("close_confinement_or_disciplinary_segregation",
                         "solitary_or_closed_or_dark_cell"):  # fmt: skip
                sheet.spell(name, row.id, row.since, row.until, while_known, place=place)
        else:
            _disciplinary(sheet, told, row, place)


def _disciplinary(sheet: Sheet, told: Told, row: Separation, place: str | None) -> None:
    """In a small group: close confinement from the first order on disciplinary ground on."""
    for order in told.rows(SeparationOrder):
        both = known(order).meet(known(row))
        if order.separation_id != row.spell or order.ground != Ground.DISCIPLINARY or both is None:
            continue
        since = max(row.since, order.valid_from)
        sheet.spell(
            "close_confinement_or_disciplinary_segregation", row.id, since, row.until, both,
            place=place,
        )  # fmt: skip
