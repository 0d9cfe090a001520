"""Work under the names of the rules (Rules 96 to 103, 116): nothing of health but "fit".

A day of rest is told where somebody wrote it. That no hours are written of a day says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Final

from standards.instants import from_datetime
from standards.records import Filling
from throughcare.casework.custody.facts.above import Told
from throughcare.casework.custody.facts.knowing import Chains, known, through
from throughcare.casework.custody.facts.sheet import EMPTY, Sheet
from throughcare.casework.work.models import (
    Fitness,
    Injury,
    Offer,
    Placement,
    Wage,
    WorkDay,
)
from throughcare.casework.work.terms import Beneficiary, Willing

FIT, WILLING, OFFERED = (
    "found_fit_for_work", "fit_and_willing_to_work", "work_or_programme_offered"
)  # fmt: skip
WORKING, FOR_STAFF, UNTRIED = (
    "working", "work_for_private_benefit_of_staff", "untried_made_to_work_or_unpaid"
)  # fmt: skip
OUTSIDE, PAID = "outside_work", "wage_paid"
HOURS, AT_SOMETHING, REST = "work_hours", "work_or_programme_hours", "rest_days"
INJURED, CLAIM = "work_injury", "compensation_claim_opened"
KEPT: Final = frozenset(
    {
        FIT, WILLING, OFFERED, WORKING, FOR_STAFF, UNTRIED, OUTSIDE, PAID, HOURS, AT_SOMETHING,
        REST, INJURED, CLAIM,
    }
)  # fmt: skip
FIELDS: Final = frozenset({f"{OUTSIDE}.supervisor", f"{OUTSIDE}.wage_paid"})
_UNTRIED: Final = "untried"


def offers(sheet: Sheet, told: Told) -> None:
    """Who was found fit, since when somebody is fit and willing, and what was offered."""
    rows = told.rows(Fitness)
    for row in rows:
        if row.fit:
            sheet.event(FIT, row.id, row.at, known(row))
    for row in rows:
        if row.fit and row.willing == Willing.YES:
            for span, (since, until) in through(rows, partial(_lasting, row)):
                sheet.spell(WILLING, row.id, since, until, span)
    for offer in told.rows(Offer):
        sheet.event(OFFERED, offer.id, offer.at, known(offer))


def works(sheet: Sheet, told: Told) -> None:
    """Each work: how long, for whom, whether as it may be, and what was paid for it."""
    rows, wages = told.rows(Placement), told.rows(Wage)
    chain = Chains(rows)
    for row in rows:
        stood = known(row)
        sheet.spell(WORKING, row.id, row.since, row.until, stood)
        if row.beneficiary == Beneficiary.STAFF:
            sheet.event(FOR_STAFF, row.id, row.since, stood, key=row.first)
        if row.outside:
            fields = {
                f"{OUTSIDE}.supervisor": _supervisor(chain, row),
                f"{OUTSIDE}.wage_paid": _first_wage(row, wages),
            }
            sheet.event(OUTSIDE, row.id, row.since, stood, key=row.first, fields=fields)
        if not (row.voluntary and row.paid):
            _untried(sheet, row)
    for wage in wages:
        sheet.event(PAID, wage.id, wage.paid_at, known(wage))


def days(sheet: Sheet, told: Told) -> None:
    """Hours, and whole days of rest."""
    for row in told.rows(WorkDay):
        if row.rest:
            sheet.event(REST, row.id, row.since, known(row))
            continue
        for name in (HOURS, AT_SOMETHING):
            sheet.spell(name, row.id, row.since, row.until, known(row))


def injuries(sheet: Sheet, told: Told) -> None:
    """Each injury, and the claim opened for it."""
    for row in told.rows(Injury):
        sheet.event(INJURED, row.id, row.at, known(row), key=row.first)
        sheet.event(CLAIM, row.id, row.claim_opened_at, known(row), key=row.first)


def _lasting(
    row: Fitness, standing: Sequence[Fitness]
) -> tuple[datetime, datetime | None] | None:  # fmt: skip
    """From this note to the next one."""
    if row not in standing:
        return None
    later = [one.at for one in standing if one.at > row.at]
    return row.at, min(later, default=None)


def _supervisor(chain: Chains[Placement], row: Placement) -> Filling:
    if not row.supervisor:
        return EMPTY
    return Filling(from_datetime(chain.entered_at(row, "supervisor")))


def _first_wage(row: Placement, wages: Sequence[Wage]) -> Filling:
    entered = [one.recorded_at for one in wages if one.placement_id == row.first]
    return Filling(from_datetime(min(entered))) if entered else EMPTY


def _untried(sheet: Sheet, row: Placement) -> None:
    """Found at work without consent or pay while nobody had judged the person."""
    for status in sheet.told.statuses:
        both = known(row).meet(known(status))
        since = max(row.since, status.since)
        ends = [one for one in (row.until, status.until) if one is not None]
        if both is None or status.value != _UNTRIED or any(end <= since for end in ends):
            continue
        sheet.event(UNTRIED, row.id, since, both, key=row.first)
