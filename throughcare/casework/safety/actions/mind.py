"""Health staff say that the service knows of an illness of the mind, and no more than that. HLT."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.moments import need_order, need_past
from throughcare.casework.people.files import entering, hold
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.held_row import hold_row
from throughcare.casework.rows.writing import put
from throughcare.casework.safety.models import MentalCondition


@entering
def say_mental_condition(
    *, by: Viewer, at: datetime, person_id: UUID, since: datetime, why: str = ""
) -> MentalCondition:
    """From this moment the service knows. Raises BadMoment, NotThere, Refused."""
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.HLT, by=by, at=at, why=why
    )
    need_past(since, at=at)
    row = MentalCondition(since=since)
    return put(holding, row, event="safety.mental_condition_known", happened_at=since)


@entering
def end_mental_condition(
    *, by: Viewer, at: datetime, condition_id: UUID, until: datetime, why: str
) -> MentalCondition:
    """It is over. Raises BadMoment, NoReason, AlreadyReplaced, NotThere, Refused."""
    holding, stands = hold_row(
        MentalCondition, condition_id, compartment=Compartment.HLT, by=by, at=at, why=why
    )
    need_past(until, at=at)
    need_order(stands.since, until, what="it would be over before it was known")
    return put(
        holding, anew(stands, until=until), event="safety.mental_condition_over",
        happened_at=until, replaces=stands,
    )  # fmt: skip
