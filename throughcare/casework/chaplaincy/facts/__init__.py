"""What the engine is told of this room, in the vocabulary of the rules.

All tables are read for every file in one question, also where they hold nothing: what a judgement
asks must not tell whether somebody has a faith.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final
from uuid import UUID

from standards.records import Record
from throughcare.casework.chaplaincy.facts import told_of_faith
from throughcare.casework.chaplaincy.facts.at_once import rows_at_once
from throughcare.casework.custody.facts.above import Told
from throughcare.casework.custody.facts.sheet import Sheet
from throughcare.casework.custody.facts.told import Told as OfCustody

__all__ = ["FIELDS", "KEPT", "records_of", "told_of"]

KEPT: Final = told_of_faith.KEPT
FIELDS: Final = frozenset[str]()
WRITERS: Final[tuple[Callable[[Sheet, Told], None], ...]] = (
    told_of_faith.visits,
    told_of_faith.groups,
)


def told_of(custody: Sequence[OfCustody], parts: Mapping[UUID, UUID]) -> list[Told]:
    """Every row of the room about these whole files, from their parts. Always asks as often."""
    found = rows_at_once(parts)
    return [
        Told(one, {model: rows[one.whole] for model, rows in found.items() if one.whole in rows})
        for one in custody
    ]


def records_of(told: Told) -> list[Record]:
    """All records of the room about one person, in every version."""
    sheet = Sheet(told.custody)
    for write in WRITERS:
        write(sheet, told)
    return sheet.records
