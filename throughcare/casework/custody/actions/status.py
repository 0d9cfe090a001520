"""The legal status of a person: a change ends the status that runs, a correction mends it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.errors import BadMoment, SameEntry, Taken
from throughcare.casework.custody.models import LegalStatus
from throughcare.casework.custody.terms import Status
from throughcare.casework.people.files import Holding, entering, hold, parts_of
from throughcare.casework.rows.held_row import hold_row
from throughcare.casework.rows.writing import put, strike_out


@entering
def set_status(
    *, by: Viewer, at: datetime, person_id: UUID, value: Status, since: datetime, why: str = ""
) -> LegalStatus:
    """Write down the legal status from a moment on; the one that runs until then ends there.

    Raises BadMoment, SameEntry, Taken, NotThere, Refused.
    """
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.SEN, by=by, at=at, why=why
    )
    _need_past(since, at)
    known = _known(holding)
    later = [one for one in known if one.since >= since]
    if later:
        raise Taken(
            _("another legal status stands for that time"), remedy=_("correct that one instead")
        )
    running = [one for one in known if one.until is None or one.until > since]
    if running and running[0].value == value:
        raise SameEntry(
            _("this is the legal status already"), remedy=_("look at it; nothing is left to do")
        )
    for one in running:
        _put_again(holding, one, until=since, event="custody.status_ended")
    row = LegalStatus(value=Status(value), since=since)
    return put(holding, row, event="custody.status_set", happened_at=since)


@entering
def correct_status(
    *, by: Viewer, at: datetime, status_id: UUID, value: Status, since: datetime, why: str
) -> LegalStatus:
    """Write a status anew; the one before it then ends where this one begins.

    Raises BadMoment, Taken, NoReason, AlreadyReplaced, NotThere, Refused.
    """
    holding, before = hold_row(
        LegalStatus, status_id, compartment=Compartment.SEN, by=by, at=at, why=why
    )
    _need_past(since, at)
    if before.until is not None and since >= before.until:
        raise BadMoment(
            _("this status would end before it begins"),
            remedy=_("give it an earlier beginning, or correct the status that follows"),
        )
    known = [one for one in _known(holding) if one.id != before.id]
    previous = [one for one in known if one.until == before.since]
    others = [one for one in known if one not in previous and one.since < before.since]
    if any(one.until is None or one.until > since for one in others) or any(
        one.since >= since for one in previous
    ):
        raise Taken(
            _("another legal status stands for that time"), remedy=_("correct that one first")
        )
    for one in previous if since != before.since else []:
        _put_again(holding, one, until=since, event="custody.status_ended")
    row = LegalStatus(value=Status(value), since=since, until=before.until)
    return put(holding, row, event="custody.status_corrected", happened_at=since, replaces=before)


@entering
def strike_out_status(*, by: Viewer, at: datetime, status_id: UUID, why: str) -> LegalStatus:
    """Say that this was never the status of the person. Raises as `correct_status`."""
    holding, status = hold_row(
        LegalStatus, status_id, compartment=Compartment.SEN, by=by, at=at, why=why
    )
    return strike_out(holding, status)


def _known(holding: Holding) -> list[LegalStatus]:
    """What stands now, also what somebody wrote while this waited for the lock."""
    rows = LegalStatus.objects.filter(person__in=parts_of(holding.person.id), stood_until=None)
    return list(rows.order_by("since"))


def _need_past(since: datetime, at: datetime) -> None:
    if since > at:
        raise BadMoment(_("the time has not come"), remedy=_("look at day and hour"))


def _put_again(holding: Holding, row: LegalStatus, *, until: datetime, event: str) -> None:
    again = LegalStatus(value=row.value, since=row.since, until=until)
    put(holding, again, event=event, happened_at=until, replaces=row)
