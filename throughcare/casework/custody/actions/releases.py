"""To let a person go, and to write that a person has died.

The file stays with the last establishment until another takes it over. A person is released also
where steps of the walk are missing: nobody is held for a checklist.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.duties import bars
from throughcare.access.queries import holder_of
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.actions.movements import end_movement
from throughcare.casework.custody.actions.placements_end import end_placement
from throughcare.casework.custody.actions.printed_orders import order_for
from throughcare.casework.custody.away import open_movement
from throughcare.casework.custody.errors import BadMoment, NeedsAnother, NotInCustody
from throughcare.casework.custody.models import LegalStatus, Movement, Proposal, Stay
from throughcare.casework.custody.moments import need_past
from throughcare.casework.custody.printed_order import PrintedOrder
from throughcare.casework.custody.standing import stay_at
from throughcare.casework.custody.terms import LeftHow, OrderKind, ProposedAct
from throughcare.casework.people.files import Holding, entering, hold
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.record import Record
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.rows.writing import put


@entering
def release(
    *, by: Viewer, at: datetime, person_id: UUID, left_at: datetime,
    order: UUID | PrintedOrder, abroad: bool = False, why: str = "",
) -> Stay:  # fmt: skip
    """Write that a person was let go at a day and hour, on an order of release.

    Ends what runs: movement, place, legal status. Whoever received the person does not release
    alone: another does it, or has agreed to it (`proposals`). `abroad`: handed over to another
    State. Raises NotInCustody, NeedsAnother, BadOrder, OtherPerson, BadMoment, NotThere,
    Refused.
    """
    holding = _held(by, at, person_id, why)
    stay = _stay(holding, left_at)
    _need_another(holding, stay)
    order_for(holding, OrderKind.RELEASE, order, moment=left_at)
    return _end_stay(holding, stay, left_at, LeftHow.ABROAD if abroad else LeftHow.RELEASE)


@entering
def record_death(
    *, by: Viewer, at: datetime, person_id: UUID, died_at: datetime, why: str = ""
) -> Stay:
    """Write that a person died in custody. Of what stands in the health file alone.

    Ends what runs. That the next of kin and an authority outside of the prison were told are steps
    of their own (Nelson Mandela Rules 69 and 71). Raises NotInCustody, BadMoment, NotThere,
    Refused.
    """
    holding = _held(by, at, person_id, why)
    return _end_stay(holding, _stay(holding, died_at), died_at, LeftHow.DEATH)


def received_by(stay: Stay) -> str:
    """The account that received the person: the author of the first version of the stay."""
    first: Record = stay
    while first.replaces is not None:
        first = first.replaces
    return first.recorded_by


def _held(by: Viewer, at: datetime, person_id: UUID, why: str) -> Holding:
    return hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.ID, by=by, at=at, why=why
    )


def _stay(holding: Holding, ends: datetime) -> Stay:
    """The stay to end. Raises NotInCustody, BadMoment."""
    need_past(ends, at=holding.at)
    stay = stay_at(holding.person.id, at=holding.at)
    if stay is None:
        raise NotInCustody(
            _("this person is free already"),
            remedy=_("look at the stays of the file; a wrong entry is corrected there"),
        )
    if ends < stay.admitted_at:
        raise BadMoment(
            _("the release would be before the admission"),
            remedy=_("look at day and hour of both"),
        )
    return stay


def _need_another(holding: Holding, stay: Stay) -> None:
    """Whoever admitted does not release alone (access: separation of duties)."""
    me, receiver = holder_of(holding.by.account), holder_of(received_by(stay))
    if me is None or receiver is None or not bars("admit", receiver, "release", me):
        return
    agreed = Proposal.objects.filter(row=stay.id, act=ProposedAct.RELEASE, agreed=True)
    if any(holder_of(one.decided_by or "") != me for one in agreed):
        return
    raise NeedsAnother(
        _("you have received this person, and cannot release the same person alone"),
        remedy=_("let a colleague release, or ask for the agreement of a colleague or director"),
    )


def _end_stay(holding: Holding, stay: Stay, ends: datetime, how: LeftHow) -> Stay:
    _end_movement(holding, ends)
    end_placement(holding, ends)
    _end_status(holding, ends)
    event = "custody.died" if how == LeftHow.DEATH else "custody.released"
    row = anew(stay, left_at=ends, left_how=how)
    return put(holding, row, event=event, happened_at=ends, replaces=stay)


def _end_movement(holding: Holding, ends: datetime) -> None:
    later = rows_of(Movement, holding.person.id, known_at=holding.at).filter(left_at__gt=ends)
    if later.exists():
        raise BadMoment(
            _("a movement of this person begins after that time"),
            remedy=_("look at day and hour, or correct the movement first"),
        )
    away = open_movement(holding.person.id, known_at=holding.at)
    if away is not None:
        end_movement(holding, away, ends)


def _end_status(holding: Holding, ends: datetime) -> None:
    """End the legal status: it stands in another compartment, and is asked for there."""
    rows = rows_of(LegalStatus, holding.person.id, known_at=holding.at)
    if rows.filter(since__gte=ends).exists():
        raise BadMoment(
            _("a legal status of this person begins after that time"),
            remedy=_("look at day and hour, or correct the legal status first"),
        )
    running = rows.filter(until=None).first()
    if running is None:
        return
    sentence = hold(
        person_id=holding.person.id, act=Act.WRITE, compartment=Compartment.SEN, by=holding.by,
        at=holding.at, why=holding.why,
    )  # fmt: skip
    row = anew(running, until=ends)
    put(sentence, row, event="custody.status_ended", happened_at=ends, replaces=running)
