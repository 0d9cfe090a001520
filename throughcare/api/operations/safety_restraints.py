"""To write down restraints, what was done while they were on, and those found as they were."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from throughcare.api.schemas.measures import FoundRestraintForm, RestraintForm, RestraintLookForm
from throughcare.api.schemas.written import Written
from throughcare.api.statuses import making, named, took
from throughcare.casework.safety import actions

router = Router(tags=["restraints"])


@router.post("/people/{person}/restraints", response=making(Written), **named("restrain"))
def restrain(request: HttpRequest, person: UUID, said: RestraintForm) -> Status[Written]:
    """Restraints are on from a moment. Never chains, never as a sanction, never before a court."""
    call = took(request)
    row = actions.restrain(
        by=call.viewer, at=call.at, person_id=person, instrument=said.instrument,
        purpose=said.purpose, lawful_ground=said.lawful_ground, reason=said.reason,
        lesser_means_tried=said.lesser_means_tried, since=said.since, until=said.until,
        ordered_by=said.ordered_by, ordered_at=said.ordered_at, as_sanction=said.as_sanction,
        at_appearance=said.at_appearance, why=said.why,
    )  # fmt: skip
    return Status(201, Written(id=row.id))


@router.post(
    "/people/{person}/restraints/{restraint}/checks", response=making(Written),
    **named("look_after_restrained"),
)  # fmt: skip
def look_after_restrained(
    request: HttpRequest, person: UUID, restraint: UUID, said: RestraintLookForm
) -> Status[Written]:
    """One thing done about restraints: looked at, taken off, the doctor alerted, reported."""
    call = took(request)
    row = actions.look_after_restrained(
        by=call.viewer, at=call.at, person_id=person, restraint_id=restraint, what=said.what,
        done_at=said.done_at, words=said.words,
    )  # fmt: skip
    return Status(201, Written(id=row.id))


@router.post(
    "/people/{person}/found-restraints", response=making(Written), **named("find_restraint")
)
def find_restraint(request: HttpRequest, person: UUID, said: FoundRestraintForm) -> Status[Written]:
    """Restraints that were put on against a rule. Every rule still judges them."""
    call = took(request)
    row = actions.record_what_happened_restraint(
        by=call.viewer, at=call.at, person_id=person, instrument=said.instrument,
        purpose=said.purpose, since=said.since, found=said.found, said_by=said.said_by,
        until=said.until, lawful_ground=said.lawful_ground, reason=said.reason,
        lesser_means_tried=said.lesser_means_tried, ordered_by=said.ordered_by,
        ordered_at=said.ordered_at, at_appearance=said.at_appearance, as_sanction=said.as_sanction,
    )  # fmt: skip
    return Status(201, Written(id=row.id))
