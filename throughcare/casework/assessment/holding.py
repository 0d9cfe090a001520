"""The file of a judgement, held for its next step. Behind the wall."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar
from uuid import UUID

from throughcare.access.errors import NotThere, Refused
from throughcare.access.policy import OWN_RIGHT
from throughcare.access.question import Answer, Reason, Viewer
from throughcare.access.terms import Act, Compartment, Level, Role
from throughcare.casework.assessment.models import Staged
from throughcare.casework.assessment.states import need_next
from throughcare.casework.people.files import Holding, hold
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.writing import put

S = TypeVar("S", bound=Staged)
PLN = Compartment.PLN


def hold_plan(person_id: UUID, *, by: Viewer, at: datetime, why: str = "") -> Holding:
    """The file, held by case staff for a judgement. Raises NotThere or Refused.

    The prisoner's own right to write there is for own words, never for a judgement.
    """
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=PLN, by=by, at=at, why=why
    )  # fmt: skip
    return need_staff(holding)


def need_staff(holding: Holding) -> Holding:
    """Refuse whoever may write here by right of being the person, or a relative. Raises Refused."""
    if Role(holding.leave.role) in OWN_RIGHT:
        raise Refused(Answer(False, Level.WRITE, Reason.OWN_FILE))
    return holding


def hold_for_own_words(person_id: UUID, *, by: Viewer, at: datetime) -> Holding:
    """The file, held for what the person says: by case staff, or by the person. Never a relative.

    Here alone the prisoner's own right to write counts. Raises NotThere or Refused.
    """
    holding = hold(person_id=person_id, act=Act.WRITE, compartment=PLN, by=by, at=at, why="")
    if Role(holding.leave.role) is Role.FAMILY:
        raise Refused(Answer(False, Level.WRITE, Reason.OWN_FILE))
    return holding


def hold_standing(
    model: type[S], row_id: UUID, *, by: Viewer, at: datetime, why: str = ""
) -> tuple[Holding, S]:
    """The file of a judgement, and the row of it that stands now; `row_id` may be an earlier one.

    Raises NotThere for what is hidden or struck out, Refused.
    """
    rows = model._default_manager
    named = rows.filter(id=row_id).first()
    if named is None:
        raise NotThere
    holding = hold_plan(named.person_id, by=by, at=at, why=why)
    standing = rows.filter(first=named.first, stood_until=None).first()
    if standing is None:
        raise NotThere
    return holding, standing


def go_to(holding: Holding, row: S, state: str, event: str, **changes: object) -> S:
    """Write the next state of a judgement. Raises WrongState, AlreadyReplaced."""
    need_next(row.kind_of_judgement, row.state, state)
    return put(
        holding, anew(row, state=state, **changes), event=event, happened_at=holding.at,
        replaces=row,
    )  # fmt: skip
