"""Restraints: which, on whose order, for how long, and who looked (Rules 43, 47, 48; Havana 64)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from standards.instants import from_datetime
from standards.records import Filling
from throughcare.casework.custody.facts.ages import is_child
from throughcare.casework.custody.facts.knowing import Chains, Known, known, through
from throughcare.casework.custody.facts.sheet import EMPTY, Sheet
from throughcare.casework.rows.record import Record
from throughcare.casework.safety.catalogue import forbidden_instruments
from throughcare.casework.safety.facts.told import Told
from throughcare.casework.safety.measure_terms import Looked, Purpose
from throughcare.casework.safety.models import Restraint, RestraintCheck
from throughcare.casework.safety.restraining import may_be_used

FIELDS: Final = ("lesser_means_tried", "instrument", "reason")
# What was done about restraints, under the names of the rules; whoever takes them off looks too.
_DONE: Final = {
    Looked.CHECKED: "restraint_check",
    Looked.TAKEN_OFF: "restraint_check",
    Looked.DOCTOR_ALERTED: "doctor_alerted",
    Looked.HEALTH_SEEN: "health_contact",
    Looked.HEADQUARTERS_TOLD: "report_to_headquarters",
}


def restraints(sheet: Sheet, told: Told) -> None:
    """Each use of restraints, and each thing that was done about it."""
    chain = Chains(told.rows(Restraint))
    checks = told.rows(RestraintCheck)
    for row in told.rows(Restraint):
        _use(sheet, row, chain)
        _of_child(sheet, row)
        for span, over in _spans(row, [one for one in checks if one.restraint_id == row.first]):
            sheet.spell("restrained", row.id, row.since, over, span)
            if row.at_appearance:
                sheet.spell("restrained_during_appearance", row.id, row.since, over, span)
    for check in checks:
        kind = _DONE[Looked(check.what)]
        sheet.event(kind, check.id, check.at, known(check), key=check.restraint_id)


def _use(sheet: Sheet, row: Restraint, chain: Chains[Restraint]) -> None:
    at, while_known, key = row.since, known(row), row.first
    sheet.event(
        "restraint_use", row.id, at, while_known, key=key,
        fields={f"restraint_use.{name}": _filled(row, name, chain) for name in FIELDS},
    )  # fmt: skip
    sheet.event("restraint_applied", row.id, at, while_known, key=key)
    if row.lawful_ground and may_be_used(row.instrument, row.purpose):
        sheet.event("restraint_lawful_for_reason", row.id, at, while_known, key=key)
    if row.purpose == Purpose.HARM:
        sheet.event("restraint_applied_to_prevent_harm", row.id, at, while_known, key=key)
    sheet.event("director_order", row.id, row.ordered_at, while_known, key=key)
    if row.instrument in forbidden_instruments():
        sheet.event("prohibited_instrument_used", row.id, at, while_known)
    if row.as_sanction:
        sheet.event("restraint_as_sanction", row.id, at, while_known)


def _of_child(sheet: Sheet, row: Restraint) -> None:
    for span, identity in sheet.identities:
        both = known(row).meet(span)
        if both is not None and is_child(sheet.told, identity, row.since):
            sheet.event("restraint_or_force_on_child", row.id, row.since, both, key=row.first)


def _spans(row: Restraint, checks: list[RestraintCheck]) -> Iterator[tuple[Known, datetime | None]]:
    """Until when they were on, as it came to be known: their own end, or a check that says so."""

    def over(standing: list[Record]) -> tuple[datetime | None] | None:
        if row not in standing:
            return None
        off = [one.at for one in standing if isinstance(one, RestraintCheck)]
        return (min([*off, *([row.until] if row.until else [])], default=None),)

    off = [one for one in checks if one.what == Looked.TAKEN_OFF and one.at >= row.since]
    rows: list[Record] = [row, *off]
    for span, ended in through(rows, over):
        yield span, ended[0]


def _filled(row: Restraint, name: str, chain: Chains[Restraint]) -> Filling:
    if not getattr(row, name):
        return EMPTY
    return Filling(from_datetime(chain.entered_at(row, name)))
