"""A date set by hand: one person proposes it with the reason, another confirms it."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.errors import BadDate, NeedsAnother
from throughcare.casework.custody.models import ManualDate
from throughcare.casework.custody.terms import DateKind
from throughcare.casework.people.files import Holding, entering, hold, need_reason
from throughcare.casework.rows import writing
from throughcare.casework.rows.own import own_row
from throughcare.casework.rows.standing import rows_of


@entering
def propose_date(
    *, by: Viewer, at: datetime, person_id: UUID, kind: DateKind, on: date, reason: str,
    why: str = "",
) -> ManualDate:  # fmt: skip
    """Propose a date where no rule computes one, or where the computed one is wrong.

    It counts once somebody else has confirmed it. Raises BadDate, NotThere, Refused.
    """
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.SEN, by=by, at=at, why=why
    )
    if not reason.strip():
        raise BadDate(
            _("the date has no reason"),
            remedy=_("write what it rests on, so that a second person can check it"),
        )
    if not date(1900, 1, 1) <= on < date(2200, 1, 1):
        raise BadDate(_("this day is too far away"), remedy=_("look at the year"))
    if rows_of(ManualDate, person_id, known_at=at).filter(kind=kind, confirmed_by=None).exists():
        raise BadDate(
            _("a proposal of this kind waits already"),
            remedy=_("let a second person confirm it, or withdraw it"),
        )
    row = ManualDate(kind=kind, on=on, reason=reason.strip(), proposed_by=str(by.account))
    return writing.put(holding, row, event="custody.date_proposed", happened_at=at)


@entering
def confirm_date(
    *, by: Viewer, at: datetime, person_id: UUID, date_id: UUID, why: str = ""
) -> ManualDate:
    """Confirm a date that somebody else proposed; from now on it counts.

    Raises NeedsAnother, BadDate, AlreadyReplaced, NotThere, Refused.
    """
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.SEN, by=by, at=at, why=why
    )
    before = _proposal(holding, date_id)
    if before.proposed_by == str(by.account):
        raise NeedsAnother(
            _("who proposed a date cannot confirm it"),
            remedy=_("ask a second person who may write sentences to look at it"),
        )
    row = ManualDate(
        kind=before.kind, on=before.on, reason=before.reason, proposed_by=before.proposed_by,
        confirmed_by=str(by.account),
    )  # fmt: skip
    return writing.put(
        holding, row, event="custody.date_confirmed", happened_at=at, replaces=before
    )


@entering
def withdraw_date(
    *, by: Viewer, at: datetime, person_id: UUID, date_id: UUID, why: str
) -> ManualDate:
    """Strike out a proposal that nobody has confirmed. Raises BadDate, NoReason, NotThere, Refused.

    A date that counts is not struck out: propose another one, which takes its place.
    """
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.SEN, by=by, at=at, why=why
    )
    need_reason(why)
    return writing.strike_out(holding, _proposal(holding, date_id))


def _proposal(holding: Holding, date_id: UUID) -> ManualDate:
    row = own_row(holding, ManualDate, date_id)
    if row.confirmed_by is not None:
        raise BadDate(
            _("this date counts already"),
            remedy=_("if it is wrong, propose another date, which takes its place"),
        )
    return row
