"""What a room above tells besides custody: its rows about one person, in every version."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar, cast
from uuid import UUID

from throughcare.casework.custody.facts.told import Told as OfCustody
from throughcare.casework.custody.facts.told import rows_by_whole, with_rows
from throughcare.casework.rows.record import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Told:
    """Everything of a room about one whole file, each list in the order of entry."""

    custody: OfCustody
    of: Mapping[type[Record], Sequence[Record]] = field(default_factory=dict)

    def rows(self, model: type[R]) -> Sequence[R]:
        """Every version of every row of a table."""
        return cast(Sequence[R], self.of.get(model, ()))


def told_from(
    tables: Sequence[type[Record]], custody: Sequence[OfCustody], parts: Mapping[UUID, UUID],
    some: Collection[type[Record]] | None = None,
) -> list[Told]:  # fmt: skip
    """Every row of these tables about these whole files, from their parts: of those with any.

    `some`: the tables with any, where it was asked already, of several rooms at once.
    """
    some = with_rows(tables, parts) if some is None else some
    found = {model: rows_by_whole(model, parts) for model in tables if model in some}
    return [
        Told(one, {model: rows[one.whole] for model, rows in found.items() if one.whole in rows})
        for one in custody
    ]
