"""To receive a person: nobody without a valid order (Nelson Mandela Rule 7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.actions.judges import tell_judges
from throughcare.casework.custody.asked import found, marks_of
from throughcare.casework.custody.errors import (
    AlreadyInCustody,
    BadMoment,
    HeldElsewhere,
    NoValidOrder,
)
from throughcare.casework.custody.models import Stay
from throughcare.casework.custody.standing import order_at, stay_at
from throughcare.casework.people.files import Holding, entering, hold
from throughcare.casework.rows.writing import put


@entering
def receive(
    *, by: Viewer, at: datetime, person_id: UUID, establishment: str, admitted_at: datetime,
    without_order: str = "", somebody_else: str = "", why: str = "",
) -> Stay:  # fmt: skip
    """Admit a person whose file is open at this establishment, from a day and hour on.

    Without an order that is in force then, only as *held without valid order*, with the reason in
    `without_order`; then the judges are told in the same transaction. Whoever bears the number, or
    the name and birth date, of a person held elsewhere is not received, unless `somebody_else` says
    why this is another person. Raises NoValidOrder, AlreadyInCustody, HeldElsewhere, BadMoment,
    NotThere, Refused.
    """
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.ID, by=by, at=at, why=why
    )
    if admitted_at > at:
        raise BadMoment(
            _("the admission would be at a time that has not come"),
            remedy=_("look at day and hour"),
        )
    if stay_at(person_id, at=at) is not None or stay_at(person_id, at=admitted_at, known_at=at):
        raise AlreadyInCustody(
            _("this person is in custody already"),
            remedy=_("look at the stay that stands; a person from another prison is transferred"),
        )
    _need_held_nowhere_else(holding, establishment, somebody_else)
    covered = order_at(person_id, at=admitted_at, known_at=at) is not None
    if not covered and not without_order.strip():
        raise NoValidOrder(
            _("no valid order is there: no person shall be received without one (Rule 7)"),
            remedy=_("register the order, or say why the person is held without a valid order"),
        )
    stay = Stay(
        establishment=establishment, admitted_at=admitted_at,
        without_order="" if covered else without_order.strip(),
    )  # fmt: skip
    put(holding, stay, event="custody.received", happened_at=admitted_at)
    tell_judges(holding)
    return stay


def _need_held_nowhere_else(holding: Holding, establishment: str, somebody_else: str) -> None:
    """Refuse whom another prison holds. Where is told by `queries.found_elsewhere`, with an entry:
    a refusal is rolled back, and with it what it would have written."""
    marks = marks_of(holding.person.id, known_at=holding.at)
    if not any(hit.held for hit in found(marks, establishment, at=holding.at)):
        return
    if not somebody_else.strip():
        raise HeldElsewhere(
            _("somebody with this number, or this name and birth date, is held in another prison"),
            remedy=_("ask where under 'Receive a person'; a person who is held is transferred, not "
                     "received; if this is somebody else, say how you know"),
        )  # fmt: skip
    replace(holding, why=somebody_else.strip()).enter("custody.said_to_be_another", holding.person)
