"""To write down cases and sanctions that did not go as the rules ask: as they were."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from throughcare.api.schemas.discipline import FoundCaseForm, FoundInCaseForm, FoundSanctionForm
from throughcare.api.schemas.written import Written
from throughcare.api.statuses import changing, making, named, took
from throughcare.casework.safety import actions

router = Router(tags=["discipline"])


@router.post("/people/{person}/found-cases", response=making(Written), **named("find_case"))
def find_case(request: HttpRequest, person: UUID, said: FoundCaseForm) -> Status[Written]:
    """A case that nobody could have led so. Every rule still judges it."""
    call = took(request)
    row = actions.record_what_happened_case(
        by=call.viewer, at=call.at, person_id=person, act=said.act, went=said.went.as_went(),
        found=said.found, said_by=said.said_by, incident=said.incident,
    )  # fmt: skip
    return Status(201, Written(id=row.id))


@router.post("/cases/{case}/found", response=changing(Written), **named("find_in_case"))
def find_in_case(request: HttpRequest, case: UUID, said: FoundInCaseForm) -> Written:
    """What was done in a case that stands, against the rules. What is left out stays."""
    call = took(request)
    row = actions.record_what_happened_in_case(
        by=call.viewer, at=call.at, case_id=case, went=said.went.as_went(), found=said.found,
        said_by=said.said_by,
    )  # fmt: skip
    return Written(id=row.id)


@router.post("/people/{person}/found-sanctions", response=making(Written), **named("find_sanction"))
def find_sanction(request: HttpRequest, person: UUID, said: FoundSanctionForm) -> Status[Written]:
    """A sanction that nobody could have imposed: a blow, a group punished, a second one."""
    call = took(request)
    row = actions.record_what_happened_sanction(
        by=call.viewer, at=call.at, person_id=person, kind=said.kind, imposed_at=said.imposed_at,
        found=said.found, said_by=said.said_by, case_id=said.case, incident=said.incident,
        offence=said.offence, reasons=said.reasons, since=said.since, until=said.until,
        no_end_why=said.no_end_why, decider=said.decider, decider_role=said.decider_role or "",
        collective=said.collective,
    )  # fmt: skip
    return Status(201, Written(id=row.id))
