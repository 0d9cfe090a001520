"""What the tests of plans start from: somebody sentenced, who writes, and a sound plan."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction

from tests.casework.assessment.made import assigned, manager, second
from tests.casework.assessment.made_status import in_force as marked
from tests.casework.assessment.made_status import the_prisoner
from tests.casework.custody.made import AT, DAY, HOUR, MINUTE, say, with_status
from tests.casework.safety.made import grown
from tests.staff import see_all_rows
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Person
from throughcare.casework.plans import actions
from throughcare.casework.plans.models import Goal, Plan, Step
from throughcare.casework.plans.words import words_of

__all__ = [
    "AT",
    "BEGUN",
    "DAY",
    "HOUR",
    "MINUTE",
    "PARTS",
    "REVIEW",
    "SIGNED",
    "agreed",
    "assigned",
    "begun",
    "goal",
    "manager",
    "marked",
    "plan_words",
    "probation",
    "raw_draft",
    "refused_by",
    "second",
    "sentenced",
    "signed",
    "step",
    "the_prisoner",
    "untried",
    "with_a_goal",
    "woman",
]

BEGUN, SIGNED = AT + 2 * DAY, AT + 3 * DAY
REVIEW = AT + 80 * DAY
OWN = "I want to read letters from my daughter by myself."
PARTS = {
    "staff": "The case manager asks the school each month.",
    "family": "Mother and daughter. They visit on Saturdays.",
    "release": "A room with his brother, and papers by then.",
}


def sentenced(*parts: str, **more: Any) -> UUID:
    """A grown man in a cell, sentenced since his reception."""
    person = grown(*parts, **more)
    with_status(person, "sentenced")
    return person


def untried(**more: Any) -> UUID:
    """The same, held for trial."""
    person = grown(**more)
    with_status(person, "untried")
    return person


def woman(**more: Any) -> UUID:
    """A grown woman, sentenced."""
    person = sentenced("Dana", **more)
    say(Person(id=person), Kind.SEX, {"sex": "female"})
    return person


def probation(person: UUID) -> Viewer:
    """The probation officer of the case."""
    return assigned(Role.PROBATION_OFFICER, 951, person)


def begun(person: UUID, *, at: datetime = BEGUN, **more: Any) -> Plan:
    """A draft with the parts that are asked of a man who is sentenced."""
    parts = {**PARTS, **more.pop("parts", {})}
    said: dict[str, Any] = {"by": manager(person), "review_at": at + 80 * DAY}
    return actions.begin_plan(at=at, person_id=person, parts=parts, **{**said, **more})


def goal(plan: Plan, *, at: datetime = BEGUN, **more: Any) -> Goal:
    """A sound goal in his own words."""
    said: dict[str, Any] = {
        "by": manager(plan.person_id), "words": OWN, "serves": "learning",
        "serves_words": "He left school at nine.", "measure": "He reads a letter aloud.",
    }  # fmt: skip
    return actions.add_goal(at=at, plan_id=plan.id, **{**said, **more})


def step(of: Goal, *, at: datetime = BEGUN, **more: Any) -> Step:
    """A sound step, by the case manager."""
    said: dict[str, Any] = {
        "by": manager(of.person_id), "words": "Ask the school for a place.", "actor": "staff",
        "account": manager(of.person_id).account, "due": date(2026, 4, 1),
    }  # fmt: skip
    return actions.add_step(at=at, goal_id=of.id, **{**said, **more})


def with_a_goal(person: UUID, *, at: datetime = BEGUN, **more: Any) -> Plan:
    """A draft with one goal and one step."""
    plan = begun(person, at=at, **more)
    step(goal(plan, at=at), at=at)
    return plan


def agreed(plan: Plan, *, at: datetime = SIGNED, **more: Any) -> Plan:
    """The person agrees and signs on paper; staff have not signed yet."""
    by = manager(plan.person_id)
    said: dict[str, Any] = {"agreement": "agreed", **more}
    actions.write_agreement(by=by, at=at, plan_id=plan.id, seen=plan_words(plan.id), **said)
    return actions.write_signature(
        by=by, at=at, plan_id=plan.id, seen=plan_words(plan.id), how="signature"
    )


def plan_words(plan_id: UUID) -> str:
    """What somebody is shown who opens the page now: the digest of the plan as it stands."""
    see_all_rows("PLN")
    first = Plan.objects.get(id=plan_id).first
    return words_of(Plan.objects.get(first=first, stood_until=None).id)


def signed(person: UUID, *, at: datetime = SIGNED, plan: Plan | None = None, **more: Any) -> Plan:
    """A plan in force."""
    row = agreed(plan or with_a_goal(person, at=min(BEGUN, at), **more), at=at)
    return actions.sign_plan(by=manager(person), at=at, plan_id=row.id, seen=plan_words(row.id))


def raw_draft(person: UUID, **more: Any) -> Plan:
    """A draft as a row, without the action."""
    see_all_rows("PLN")
    row: dict[str, Any] = {
        "id": uuid4(), "person_id": person, "recorded_at": BEGUN, "recorded_by": "931",
        "state": "draft", "kind": "full", "version": 1, "begun_by": "931", "review_at": REVIEW,
    }  # fmt: skip
    return Plan.objects.create(**{**row, **more})


@contextmanager
def refused_by(*constraints: str) -> Iterator[None]:
    """The database refuses what is done here by one of these constraints of the room."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        yield
    name = caught.value.__cause__.diag.constraint_name  # type: ignore[union-attr]
    assert name in {f"plans_{one}" for one in constraints}, name
