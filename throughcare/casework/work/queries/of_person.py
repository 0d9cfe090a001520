"""The work of one person: fitness, offers, each work with its hours and wages, injuries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import ask_about, may_about, reading
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.work.models import Fitness, Injury, Offer, Placement, Wage, WorkDay
from throughcare.register.actions import record

_MOST: Final = 60  # rows of hours and wages on a page; all of them stand in the archive


@dataclass(frozen=True, slots=True, kw_only=True)
class AtWork:
    """One work, with what was written of its days last."""

    row: Placement
    days: Sequence[WorkDay]
    wages: Sequence[Wage]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """The latest first."""

    fitness: Sequence[Fitness]
    offers: Sequence[Offer]
    works: Sequence[AtWork]
    injuries: Sequence[Injury]
    may_write: bool


@reading
def work_of(viewer: Viewer, person_id: UUID, *, at: datetime) -> Work:
    """All of it. Raises NotThere or Refused."""
    leave = ask_about(viewer, Act.READ, Compartment.PRG, person_id, at=at)
    record(
        event="read.work", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, about=person_id, compartment=Compartment.PRG,
    )  # fmt: skip
    days = list(rows_of(WorkDay, person_id, known_at=at).order_by("-since", "-id")[:_MOST])
    wages = list(rows_of(Wage, person_id, known_at=at).order_by("-last_day", "-id")[:_MOST])
    works = rows_of(Placement, person_id, known_at=at).order_by("-since", "-id")
    return Work(
        fitness=list(rows_of(Fitness, person_id, known_at=at).order_by("-at", "-id")),
        offers=list(rows_of(Offer, person_id, known_at=at).order_by("-at", "-id")),
        works=[
            AtWork(
                row=one, days=[row for row in days if row.placement_id == one.first],
                wages=[row for row in wages if row.placement_id == one.first],
            )
            for one in works
        ],
        injuries=list(rows_of(Injury, person_id, known_at=at).order_by("-at", "-id")),
        may_write=may_about(viewer, Act.WRITE, Compartment.PRG, person_id, at=at),
    )  # fmt: skip
