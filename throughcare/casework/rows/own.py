"""A row of the file that is held, whether or not it still stands."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from throughcare.access.errors import NotThere
from throughcare.casework.people.files import Holding, parts_of
from throughcare.casework.rows.record import Record

R = TypeVar("R", bound=Record)


def own_row(holding: Holding, model: type[R], row_id: UUID) -> R:
    """The row, if it is of this file. Raises NotThere; writing says whether it still stands."""
    rows = model._default_manager.filter(id=row_id, person__in=parts_of(holding.person.id))
    row = rows.first()
    if row is None:
        raise NotThere
    return row
