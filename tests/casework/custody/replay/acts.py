"""What stands in for actions that another door of the room opens: to leave, to be moved, a status.

Each puts its row down in the room's one way (`writing.put`: with its entry, nothing overwritten).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.models import LegalStatus, Movement, Order, Placement, Stay
from throughcare.casework.custody.standing import placement_at, stay_at
from throughcare.casework.custody.terms import LeftHow, MovementKind, Status
from throughcare.casework.people.files import Holding, entering, hold
from throughcare.casework.rows.record import Record
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.rows.writing import put, strike_out

R = TypeVar("R", bound=Record)


def anew(row: R, **changes: Any) -> R:
    """The same row once more with something changed."""
    left_out = {"id", "person_id", "recorded_at", "recorded_by", "replaces_id", "stood_until"}
    left_out |= {"struck_by", "struck_why"}
    kept = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields}
    return type(row)(**{k: v for k, v in kept.items() if k not in left_out} | changes)


@entering
def leave(
    *, by: Viewer, at: datetime, person_id: UUID, left_at: datetime, how: str = LeftHow.RELEASE
) -> Stay:
    """Out of custody: the stay, the place and the status end at that moment."""
    holding = _hold(by, at, person_id)
    stay = stay_at(person_id, at=left_at, known_at=at) or stay_at(person_id, at=at)
    assert stay is not None
    placed = placement_at(person_id, at=left_at, known_at=at)
    if placed is not None and placed.until is None:
        _end_place(holding, placed, left_at)
    gone = anew(stay, left_at=left_at, left_how=how)
    return put(holding, gone, event="custody.released", happened_at=left_at, replaces=stay)


@entering
def end_place(*, by: Viewer, at: datetime, person_id: UUID, until: datetime) -> Placement:
    """Out of the place, into none: out of the unit for a time."""
    holding = _hold(by, at, person_id)
    placed = rows_of(Placement, person_id, known_at=at).order_by("since").last()
    assert placed is not None
    return _end_place(holding, placed, until)


def _end_place(holding: Holding, placed: Placement, until: datetime) -> Placement:
    ended = anew(placed, until=until)
    return put(holding, ended, event="custody.moved_out", happened_at=until, replaces=placed)


@entering
def set_status(
    *, by: Viewer, at: datetime, person_id: UUID, value: Status, since: datetime,
    until: datetime | None = None,
) -> LegalStatus:  # fmt: skip
    """On which legal footing the person is from a moment on."""
    holding = _hold(by, at, person_id, Compartment.SEN)
    row = LegalStatus(value=value, since=since, until=until)
    return put(holding, row, event="custody.status_set", happened_at=since)


@entering
def go(
    *, by: Viewer, at: datetime, person_id: UUID, kind: MovementKind, to_place: str,
    left_at: datetime, arrived_at: datetime | None = None, order: Order | None = None,
) -> Movement:  # fmt: skip
    """Away, and perhaps back or there."""
    holding = _hold(by, at, person_id)
    row = Movement(
        kind=kind, from_place=holding.person.held_at or "", to_place=to_place, left_at=left_at,
        arrived_at=arrived_at, order=order,
    )  # fmt: skip
    return put(holding, row, event="custody.moved", happened_at=left_at)


@entering
def correct(*, by: Viewer, at: datetime, row: R, why: str, **changes: Any) -> R:
    """A right row in the place of a wrong one."""
    holding = _hold(by, at, row.person_id, why=why)
    right = anew(row, **changes)
    return put(holding, right, event="custody.corrected", happened_at=at, replaces=row)


@entering
def strike(*, by: Viewer, at: datetime, row: R, why: str) -> R:
    """It was never so."""
    return strike_out(_hold(by, at, row.person_id, why=why), row)


def _hold(
    by: Viewer, at: datetime, person_id: UUID, compartment: Compartment = Compartment.ID,
    why: str = "",
) -> Holding:  # fmt: skip
    return hold(person_id=person_id, act=Act.WRITE, compartment=compartment, by=by, at=at, why=why)
