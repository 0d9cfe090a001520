"""To write notes and alerts."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from throughcare.api.schemas.asked import AlertForm, AmendmentForm, NoteForm, WhyForm
from throughcare.api.schemas.written import Written
from throughcare.api.statuses import changing, making, named, took
from throughcare.casework.people import actions

router = Router(tags=["notes and alerts"])


@router.post("/people/{person}/notes", response=making(Written), **named("add_note"))
def add_note(request: HttpRequest, person: UUID, said: NoteForm) -> Status[Written]:
    """Write down what has happened."""
    call = took(request)
    note = actions.add_note(
        by=call.viewer, at=call.at, person_id=person, kind=said.kind, text=said.text,
        happened_at=said.happened_at, why=said.why,
    )  # fmt: skip
    return Status(201, Written(id=note.id))


@router.post("/notes/{note}/amendment", response=making(Written), **named("amend_note"))
def amend_note(request: HttpRequest, note: UUID, said: AmendmentForm) -> Status[Written]:
    """Write a note that takes the place of another, which stays readable."""
    call = took(request)
    newer = actions.amend_note(
        by=call.viewer, at=call.at, note_id=note, text=said.text, why=said.why
    )
    return Status(201, Written(id=newer.id))


@router.post("/people/{person}/alerts", response=making(Written), **named("raise_alert"))
def raise_alert(request: HttpRequest, person: UUID, said: AlertForm) -> Status[Written]:
    """Warn everybody who meets the person, from now up to `expires_at`."""
    call = took(request)
    alert = actions.raise_alert(
        by=call.viewer, at=call.at, person_id=person, code=said.code, text=said.text,
        expires_at=said.expires_at, why=said.why,
    )  # fmt: skip
    return Status(201, Written(id=alert.id))


@router.post("/alerts/{alert}/end", response=changing(Written), **named("end_alert"))
def end_alert(request: HttpRequest, alert: UUID, said: WhyForm) -> Written:
    """End an alert before it expires."""
    call = took(request)
    ended = actions.end_alert(by=call.viewer, at=call.at, alert_id=alert, why=said.why)
    return Written(id=ended.id)
