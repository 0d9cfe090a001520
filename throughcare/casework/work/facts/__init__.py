"""What the engine is told of this room, in the vocabulary of the rules."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final
from uuid import UUID

from standards.records import Record
from throughcare.casework.custody.facts.above import Told, told_from
from throughcare.casework.custody.facts.sheet import Sheet
from throughcare.casework.custody.facts.told import Told as OfCustody
from throughcare.casework.rows.record import Record as Row
from throughcare.casework.work.facts import at_work
from throughcare.casework.work.models import EVERY

__all__ = ["FIELDS", "KEPT", "TABLES", "records_of", "told_of"]

KEPT: Final = at_work.KEPT
FIELDS: Final = at_work.FIELDS
TABLES: Final[tuple[type[Row], ...]] = EVERY
WRITERS: Final[tuple[Callable[[Sheet, Told], None], ...]] = (
    at_work.offers,
    at_work.works,
    at_work.days,
    at_work.injuries,
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
