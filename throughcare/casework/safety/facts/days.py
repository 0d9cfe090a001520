"""What was written of each day: hours out of the cell, contacts, visits (Rules 44, 46)."""

from __future__ import annotations

from throughcare.casework.custody.facts.knowing import Chains, known
from throughcare.casework.custody.facts.sheet import Sheet
from throughcare.casework.safety.contact_kinds import counts
from throughcare.casework.safety.facts.told import Told
from throughcare.casework.safety.models import Contact, HealthRequest, HealthVisit, OutOfCell


def hours(sheet: Sheet, told: Told) -> None:
    """Out of the cell, and with whom; of contacts that count, the minutes beside."""
    for out in told.rows(OutOfCell):
        sheet.spell("out_of_cell_log", out.id, out.since, out.until, known(out))
    for row in told.rows(Contact):
        sheet.spell("contact_log", row.id, row.since, row.until, known(row), said=row.kind)
        if counts(row.kind):
            sheet.spell("meaningful_contact_minutes", row.id, row.since, row.until, known(row))


def visits(sheet: Sheet, told: Told) -> None:
    """Who asked for health staff, and when they came."""
    requests = Chains(told.rows(HealthRequest))
    for asked in told.rows(HealthRequest):
        root = requests.first(asked).id
        sheet.event("health_request_in_separation", asked.id, asked.at, known(asked), key=root)
    for row in told.rows(HealthVisit):
        sheet.event("health_visit", row.id, row.at, known(row))
        answered = requests.root(row.answers_id)
        sheet.event("health_contact", row.id, row.at, known(row), key=answered)
