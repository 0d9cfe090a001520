"""The registers of restrictions, restraints and discipline of one person, and what runs now."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from throughcare.access.gate import Leave
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import ask_about, may_about, reading, subject_of
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.safety.models import (
    DisciplinaryCase,
    Restraint,
    RestraintCheck,
    Restriction,
    RestrictionReview,
    Sanction,
)
from throughcare.casework.safety.restricting import runs_at
from throughcare.register.actions import record

DIS = Compartment.DIS


@dataclass(frozen=True, slots=True, kw_only=True)
class Restricted:
    """A restriction with its reviews. `runs`: it holds at the moment that was asked about."""

    row: Restriction
    reviews: Sequence[RestrictionReview]
    runs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Restrained:
    """A use of restraints with what was done about it, in the order of time."""

    row: Restraint
    checks: Sequence[RestraintCheck]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A disciplinary case with its sanctions. `case` is None for a sanction without one."""

    case: DisciplinaryCase | None
    sanctions: Sequence[Sanction]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """All three registers of a person, as known at `known_at`."""

    person_id: UUID
    known_at: datetime
    may_write: bool
    restrictions: Sequence[Restricted]
    restraints: Sequence[Restrained]
    cases: Sequence[Tried]

    @property
    def running(self) -> list[Restriction]:
        """The restrictions that hold at the moment that was asked about."""
        return [one.row for one in self.restrictions if one.runs]


@dataclass(frozen=True, slots=True, kw_only=True)
class On:
    """Restraints that are on: of whom, since when, and when somebody last looked. No more."""

    person_id: UUID
    restraint_id: UUID
    since: datetime
    last_look: datetime | None


@reading
def measures_of(
    viewer: Viewer, person_id: UUID, *, at: datetime, known_at: datetime | None = None
) -> Measures:
    """What was done to a person, and why. Leaves an entry. Raises NotThere or Refused."""
    leave = ask_about(viewer, Act.READ, DIS, person_id, at=at)
    whole, then = subject_of(person_id).person or person_id, known_at or at
    _enter(viewer, leave, "read.measures", whole, at=at)
    return Measures(
        person_id=whole, known_at=then,
        may_write=may_about(viewer, Act.WRITE, DIS, whole, at=at),
        restrictions=_restrictions(whole, then, at), restraints=_restraints(whole, then),
        cases=_cases(whole, then),
    )  # fmt: skip


@reading
def restraints_on(viewer: Viewer, person_ids: Collection[UUID], *, at: datetime) -> list[On]:
    """Which of these people are in restraints now, for whoever may add to the register.

    Behind the wall's own door, which tells neither instrument nor reason.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT person, restraint, since, last_look FROM safety_restraints_on(%s, %s)",
            [list(person_ids), at],
        )
        return [
            On(person_id=person, restraint_id=use, since=since, last_look=look)
            for person, use, since, look in cursor.fetchall()
        ]


def _restrictions(whole: UUID, then: datetime, at: datetime) -> list[Restricted]:
    reviews = list(rows_of(RestrictionReview, whole, known_at=then).order_by("at", "id"))
    return [
        Restricted(
            row=row, reviews=[one for one in reviews if one.restriction_id == row.first],
            runs=runs_at(row, at),
        )
        for row in rows_of(Restriction, whole, known_at=then).order_by("since", "id")
    ]  # fmt: skip


def _restraints(whole: UUID, then: datetime) -> list[Restrained]:
    checks = list(rows_of(RestraintCheck, whole, known_at=then).order_by("at", "id"))
    return [
        Restrained(row=row, checks=[one for one in checks if one.restraint_id == row.first])
        for row in rows_of(Restraint, whole, known_at=then).order_by("since", "id")
    ]


def _cases(whole: UUID, then: datetime) -> list[Tried]:
    sanctions = list(rows_of(Sanction, whole, known_at=then).order_by("imposed_at", "id"))
    rows = rows_of(DisciplinaryCase, whole, known_at=then).order_by("happened_at", "id")
    tried = [
        Tried(case=row, sanctions=[one for one in sanctions if one.case_id == row.first])
        for row in rows
    ]
    return tried + [Tried(case=None, sanctions=[one]) for one in sanctions if one.case_id is None]


def _enter(viewer: Viewer, leave: Leave, event: str, whole: UUID, *, at: datetime) -> None:
    record(
        event=event, by=str(viewer.account), role=leave.role, place=leave.place, happened_at=at,
        at=at, about=whole, compartment=DIS,
    )  # fmt: skip
