"""Where a person stands in custody, on one page: since when, where, on what footing, what lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.models import Placement, Stay
from throughcare.casework.custody.queries.orders import Orders, orders_of
from throughcare.casework.custody.standing import last_stay, placement_at, stay_at
from throughcare.casework.custody.terms import WALK, Stage, StepKind
from throughcare.casework.people.files import ask_about, may_about, reading, subject_of
from throughcare.register.actions import record

_DONE = (
    "SELECT kind FROM custody_steps_done(%s) WHERE stay = %s AND stage = %s AND recorded_at <= %s "
    "AND (stood_until IS NULL OR stood_until > %s)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What was known at `known_at`. `orders` is None where orders are closed to the viewer.

    `missing`: the steps of the reception that are not done; of an open stay only.
    """

    person_id: UUID
    known_at: datetime
    stay: Stay | None
    last: Stay | None
    placement: Placement | None
    orders: Orders | None
    missing: Sequence[StepKind]


@reading
def overview_of(
    viewer: Viewer, person_id: UUID, *, at: datetime, known_at: datetime | None = None
) -> Overview:
    """Where the person stood, as known at `known_at`. Raises NotThere or Refused."""
    leave = ask_about(viewer, Act.READ, Compartment.ID, person_id, at=at)
    whole, then = subject_of(person_id).person or person_id, known_at or at
    stay = stay_at(whole, at=then)
    last = last_stay(whole, known_at=then)
    placement = placement_at(whole, at=then) if stay else None
    record(
        event="read.custody", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, about=whole, compartment=Compartment.ID,
        content={"known_at": then, "stay": stay.id if stay else None},
    )  # fmt: skip
    opens = may_about(viewer, Act.READ_REDACTED, Compartment.SEN, whole, at=at)
    return Overview(
        person_id=whole, known_at=then, stay=stay, last=last, placement=placement,
        orders=orders_of(viewer, whole, at=at, known_at=known_at) if opens else None,
        missing=_missing(whole, stay, then) if stay else [],
    )  # fmt: skip


def _missing(whole: UUID, stay: Stay, then: datetime) -> list[StepKind]:
    """What stands in no row yet. What the steps say is not read."""
    with connection.cursor() as cursor:
        cursor.execute(_DONE, [whole, stay.id, Stage.RECEPTION.value, then, then])
        done = {kind for (kind,) in cursor.fetchall()}
    return [kind for kind in WALK[Stage.RECEPTION] if kind not in done]
