"""The plan that holds: whole for whoever reads plans, and in short for a role that it concerns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.people.files import ask_about, may_about, reading, subject_of
from throughcare.casework.plans.queries.versions import PLN, SeenPlan, plans_of
from throughcare.register.actions import record


@dataclass(frozen=True, slots=True)
class ShortStep:
    """What concerns the reader: the goal, what is to be done, until when, and where it stands."""

    goal: UUID
    goal_words: str
    words: str
    due: date
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortPlan:
    """The plan in short: goals and times that concern this role, and the conditions of release.

    Nothing of the other parts, of the family, or of what the person says of it.
    """

    version: int
    signed_at: datetime
    review_at: datetime
    conditions: str
    steps: Sequence[ShortStep]


@reading
def plan_in_force(viewer: Viewer, person_id: UUID, *, at: datetime) -> SeenPlan | ShortPlan | None:
    """The plan that holds at the moment; None without one. Leaves an entry.

    In short for whoever may not read plans in full. Raises NotThere, Refused.
    """
    if may_about(viewer, Act.READ, PLN, person_id, at=at):
        return plans_of(viewer, person_id, at=at).in_force
    return plan_in_short(viewer, person_id, at=at)


@reading
def plan_in_short(viewer: Viewer, person_id: UUID, *, at: datetime) -> ShortPlan | None:
    """The same in short, whoever asks. Leaves an entry. Raises NotThere, Refused."""
    leave = ask_about(viewer, Act.READ_REDACTED, PLN, person_id, at=at)
    whole = subject_of(person_id).person or person_id
    record(
        event="read.plan_in_short", by=str(viewer.account), role=leave.role, place=leave.place,
        at=at, happened_at=at, about=whole, compartment=PLN,
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM plans_in_short(%s, %s, %s, %s)",
            [whole, at, leave.role, str(viewer.account)],
        )
        rows = cursor.fetchall()
    if not rows:
        return None
    version, signed_at, review_at, conditions = rows[0][:4]
    return ShortPlan(
        version=version, signed_at=signed_at, review_at=review_at, conditions=conditions,
        steps=[ShortStep(*row[4:]) for row in rows if row[4] is not None],
    )  # fmt: skip
