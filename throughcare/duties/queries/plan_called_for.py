"""What calls for a look at a plan since it was signed: read, never written by a job.

As for boards (`called_for`): a version that is signed answers everything that came before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from throughcare.access import gate
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment, Role
from throughcare.casework.assessment.queries.status import FOR_THE_PERSON
from throughcare.casework.people.files import ask_about, entering, reading, subject_of
from throughcare.duties.queries.called_for import Call, calls_by
from throughcare.register.actions import record

PLN = Compartment.PLN
_OF: Final = "SELECT * FROM duties_calls_for_plan(%s, %s, %s)"
_AT: Final = "SELECT * FROM duties_plan_calls_at(%s, %s, %s)"


@reading
def plan_called_for(viewer: Viewer, person_id: UUID, *, at: datetime) -> Sequence[Call]:
    """What calls for a look at the plan of a person, the earliest first. NotThere or Refused.

    `trigger`: first, due, age, sentence, status, risk, move, appeal or care. Nothing for the person
    and the lawyer: a referral is not theirs to read, and would show here. Leaves no entry of its
    own: it stands on pages of the file, which leave one each. All of it only on that of the plan.
    """
    leave = ask_about(viewer, Act.READ, PLN, person_id, at=at)
    if Role(leave.role) in FOR_THE_PERSON:
        return []
    whole = subject_of(person_id).person or person_id
    return calls_by(_OF, [whole], at).get(whole, [])


def no_plan(calls: Sequence[Call]) -> bool:
    """Whether somebody sentenced has no plan in force, so that there is none to review."""
    return any(one.trigger == "first" for one in calls)


@entering
def plans_called_at(
    viewer: Viewer, establishment: str, *, at: datetime
) -> Mapping[UUID, Sequence[Call]]:
    """Everybody held there whose plan is called for, as far as the viewer reads the plan.

    Leaves an entry. Raises NotThere without a post.
    """
    leave = gate.standing(viewer, at=at)
    works = {post.role for post in viewer.posts if post.period.holds(at)} - set(FOR_THE_PERSON)
    found = calls_by(_AT, establishment, at) if works else {}
    record(
        event="read.called_for_plan", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, compartment=PLN,
        content={"place": establishment, "named": sorted(str(one) for one in found)},
    )  # fmt: skip
    return found
