"""How far a walk has come: transfer, release, and what follows a death.

That a step was done is told to whoever reads the identity; what it says only where its compartment
is open to them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.models import Movement, Order, Stay, Step
from throughcare.casework.custody.standing import last_stay
from throughcare.casework.custody.terms import (
    WALK,
    LeftHow,
    MovementKind,
    OrderKind,
    Stage,
    StepKind,
    compartment_of,
)
from throughcare.casework.people.doors import record
from throughcare.casework.people.files import ask_about, entering, may_about, reading
from throughcare.casework.rows.standing import rows_of


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTaken:
    """A step as it was done. `value` and `by` are None where the viewer may not read it."""

    happened_at: datetime
    recorded_at: datetime
    id: UUID | None = None
    value: Mapping[str, Any] | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageStep:
    """One step of the walk. `may`: this viewer may write it down."""

    kind: StepKind
    taken: Sequence[StepTaken]
    may: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StageWalk:
    """A walk of the stay that is open, or else of the last one; `stay` None for nobody's.

    `movement`: the open transfer, for the walk of a transfer.
    """

    stage: Stage
    stay: Stay | None
    movement: Movement | None
    steps: Sequence[StageStep]

    @property
    def missing(self) -> list[StageStep]:
        """The steps that nobody has taken."""
        return [one for one in self.steps if not one.taken]


@reading
def stage_walk(
    viewer: Viewer, person_id: UUID, stage: Stage, *, at: datetime,
    known_at: datetime | None = None,
) -> StageWalk:  # fmt: skip
    """The walk with what was done and missing, as known at `known_at`; now where none is given.

    Leaves an entry. Raises access's NotThere or Refused.
    """
    then = known_at or at
    leave = ask_about(viewer, Act.READ, Compartment.ID, person_id, at=at)
    stay = last_stay(person_id, known_at=then)
    moves = rows_of(Movement, person_id, known_at=then).filter(kind=MovementKind.TRANSFER)
    since = stay.admitted_at if stay else None
    if stage == Stage.TRANSFER and stay is not None:
        arrived = moves.filter(arrived_at__gte=stay.admitted_at).order_by("arrived_at").last()
        since = arrived.arrived_at if arrived else since
    taken = _taken(person_id, stage, since, known_at=then) if stay else {}
    record(
        event=f"read.walk_{stage}", by=viewer, leave=leave, at=at, why="", happened_at=at,
        about=person_id, compartment=Compartment.ID,
        content={"known_at": then, "stay": stay.id if stay else None},
    )  # fmt: skip
    steps = [
        StageStep(
            kind=kind, taken=taken.get(kind, []),
            may=may_about(viewer, Act.APPEND, compartment_of(kind), person_id, at=at),
        )
        for kind in WALK[stage]
    ]  # fmt: skip
    return StageWalk(
        stage=stage, stay=stay, movement=moves.filter(arrived_at=None).first(), steps=steps
    )


@entering
def orders_for(
    viewer: Viewer, person_id: UUID, kind: OrderKind, *, at: datetime
) -> list[Order]:  # fmt: skip
    """The registered orders of a kind that are in force, for whoever chooses one. Leaves an entry.

    Nothing for a viewer who may not read orders. Raises access's NotThere or Refused.
    """
    leave = ask_about(viewer, Act.READ, Compartment.ID, person_id, at=at)
    if not may_about(viewer, Act.READ, Compartment.SEN, person_id, at=at):
        return []
    rows = rows_of(Order, person_id, known_at=at).filter(kind=kind, valid_from__lte=at)
    used = rows_of(Movement, person_id, known_at=at).values_list("order", flat=True)
    record(
        event="read.orders", by=viewer, leave=leave, at=at, why="", happened_at=at,
        about=person_id, compartment=Compartment.SEN, content={"kind": str(kind)},
    )  # fmt: skip
    stay = last_stay(person_id, known_at=at)
    since = stay.admitted_at if stay and stay.left_how != LeftHow.DEATH else at
    done = {one for one in used if one is not None}
    return [one for one in rows.order_by("-valid_from") if one.valid_from >= since
            and one.id not in done]  # fmt: skip


def _taken(
    person_id: UUID, stage: Stage, since: datetime | None, *, known_at: datetime
) -> dict[StepKind, list[StepTaken]]:
    """The steps of the stage since then: what the wall lets through whole, the others as done."""
    rows = rows_of(Step, person_id, known_at=known_at).filter(stage=stage)
    open_rows = {(one.kind, one.happened_at, one.recorded_at): one for one in rows}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT kind, happened_at, recorded_at FROM custody_steps_done(%s) "
            "WHERE stage = %s AND recorded_at <= %s AND (stood_until IS NULL OR stood_until > %s) "
            "ORDER BY happened_at, recorded_at",
            [person_id, str(stage), known_at, known_at],
        )
        done = cursor.fetchall()
    taken: dict[StepKind, list[StepTaken]] = {}
    for kind, happened_at, recorded_at in done:
        if since is not None and happened_at < since:
            continue
        row = open_rows.get((kind, happened_at, recorded_at))
        said = StepTaken(
            happened_at=happened_at, recorded_at=recorded_at, id=row.id if row else None,
            value=row.value if row else None, by=row.recorded_by if row else None,
        )  # fmt: skip
        taken.setdefault(StepKind(kind), []).append(said)
    return taken
