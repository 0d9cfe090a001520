"""Plans: for some of those who are sentenced a draft, a social worker, and reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final, TypeVar

from throughcare.access.terms import Role
from throughcare.casework.plans.models import Caring, Goal, Plan, Report, Step, Versioned
from throughcare.casework.plans.terms import (
    Actor,
    GoalState,
    PlanKind,
    PlanState,
    ReportKind,
    Serves,
    StepState,
)
from throughcare.casework.rows.record import Record
from throughcare.demo.chance import chance
from throughcare.demo.country import Country
from throughcare.demo.custody.course import course_of
from throughcare.demo.custody.pen import Pen
from throughcare.demo.people import Person
from throughcare.demo.places import Establishment
from throughcare.demo.row import Row, new
from throughcare.demo.staff import Member
from throughcare.demo.stories import story_of

R = TypeVar("R", bound=Record)
DAY: Final = timedelta(days=1)
_OF_EACH: Final = 9  # one of so many who are sentenced has what is told here
# Invented, in the first person, and of nobody.
_GOALS: Final = (
    (Serves.LEARNING, "I want to read and write without help.", "I left school early."),
    (Serves.WORK, "I want a trade that feeds us.", "I have only carried loads."),
    (Serves.FAMILY, "I want to be a father my children know.", "They come on Saturdays."),
    (Serves.SAFETY, "I want to talk before I shout.", "I was hit when I was small."),
)


class PlanPen(Pen):
    """As that of custody; each row names its first version."""

    def put(self, row: R, *, by: Member, at: datetime, replaces: R | None = None) -> R:
        """Write a new row, in place of another where one is given."""
        super().put(row, by=by, at=at, replaces=replaces)
        if isinstance(row, Versioned):
            row.first = replaces.first if isinstance(replaces, Versioned) else row.id
        return row

    def compartment_of(self, row: Record) -> str:
        """All of it is plan."""
        return "PLN"


def rows(country: Country, establishment: Establishment, people: Sequence[Person]) -> Iterator[Row]:
    """What is told of those whose number says so; nothing of the stories."""
    managers = country.members_at(establishment.code, Role.CASE_MANAGER)
    for one in people:
        if one.number % _OF_EACH or story_of(establishment, one.number):
            continue
        tried_at = course_of(country.seed, establishment, one.number, on=country.on).tried_at
        if tried_at is None or country.on - tried_at < 10 * DAY:
            continue
        pen = PlanPen(one.id, chance(country.seed, "plan", one.number))
        since = max(tried_at, country.on - 100 * DAY) + 5 * DAY
        there = [manager for manager in managers if manager.since <= since]
        if not there:
            continue
        manager = there[one.number % len(there)]
        _beside(pen, manager, since)
        _plan(pen, one, manager, since)
        yield from pen.rows()


def _beside(pen: PlanPen, by: Member, at: datetime) -> None:
    pen.put(new(Caring, account=str(by.number), since=at), by=by, at=at)
    pen.put(
        new(
            Report, kind=ReportKind.FULL, received_at=at, written_by="the reception team",
            where="folder of the file", health_part=True,
        ),
        by=by, at=at,
    )  # fmt: skip


def _plan(pen: PlanPen, one: Person, by: Member, at: datetime) -> None:
    """A draft with a goal and a step, which the person is still to be asked about."""
    female = one.sex == "female"
    hers = "as she says it herself" if female else ""
    draft = pen.put(
        new(
            Plan, state=PlanState.DRAFT, kind=PlanKind.FULL, version=1, begun_by=str(by.number),
            staff="the case manager asks each month how it goes",
            family="visits on Saturdays, a call on Wednesdays", release="a room, papers, work",
            care=hers, children=hers, programmes=hers, choice="not_said" if female else "",
            review_at=at + 85 * DAY,
        ),
        by=by, at=at,
    )  # fmt: skip
    serves, words, because = _GOALS[one.number % len(_GOALS)]
    goal = pen.put(
        new(
            Goal, plan_id=draft.first, words=words, serves=serves, serves_words=because,
            measure="we look at it together each month", state=GoalState.LIVE,
        ),
        by=by, at=at,
    )  # fmt: skip
    pen.put(
        new(
            Step, goal_id=goal.first, words="ask for a place and tell the answer",
            actor=Actor.STAFF, account=str(by.number), role=by.role.value,
            due=(at + 40 * DAY).date(), state=StepState.OPEN,
        ),
        by=by, at=at,
    )  # fmt: skip
