"""What stands on a paper for the person. Each time one is opened to be printed leaves an entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db import connection

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.models import Order, Stay, Step
from throughcare.casework.custody.standing import order_at, stay_at
from throughcare.casework.custody.terms import WALK, Stage, StepKind, compartment_of
from throughcare.casework.people.files import ask_about, entering, may_about
from throughcare.casework.rows.standing import rows_of
from throughcare.register.actions import record


class Paper(StrEnum):
    """What can be printed (Nelson Mandela Rules 54, 55, 67 and 7)."""

    LEAFLET = "leaflet"
    ALOUD = "aloud"
    RECEIPT = "receipt"
    RECEPTION = "reception"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A step of the reception: when it was done, and what it says where the viewer may know it."""

    kind: StepKind
    done_at: datetime | None
    said: Sequence[Step]
    readable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """The facts of a paper. `stay` is the one that goes on, else the last one; None without any.

    `order` is the order in force, None also for who may not know it. `property` are the
    inventories of the stay, the newest last.
    """

    paper: Paper
    stay: Stay | None
    order: Order | None
    property: Sequence[Step]
    steps: Sequence[Taken]


@entering
def printed(
    viewer: Viewer, person_id: UUID, *, paper: Paper, language: str, at: datetime
) -> Printed:
    """Read what a paper says, for the person, in a language. Raises NotThere or Refused."""
    leave = ask_about(viewer, Act.READ, Compartment.ID, person_id, at=at)
    stay = stay_at(person_id, at=at) or _last_stay(person_id, at)
    steps = _steps(viewer, person_id, stay, at) if paper is Paper.RECEPTION else []
    kept = _said(person_id, stay, StepKind.PROPERTY, at) if paper is Paper.RECEIPT else []
    order = None
    knows = may_about(viewer, Act.READ, Compartment.SEN, person_id, at=at)
    if paper is Paper.RECEPTION and stay and knows:
        order = order_at(person_id, at=stay.admitted_at, known_at=at)
    record(
        event=f"read.custody_printed_{paper}", by=str(viewer.account), role=leave.role,
        place=leave.place, happened_at=at, at=at, about=person_id, compartment=Compartment.ID,
        content={"language": language, "steps": [one.id for one in kept]},
    )  # fmt: skip
    return Printed(paper=paper, stay=stay, order=order, property=kept, steps=steps)


def _last_stay(person_id: UUID, at: datetime) -> Stay | None:
    return rows_of(Stay, person_id, known_at=at).order_by("admitted_at", "id").last()


def _steps(viewer: Viewer, person_id: UUID, stay: Stay | None, at: datetime) -> list[Taken]:
    done = _done(person_id, stay, at)
    return [
        Taken(
            kind=kind, done_at=done.get(kind),
            said=_said(person_id, stay, kind, at, Stage.RECEPTION) if may else [], readable=may,
        )
        for kind in WALK[Stage.RECEPTION]
        for may in [may_about(viewer, Act.READ, compartment_of(kind), person_id, at=at)]
    ]  # fmt: skip


def _said(
    person_id: UUID, stay: Stay | None, kind: StepKind, at: datetime, stage: Stage | None = None
) -> list[Step]:
    rows = rows_of(Step, person_id, known_at=at).filter(kind=kind, stay=stay)
    chosen = rows if stage is None else rows.filter(stage=stage)
    return list(chosen.order_by("happened_at", "recorded_at", "id")) if stay else []


def _done(person_id: UUID, stay: Stay | None, at: datetime) -> dict[str, datetime]:
    """When each step of the reception was last done, through the door that tells no more."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT kind, max(happened_at) FROM custody_steps_done(%s) WHERE stay = %s "
            "AND stage = 'reception' AND recorded_at <= %s "
            "AND (stood_until IS NULL OR stood_until > %s) GROUP BY kind",
            [person_id, stay.id if stay else None, at, at],
        )
        return dict(cursor.fetchall())
