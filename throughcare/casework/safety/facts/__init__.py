"""What the engine is told of restrictive measures, in the vocabulary of the rules.

Every version of every row is handed over, with the moments between which it stood. One file for
each family of records; each topic of the room adds its tables to `told` and its writers here:

told                 the rows of a whole file
spells, orders       separations, and the orders and reviews they rest on
days, health         what was written of each day; what health staff say, and the answers
restrictions, special_regime   what is restricted; what a special regime rests on, and who looked
restraints           instruments of restraint, and who looked
discipline, sanctions      cases step by step; what was imposed, and whether it may be
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from standards.records import Record
from throughcare.casework.custody.facts.sheet import Sheet
from throughcare.casework.safety.facts import (
    days,
    discipline,
    health,
    orders,
    restraints,
    restrictions,
    sanctions,
    special_regime,
    spells,
)
from throughcare.casework.safety.facts.kept import FIELDS, KEPT
from throughcare.casework.safety.facts.told import Told, told_of

__all__ = ["FIELDS", "KEPT", "Told", "records_of", "told_of"]

Writer = Callable[[Sheet, Told], None]

WRITERS: Final[tuple[Writer, ...]] = (
    *(spells.separations, orders.orders, orders.reviews, orders.plans),
    *(days.hours, days.visits, health.states, health.advice),
    *(restrictions.restrictions, special_regime.decisions, special_regime.reviews),
    restraints.restraints,
    *(discipline.cases, discipline.minds, sanctions.sanctions),
)


def records_of(told: Told) -> list[Record]:
    """All records of the room about one person, in every version."""
    sheet = Sheet(told.custody)
    for write in WRITERS:
        write(sheet, told)
    return sheet.records
