"""Sanctions: what was imposed for what, whether it may be, and whether once (Rules 37, 39, 43).

Parts with one moment of imposing for one act are one decision, and one sanction to the rules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

from standards.instants import from_datetime
from standards.records import Filling
from throughcare.casework.custody.facts.ages import FEMALE
from throughcare.casework.custody.facts.knowing import Chains, known, through
from throughcare.casework.custody.facts.sheet import EMPTY, Sheet
from throughcare.casework.safety.catalogue import sanctions as catalogue
from throughcare.casework.safety.facts.restrictions import (
    BARRED,
    BY_HEALTH,
    CHILDREN,
    CUT,
    FOOD,
    LIMITED,
)
from throughcare.casework.safety.facts.told import Told
from throughcare.casework.safety.models import Sanction
from throughcare.casework.safety.ruled import after, length_of
from throughcare.casework.safety.terms import AuthorityRole

FIELDS: Final = {
    "offence": "offence", "reasons": "reasons", "from": "since", "to": "until",
    "decided_by": "decider",
}  # fmt: skip
_AN_INSTANT: Final = timedelta(microseconds=1)
_EVENTS: Final = {
    "corporal_punishment": "corporal_punishment",
    "food_or_water_reduced": FOOD,
    "restraint": "restraint_as_sanction",
}
_SPELLS: Final = {
    "food_or_water_reduced": (CUT,),
    "family_contact_barred": (LIMITED, BARRED, CUT),
    "contact_limited": (LIMITED,),
}


def sanctions(sheet: Sheet, told: Told) -> None:
    """Each part of each decision, and what the decisions make together."""
    rows = told.rows(Sanction)
    chain = Chains(rows)
    by_act: dict[UUID, list[Sanction]] = defaultdict(list)
    for row in rows:
        by_act[row.incident].append(row)
        _recorded(sheet, row, chain)
        _forbidden(sheet, row)
    for of_act in by_act.values():
        _decisions(sheet, of_act, chain)


def _recorded(sheet: Sheet, row: Sanction, chain: Chains[Sanction]) -> None:
    fields = {f"sanction.{name}": _filled(row, column, chain) for name, column in FIELDS.items()}
    sheet.event(
        "sanction", row.id, row.imposed_at, known(row), key=chain.first(row).id, fields=fields
    )


def _filled(row: Sanction, column: str, chain: Chains[Sanction]) -> Filling:
    """Whether it was filled; that there is no end counts where it is said why."""
    if getattr(row, column) not in (None, ""):
        return Filling(from_datetime(chain.entered_at(row, column)))
    if column == "until" and row.no_end_why:
        entered = chain.entered_at(row, "no_end_why")
        return Filling(from_datetime(entered), unknown=True, reasoned=True)
    return EMPTY


def _forbidden(sheet: Sheet, row: Sanction) -> None:
    at, begins, over = row.imposed_at, row.since or row.imposed_at, _over(row)
    if row.kind in _EVENTS:
        sheet.event(_EVENTS[row.kind], row.id, at, known(row))
    for state in _SPELLS.get(row.kind, ()):
        sheet.spell(state, row.id, begins, over, known(row))
    if row.collective:
        sheet.event("collective_sanction", row.id, at, known(row))
    if row.decider_role == AuthorityRole.HEALTH_STAFF:
        sheet.event(BY_HEALTH, row.id, at, known(row))
    if row.kind == "family_contact_barred":
        for span, identity in sheet.identities:
            both = known(row).meet(span)
            if both is not None and identity.sex == FEMALE:
                sheet.spell(CHILDREN, row.id, begins, over, both)


def _over(row: Sanction) -> datetime | None:
    return min((one for one in (row.until, row.set_aside_at) if one is not None), default=None)


def _decisions(sheet: Sheet, rows: Sequence[Sanction], chain: Chains[Sanction]) -> None:
    """Each decision about one act: imposed, entered, of the list or not, and the second ones."""
    for imposed_at in sorted({row.imposed_at for row in rows if not row.on_appeal}):
        parts = [row for row in rows if row.imposed_at == imposed_at and not row.on_appeal]
        first = parts[0]
        key = first.case_id or first.incident
        for span, lawful in through(parts, partial(_all_lawful, sheet)):
            sheet.event("sanction_imposed", first.id, imposed_at, span, key=key)
            entered = min(chain.first(row).recorded_at for row in parts)
            sheet.event("sanction_entry_filed", first.id, entered, span, key=key)
            if lawful[0]:
                # For this decision alone: what the first one held lets no second one pass.
                sheet.spell(
                    "sanction_in_catalogue", first.id, imposed_at, imposed_at + _AN_INSTANT, span,
                    key=key,
                )  # fmt: skip
    for imposed_at in sorted({row.imposed_at for row in rows}):
        for span, second in through(rows, partial(_second, imposed_at)):
            sheet.event("second_sanction_for_same_act", second, imposed_at, span)


def _all_lawful(sheet: Sheet, standing: list[Sanction]) -> tuple[bool] | None:
    return (all(_lawful(sheet, row) for row in standing),) if standing else None


def _lawful(sheet: Sheet, row: Sanction) -> bool:
    """Of the list, and no longer than the rule that limits it lets it be."""
    kind = catalogue().get(row.kind)
    if kind is None or kind.longest is None:
        return kind is not None
    if row.since is None or row.until is None:
        return False
    longest = length_of(kind.longest, "limit", row.imposed_at.date())
    return row.until <= after(row.since, longest, sheet.told.zone)


def _second(imposed_at: datetime, standing: list[Sanction]) -> UUID | None:
    """The part that was imposed at that moment while an earlier sanction for the act stood."""
    now = [row for row in standing if row.imposed_at == imposed_at]
    before = [
        row for row in standing
        if row.imposed_at < imposed_at
        and (row.set_aside_at is None or row.set_aside_at > imposed_at)
    ]  # fmt: skip
    return now[0].id if now and before else None
