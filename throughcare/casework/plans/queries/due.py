"""What is due of plans: steps with whoever does them, reviews, and steps that nobody does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from throughcare.access import gate
from throughcare.access.matrix import matrix
from throughcare.access.places import within
from throughcare.access.policy import OWN_RIGHT
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment, Scope
from throughcare.casework.people.files import entering, held_where, whole_by_part, whose
from throughcare.casework.plans.models import Goal, Plan, Step
from throughcare.casework.plans.owners import without_post
from throughcare.casework.plans.terms import GoalState, PlanState, StepState
from throughcare.casework.rows.record import known
from throughcare.register.actions import record

PLN = Compartment.PLN


@dataclass(frozen=True, slots=True, kw_only=True)
class DueStep:
    """An open step of a plan in force. `account`: of the member of staff, or empty; `who`: a
    relative or an agency, in words; `mine`: it is the reader's own.
    """

    step: UUID
    goal: UUID
    person: UUID
    words: str
    due: date
    actor: str
    account: str
    who: str
    mine: bool


@dataclass(frozen=True, slots=True)
class DueReview:
    """A plan that is to be looked at again. `plan`: its first row."""

    plan: UUID
    person: UUID
    review_at: datetime


@entering
def steps_due(viewer: Viewer, *, at: datetime, until: date) -> Sequence[DueStep]:
    """Open steps of plans in force that are due by the day, late ones among them, by day.

    Of every file whose plan the viewer reads in full; and the viewer's own steps elsewhere. Leaves
    an entry. Raises NotThere without a post.
    """
    leave = gate.standing(viewer, at=at)
    mine = str(viewer.account)
    whose_plans = whose("person", viewer, PLN, Act.READ, at=at)
    rows = list(_open(at).filter(whose_plans, due__lte=until).order_by("due", "id"))
    whole_of = whole_by_part({row.person_id for row in rows})
    found = {row.first: _due(row, whole_of[row.person_id], mine) for row in rows}
    for one in _own(viewer, at=at, until=until):
        found.setdefault(one.step, one)
    record(
        event="read.steps_due", by=mine, role=leave.role, place=leave.place, happened_at=at,
        at=at, compartment=PLN, content={"named": sorted({str(o.person) for o in found.values()})},
    )  # fmt: skip
    return sorted(found.values(), key=lambda one: (one.due, one.step))


@entering
def steps_without_owner(viewer: Viewer, place: str, *, at: datetime) -> Sequence[DueStep]:
    """Open steps of people held there whose member of staff is there no more.

    Each needs a new owner. Leaves an entry. Raises NotThere, Refused: where no post of the viewer
    reads a plan.
    """
    leave = _leave(viewer, place, at)
    rows = list(_open(at).filter(whose("person", viewer, PLN, Act.READ, at=at), ~Q(account="")))
    gone = without_post({row.account for row in rows}, at=at)
    left = [row for row in rows if row.account in gone]
    whole_of, here = _here({row.person_id for row in left}, place)
    found = [
        _due(row, whole_of[row.person_id], str(viewer.account))
        for row in left if whole_of[row.person_id] in here
    ]  # fmt: skip
    _enter("read.steps_without_owner", viewer, leave, {one.person for one in found}, at=at)
    return sorted(found, key=lambda one: (one.due, one.step))


@entering
def plan_reviews_due(
    viewer: Viewer, place: str, *, at: datetime, until: datetime | None = None
) -> Sequence[DueReview]:
    """Plans in force of people held there whose day of review has come, or comes by `until`.

    The earliest first. Leaves an entry. Raises NotThere, Refused.
    """
    leave = _leave(viewer, place, at)
    rows = list(
        Plan.objects.filter(
            known(at), whose("person", viewer, PLN, Act.READ, at=at), state=PlanState.SIGNED,
            review_at__lte=until or at,
        ).order_by("review_at", "id")
    )  # fmt: skip
    whole_of, here = _here({row.person_id for row in rows}, place)
    found = [
        DueReview(row.first, whole_of[row.person_id], row.review_at)
        for row in rows if whole_of[row.person_id] in here
    ]  # fmt: skip
    _enter("read.plan_reviews_due", viewer, leave, {one.person for one in found}, at=at)
    return found


def _open(at: datetime) -> Any:
    """Open steps of live goals of plans in force."""
    plans = Plan.objects.filter(known(at), state=PlanState.SIGNED).values("first")
    goals = Goal.objects.filter(known(at), state=GoalState.LIVE, plan__in=plans).values("first")
    return Step.objects.filter(known(at), state=StepState.OPEN, goal__in=goals)


def _own(viewer: Viewer, *, at: datetime, until: date) -> Iterator[DueStep]:
    """Through the door for roles that read plans in short."""
    mine = str(viewer.account)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM plans_own_steps(%s, %s, %s)", [mine, at, until])
        for step, goal, person, words, due in cursor.fetchall():
            yield DueStep(
                step=step, goal=goal, person=person, words=words, due=due, actor="staff",
                account=mine, who="", mine=True,
            )  # fmt: skip


def _due(row: Step, whole: UUID, mine: str) -> DueStep:
    return DueStep(
        step=row.first, goal=row.goal_id, person=whole, words=row.words, due=row.due,
        actor=row.actor, account=row.account, who=row.who, mine=row.account == mine,
    )  # fmt: skip


def _here(persons: set[UUID], place: str) -> tuple[Any, set[UUID]]:
    whole_of = whole_by_part(persons)
    return whole_of, set(held_where(set(whole_of.values())).get(place, ()))


def _leave(viewer: Viewer, place: str, at: datetime) -> gate.Leave:
    """By the first post there that reads plans, be it of all or of own cases; else the refusal."""
    gate.standing(viewer, at=at)
    for post in viewer.posts:
        cell = matrix().cells[post.role, PLN]
        reads = Act.READ in cell.level.lets and post.role not in OWN_RIGHT
        there = cell.scope is Scope.SERVICE or within(place, post.establishment)
        if reads and there and post.period.holds(at):
            return gate.Leave(post.role.value, post.establishment)
    return gate.ask(viewer, Act.READ, PLN, Subject(None, place), at=at)


def _enter(
    event: str, viewer: Viewer, leave: gate.Leave, named: set[UUID], *, at: datetime
) -> None:
    record(
        event=event, by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, compartment=PLN,
        content={"named": sorted(str(one) for one in named)},
    )  # fmt: skip
