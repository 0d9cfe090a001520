"""The file of a row, held for a change of that row."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar
from uuid import UUID

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import Holding, hold, need_reason
from throughcare.casework.rows.record import Record

R = TypeVar("R", bound=Record)


def hold_row(
    model: type[R], row_id: UUID, *, compartment: Compartment, by: Viewer, at: datetime, why: str
) -> tuple[Holding, R]:
    """Lock the file that the row is about, with a reason; the row as it is under the lock.

    Raises NotThere for what is hidden or does not exist, Refused, NoReason.
    """
    found = model._default_manager.filter(id=row_id).first()
    if found is None:
        raise NotThere
    holding = hold(
        person_id=found.person_id, act=Act.WRITE, compartment=compartment, by=by, at=at, why=why
    )
    need_reason(why)
    return holding, model._default_manager.get(id=row_id)
