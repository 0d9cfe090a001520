"""Where a person was over time, who is out of a prison now, and who is on the way to it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from throughcare.access.gate import Leave, ask
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.models import Movement, Stay, Step
from throughcare.casework.custody.terms import MovementKind, StepKind
from throughcare.casework.people.doors import record
from throughcare.casework.people.files import ask_about, entering, may_about, subject_of
from throughcare.casework.people.values import name_in
from throughcare.casework.rows.record import known
from throughcare.casework.rows.standing import rows_of
from throughcare.kernel.names import PersonName


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """The stays and movements of a person as known at a moment, the earliest first.

    `stay` and `away`: the stay that is open and the movement from which the person is not back.
    `hearings` are for those who may read sentence and legal status; the latest first.
    """

    stays: Sequence[Stay]
    movements: Sequence[Movement]
    hearings: Sequence[Step]
    stay: Stay | None
    away: Movement | None
    held_at: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arriving:
    """Somebody on the way here, whose file is still with the sender: what the reception needs."""

    person: UUID
    movement: UUID
    name: PersonName | None
    numbers: Sequence[Mapping[str, object]]
    from_place: str
    left_at: datetime
    expected_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Somebody whose file is here and who is out; `late`: expected back before now."""

    person: UUID
    movement: Movement
    late: bool


@entering
def whereabouts_of(
    viewer: Viewer, person_id: UUID, *, at: datetime, known_at: datetime | None = None
) -> Whereabouts:
    """Where the person was, as it was known at `known_at`; now where none is given.

    Leaves an entry. Raises access's NotThere or Refused.
    """
    leave = ask_about(viewer, Act.READ, Compartment.ID, person_id, at=at)
    then = known_at or at
    stays = list(rows_of(Stay, person_id, known_at=then).order_by("admitted_at", "id"))
    rows = rows_of(Movement, person_id, known_at=then).order_by("left_at", "id")
    _enter("read.movements", viewer, leave, at=at, about=person_id, content={"known_at": then})
    moves = list(rows)
    return Whereabouts(
        stays=stays, movements=moves, hearings=_hearings(viewer, person_id, at, then),
        stay=next((one for one in stays if one.left_at is None), None),
        away=next((one for one in moves if one.arrived_at is None), None),
        held_at=subject_of(person_id).establishment,
    )  # fmt: skip


@entering
def arriving(viewer: Viewer, establishment: str, *, at: datetime) -> list[Arriving]:
    """Who is on the way to this establishment, for whoever receives there; the earliest first.

    One entry says who was shown. Raises access's NotThere or Refused.
    """
    leave = ask(viewer, Act.WRITE, Compartment.ID, Subject(None, establishment), at=at)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT person, movement, name, numbers, from_place, left_at, expected_at "
            "FROM custody_arriving(%s)",
            [establishment],
        )
        found = [_arriving(row) for row in cursor.fetchall()]
    _enter(
        "read.arriving", viewer, leave, at=at, about=None,
        content={"listed": [one.person for one in found], "establishment": establishment},
    )  # fmt: skip
    return found


@entering
def away_from(viewer: Viewer, establishment: str, *, at: datetime) -> list[Away]:
    """Who is out of this establishment now, for whoever reads the files there.

    Who is late comes first. One entry says who was shown. Raises access's NotThere or Refused.
    """
    leave = ask(viewer, Act.READ, Compartment.ID, Subject(None, establishment), at=at)
    rows = Movement.objects.filter(
        known(at), arrived_at=None, left_at__lte=at, person__held_at=establishment
    )
    barred = {*viewer.kin, viewer.person}
    found = [
        Away(person=row.person_id, movement=row, late=_late(row, at))
        for row in rows.order_by("left_at", "id")
        if row.person_id not in barred
    ]
    _enter(
        "read.away", viewer, leave, at=at, about=None,
        content={"listed": [one.person for one in found], "establishment": establishment},
    )  # fmt: skip
    return sorted(found, key=lambda one: not one.late)


def _late(row: Movement, at: datetime) -> bool:
    escaped = row.kind == MovementKind.ESCAPE
    return escaped or (row.expected_at is not None and row.expected_at < at)


def _hearings(viewer: Viewer, person_id: UUID, at: datetime, then: datetime) -> list[Step]:
    if not may_about(viewer, Act.READ, Compartment.SEN, person_id, at=at):
        return []
    rows = rows_of(Step, person_id, known_at=then).filter(kind=StepKind.HEARING)
    return sorted(rows, key=lambda one: str(one.value.get("scheduled_at", "")), reverse=True)


def _arriving(row: Sequence[Any]) -> Arriving:
    person, movement, name, numbers, from_place, left_at, expected_at = row
    said = json.loads(name) if isinstance(name, str) else name
    return Arriving(
        person=person, movement=movement, name=name_in(said) if said else None,
        numbers=json.loads(numbers) if isinstance(numbers, str) else numbers,
        from_place=from_place, left_at=left_at, expected_at=expected_at,
    )  # fmt: skip


def _enter(
    event: str, viewer: Viewer, leave: Leave, *, at: datetime, about: UUID | None,
    content: Mapping[str, object],
) -> None:  # fmt: skip
    record(
        event=event, by=viewer, leave=leave, at=at, why="", happened_at=at, about=about,
        compartment=Compartment.ID, content=content,
    )  # fmt: skip
