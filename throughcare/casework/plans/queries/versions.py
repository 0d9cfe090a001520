"""Every version of a person's plan, for whoever reads it in full: the person among them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from throughcare.access.gate import Leave
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment, Role
from throughcare.casework.people.files import ask_about, may_about, reading, subject_of
from throughcare.casework.plans.groups import groups_of
from throughcare.casework.plans.models import (
    Caring,
    Goal,
    Handover,
    Plan,
    Progress,
    ReleasePlan,
    Report,
    Said,
    Step,
)
from throughcare.casework.plans.owners import without_post
from throughcare.casework.plans.rules import asked_of
from throughcare.casework.plans.terms import GoalState, PlanState, SaidKind, StepState
from throughcare.casework.plans.words import words_of
from throughcare.casework.rows.standing import rows_of
from throughcare.register.actions import record

PLN = Compartment.PLN
P = TypeVar("P", Progress, Said)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenGoal:
    """A goal with its steps, the earliest due first; and how it went up to this version."""

    row: Goal
    steps: Sequence[Step]
    went: Progress | None

    @property
    def live(self) -> bool:
        """Whether it was not given up."""
        return self.row.state == GoalState.LIVE


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenPlan:
    """One version. `holds`: it is the plan in force. `progress`: what its review said of each goal
    of the version before, by the first row of that goal. `said`: the person's own words to it.
    `words`: the digest of a draft, which an answer and a signature carry; empty of all others.
    """

    row: Plan
    words: str
    holds: bool
    goals: Sequence[SeenGoal]
    progress: Sequence[Progress]
    said: Sequence[Said]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plans:
    """All versions as known at `known_at`, the latest first, and what stands beside them.

    `unowned`: the first rows of open steps whose member of staff is there no more. `wanted`: the
    parts that are asked of this person. `own`: the reader is the person.
    """

    person_id: UUID
    known_at: datetime
    may_write: bool
    may_say: bool
    own: bool
    seen: Sequence[SeenPlan]
    proposals: Sequence[Said]
    release: ReleasePlan | None
    handovers: Sequence[Handover]
    reports: Sequence[Report]
    caring: Sequence[Caring]
    unowned: frozenset[UUID]
    wanted: Sequence[str]
    groups: frozenset[str]

    @property
    def in_force(self) -> SeenPlan | None:
        """The plan that holds."""
        return next((one for one in self.seen if one.holds), None)

    @property
    def draft(self) -> SeenPlan | None:
        """The version that is being written."""
        return next((one for one in self.seen if one.row.state == PlanState.DRAFT), None)


@reading
def plans_of(
    viewer: Viewer, person_id: UUID, *, at: datetime, known_at: datetime | None = None
) -> Plans:
    """The plan of a person in all its versions. Leaves an entry. Raises NotThere, Refused."""
    leave = ask_about(viewer, Act.READ, PLN, person_id, at=at)
    whole, then = subject_of(person_id).person or person_id, known_at or at
    own = Role(leave.role) is Role.PRISONER
    may = may_about(viewer, Act.WRITE, PLN, whole, at=at)
    rows = list(rows_of(Plan, whole, known_at=then).order_by("-first"))
    # Between the row of the version and what belongs to it, so that it is of no other words.
    words = {row.id: words_of(row.id, at=then) for row in rows if row.state == PlanState.DRAFT}
    goals = _goals(whole, then)
    progress, said = _by_plan(Progress, whole, then), _by_plan(Said, whole, then)
    groups = groups_of(whole, at=then)
    steps = [step for some in goals.values() for goal in some for step in goal.steps]
    gone = without_post({one.account for one in steps if one.state == StepState.OPEN}, at=at)
    found = Plans(
        person_id=whole, known_at=then, may_write=may and not own, may_say=may, own=own,
        seen=[
            SeenPlan(
                row=row, words=words.get(row.id, ""), holds=row.state == PlanState.SIGNED,
                goals=goals[row.first], progress=progress[row.first], said=said[row.first],
            )
            for row in rows
        ],
        proposals=_proposals(whole, then),
        release=rows_of(ReleasePlan, whole, known_at=then).first(),
        handovers=list(rows_of(Handover, whole, known_at=then).order_by("-asked_at", "-id")),
        reports=list(rows_of(Report, whole, known_at=then).order_by("-received_at", "-id")),
        caring=list(rows_of(Caring, whole, known_at=then).order_by("-since", "-id")),
        unowned=frozenset(one.first for one in steps if one.account in gone),
        wanted=asked_of(groups), groups=groups,
    )  # fmt: skip
    _enter(viewer, leave, found, at=at)
    return found


def _goals(whole: UUID, then: datetime) -> Mapping[UUID, list[SeenGoal]]:
    steps = defaultdict[UUID, list[Step]](list)
    for step in rows_of(Step, whole, known_at=then).order_by("due", "id"):
        steps[step.goal_id].append(step)
    went = {one.goal_id: one for one in rows_of(Progress, whole, known_at=then)}
    found = defaultdict[UUID, list[SeenGoal]](list)
    rows = list(rows_of(Goal, whole, known_at=then).order_by("first"))
    before = {one.first: one.goes_on for one in rows}

    def begun_as(first: UUID) -> UUID:
        """The same goal in the first version that had it: goals keep their order."""
        while (earlier := before.get(first)) is not None:
            first = earlier
        return first

    for goal in sorted(rows, key=lambda one: begun_as(one.first)):
        seen = SeenGoal(
            row=goal, steps=steps[goal.first], went=went.get(goal.goes_on) if goal.goes_on else None
        )
        found[goal.plan_id].append(seen)
    return found


def _by_plan(model: type[P], whole: UUID, then: datetime) -> Mapping[UUID, list[P]]:
    found = defaultdict[UUID, list[P]](list)
    for row in rows_of(model, whole, known_at=then).order_by("id"):
        if row.plan_id is not None:
            found[row.plan_id].append(row)
    return found


def _proposals(whole: UUID, then: datetime) -> list[Said]:
    """What the person proposes and no goal was made of yet."""
    taken = rows_of(Goal, whole, known_at=then).exclude(from_words=None)
    rows = rows_of(Said, whole, known_at=then).filter(kind=SaidKind.PROPOSAL)
    return list(rows.exclude(id__in=taken.values("from_words")).order_by("-said_at", "-id"))


def _enter(viewer: Viewer, leave: Leave, found: Plans, *, at: datetime) -> None:
    record(
        event="read.plans", by=str(viewer.account), role=leave.role, place=leave.place,
        at=at, happened_at=at, about=found.person_id, compartment=PLN,
        content={"rows": [str(one.row.id) for one in found.seen]},
    )  # fmt: skip
