"""All rows of the room about one person, in every version, as they lie in the tables."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final
from uuid import UUID

from throughcare.casework.assessment.models import (
    Assessment,
    Classification,
    Disclosure,
    Factor,
    Sharing,
    Source,
    Status,
)
from throughcare.casework.custody.facts.above import Told, told_from
from throughcare.casework.custody.facts.told import Told as OfCustody
from throughcare.casework.rows.record import Record

__all__ = ["TABLES", "Told", "told_of"]

TABLES: Final[tuple[type[Record], ...]] = (
    *(Status, Assessment, Source, Disclosure),
    *(Classification, Factor),
    Sharing,
)


def told_of(
    custody: Sequence[OfCustody], parts: Mapping[UUID, UUID],
    some: Collection[type[Record]] | None = None,
) -> list[Told]:  # fmt: skip
    """Every row of the room about these whole files, from their parts: of tables that hold any."""
    return told_from(TABLES, custody, parts, some)
