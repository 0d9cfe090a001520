"""How far the reception of a person has come: what is done, what is missing, until when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db import connection

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.ages import age_step, counts_as_child
from throughcare.casework.custody.checks import reads_nothing
from throughcare.casework.custody.clocks import Clock, clocks
from throughcare.casework.custody.models import Stay, Step
from throughcare.casework.custody.standing import order_at, stay_at
from throughcare.casework.custody.terms import WALK, Stage, StepKind, compartment_of
from throughcare.casework.people.facts import known_person
from throughcare.casework.people.files import ask_about, may_about, reading
from throughcare.casework.rows.standing import rows_of
from throughcare.register.actions import record

CLOCK_OF: Final = {StepKind.INFORMATION: "information", StepKind.FAMILY: "family"}
RECORD: Final = "record"
# Steps that have a page of the reception beside those of the walk itself.
BESIDE: Final = (StepKind.ARREST, StepKind.CHARGES_TOLD, StepKind.AGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """One step: when it was done, if it was; until when it should be.

    `said` is what stands in it, newest last, for who may read it; empty for everybody else.
    """

    kind: StepKind
    done_at: datetime | None
    due_at: datetime | None
    late: bool
    said: Sequence[Step]
    readable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A clock of the reception that runs or has run out."""

    name: str
    clock: Clock
    due_at: datetime
    done: bool | None
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """The reception of one person. Without a stay, nobody was received yet.

    `covered`: whether an order is in force now; None for who may not know. `woman_missing`: a woman
    for whom no woman officer is named (Mandela Rule 81). `reads`: False where the file says that
    the person reads no language.
    """

    person_id: UUID
    stay: Stay | None
    covered: bool | None
    steps: Sequence[Walked]
    beside: Sequence[Walked]
    clocks: Sequence[Due]
    woman_missing: bool
    sex: str | None
    child: bool
    age_disputed: bool
    reads: bool

    @property
    def missing(self) -> list[StepKind]:
        """The steps that are not done, in the order of the walk."""
        return [one.kind for one in self.steps if one.done_at is None]

    @property
    def finished(self) -> bool:
        """Whether nothing is missing."""
        return self.stay is not None and not self.missing and not self.woman_missing


@reading
def walk_of(
    viewer: Viewer, person_id: UUID, *, at: datetime, known_at: datetime | None = None
) -> Walk:
    """The reception of the stay that is open, as known at `known_at`; now where none is given.

    With an entry. Raises NotThere or Refused.
    """
    leave = ask_about(viewer, Act.READ, Compartment.ID, person_id, at=at)
    then = known_at or at
    stay = stay_at(person_id, at=then)
    opens = {code: may_about(viewer, Act.READ, code, person_id, at=at) for code in Compartment}
    done, said = _done(person_id, stay, then), _said(person_id, stay, then, opens)
    kinds = WALK[Stage.RECEPTION]
    sex = known_person(person_id, known_at=then).sex
    disputed = age_step(person_id, known_at=then)
    record(
        event="read.custody_reception", by=str(viewer.account), role=leave.role,
        place=leave.place, happened_at=at, at=at, about=person_id, compartment=Compartment.ID,
        content={
            "known_at": then, "steps": [step.id for steps in said.values() for step in steps],
        },
    )  # fmt: skip
    return Walk(
        person_id=person_id, stay=stay,
        covered=order_at(person_id, at=then) is not None if opens[Compartment.SEN] else None,
        steps=[_walked(kind, stay, done, said, opens, then) for kind in kinds],
        beside=[_walked(kind, stay, done, said, opens, then) for kind in BESIDE],
        clocks=_clocks(stay, done, then),
        woman_missing=stay is not None and sex == "female"
        and not received_by_woman(said.get(StepKind.IDENTITY, [])),
        sex=sex, child=counts_as_child(person_id, at=then),
        age_disputed=disputed is not None and disputed.value.get("disputed") is True,
        reads=not reads_nothing(person_id, known_at=then),
    )  # fmt: skip


def received_by_woman(identity: Sequence[Step]) -> bool:
    """Whether the officer was a woman, or a woman officer is named (Rule 81, Bangkok Rule 2)."""
    values: list[Mapping[str, Any]] = [step.value for step in identity]
    return any(
        one.get("received_by_sex") == "female" or str(one.get("woman_officer") or "").strip()
        for one in values
    )


def _done(person_id: UUID, stay: Stay | None, at: datetime) -> dict[str, datetime]:
    """When each step of this reception was done last, whatever it says."""
    if stay is None:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT kind, max(happened_at) FROM custody_steps_done(%s) WHERE "
            "recorded_at <= %s AND (stood_until IS NULL OR stood_until > %s) "
            "AND (stage = 'reception' OR kind = 'age') AND (stay = %s OR happened_at >= %s) "
            "GROUP BY kind",
            [person_id, at, at, stay.id, stay.admitted_at],
        )
        return dict(cursor.fetchall())


def _said(
    person_id: UUID, stay: Stay | None, known_at: datetime, opens: Mapping[Compartment, bool]
) -> dict[StepKind, list[Step]]:
    """The steps that this viewer may read, by the policy and by the database."""
    said: dict[StepKind, list[Step]] = {}
    if stay is None:
        return said
    rows = rows_of(Step, person_id, known_at=known_at)
    rows = rows.filter(stage__in=(Stage.RECEPTION, Stage.STAY))
    for step in rows.order_by("happened_at", "id"):
        kind = StepKind(step.kind)
        if step.stage == Stage.STAY and kind is not StepKind.AGE:
            continue
        mine = step.stay_id == stay.id or step.happened_at >= stay.admitted_at
        if mine and opens[Compartment(step.compartment)]:
            said.setdefault(kind, []).append(step)
    return said


def _walked(
    kind: StepKind, stay: Stay | None, done: Mapping[str, datetime],
    said: Mapping[StepKind, list[Step]], opens: Mapping[Compartment, bool], at: datetime,
) -> Walked:  # fmt: skip
    due = stay.admitted_at + clocks()[CLOCK_OF.get(kind, RECORD)].within if stay else None
    done_at = done.get(kind)
    return Walked(
        kind=kind, done_at=done_at, due_at=due,
        late=due is not None and done_at is None and at > due, said=said.get(kind, []),
        readable=stay is not None and opens[compartment_of(kind)],
    )  # fmt: skip


def _clocks(stay: Stay | None, done: Mapping[str, datetime], at: datetime) -> list[Due]:
    if stay is None:
        return []
    answers = {
        RECORD: all(kind in done for kind in WALK[Stage.RECEPTION]),
        "information": StepKind.INFORMATION in done,
        "family": StepKind.FAMILY in done,
        "health": None,  # health keeps its own record, which is not shown here
    }
    return [
        Due(
            name=name, clock=clock, due_at=stay.admitted_at + clock.within, done=answers[name],
            late=answers[name] is False and at > stay.admitted_at + clock.within,
        )
        for name, clock in clocks().items()
    ]  # fmt: skip
