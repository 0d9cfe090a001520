"""The register of separation of one person: spells, orders, reviews, advice and answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from throughcare.access.gate import Leave
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import ask_about, may_about, reading, subject_of
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.safety.models import (
    DayConflict,
    DirectorAnswer,
    HealthOpinion,
    HealthRecommendation,
    HealthState,
    MitigationPlan,
    Separation,
    SeparationOrder,
    SeparationReview,
)
from throughcare.casework.safety.spells import Known, spells_of
from throughcare.register.actions import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """A spell with all that rests on it, each in the order of time."""

    row: Separation
    orders: Sequence[SeparationOrder]
    reviews: Sequence[SeparationReview]
    plans: Sequence[MitigationPlan]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advised:
    """Advice of health staff, and the director's answer where there is one."""

    row: HealthRecommendation
    answer: DirectorAnswer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """What a viewer may know. Who reads redacted sees when, and nothing else: `whole` is false."""

    whole: bool
    may_write: bool
    may_add: bool
    times: Sequence[Known]
    spells: Sequence[Spell]
    advice: Sequence[Advised]
    conflicts: Sequence[DayConflict]


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What health staff wrote of a person and separation. Compartment HLT."""

    states: Sequence[HealthState]
    opinions: Sequence[HealthOpinion]


@reading
def separations_of(
    viewer: Viewer, person_id: UUID, *, at: datetime, known_at: datetime | None = None,
    why: str = "",
) -> Register:  # fmt: skip
    """The register of a person, as known at `known_at`. Leaves an entry. NotThere, Refused."""
    leave = ask_about(viewer, Act.READ_REDACTED, Compartment.DIS, person_id, at=at)
    person = subject_of(person_id).person or person_id
    _enter(viewer, leave, "read.separations", person, Compartment.DIS, at=at, why=why)
    then = known_at or at
    whole = may_about(viewer, Act.READ, Compartment.DIS, person_id, at=at)
    return Register(
        whole=whole,
        may_write=may_about(viewer, Act.WRITE, Compartment.DIS, person_id, at=at),
        may_add=may_about(viewer, Act.APPEND, Compartment.DIS, person_id, at=at),
        times=spells_of(person, known_at=then),
        spells=_spells(person, then) if whole else (),
        advice=_advice(person, then) if whole else (),
        conflicts=list(
            rows_of(DayConflict, person, known_at=then).filter(outcome="").order_by("since", "id")
        )
        if whole
        else (),
    )  # fmt: skip


@reading
def health_in_separation(viewer: Viewer, person_id: UUID, *, at: datetime, why: str = "") -> Health:
    """States and opinions of health staff, for who reads HLT. Raises NotThere, Refused."""
    leave = ask_about(viewer, Act.READ, Compartment.HLT, person_id, at=at)
    person = subject_of(person_id).person or person_id
    _enter(viewer, leave, "read.separation_health", person, Compartment.HLT, at=at, why=why)
    return Health(
        states=list(rows_of(HealthState, person, known_at=at).order_by("since", "id")),
        opinions=list(rows_of(HealthOpinion, person, known_at=at).order_by("at", "id")),
    )


def _spells(person: UUID, then: datetime) -> list[Spell]:
    orders = list(rows_of(SeparationOrder, person, known_at=then).order_by("valid_from", "id"))
    reviews = list(rows_of(SeparationReview, person, known_at=then).order_by("at", "id"))
    plans = list(rows_of(MitigationPlan, person, known_at=then).order_by("at", "id"))
    rows = rows_of(Separation, person, known_at=then).select_related("place")
    return [
        Spell(
            row=row,
            orders=[one for one in orders if one.separation_id == row.spell],
            reviews=[one for one in reviews if one.separation_id == row.spell],
            plans=[one for one in plans if one.separation_id == row.spell],
        )
        for row in rows.order_by("since", "id")
    ]


def _advice(person: UUID, then: datetime) -> list[Advised]:
    answers = {
        one.recommendation_id: one
        for one in rows_of(DirectorAnswer, person, known_at=then).order_by("at", "id")
    }
    rows = rows_of(HealthRecommendation, person, known_at=then).order_by("at", "id")
    return [Advised(row=one, answer=answers.get(one.id)) for one in rows]


def _enter(
    viewer: Viewer, leave: Leave, event: str, person: UUID, code: Compartment, *, at: datetime,
    why: str,
) -> None:  # fmt: skip
    record(
        event=event, by=str(viewer.account), role=leave.role, place=leave.place, happened_at=at,
        at=at, about=person, compartment=code, why=why,
    )  # fmt: skip
