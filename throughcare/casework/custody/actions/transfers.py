"""Transfer between establishments: the order, the departure, and the arrival that moves the file.

Until the other prison confirms the arrival the file stays with the sender.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from throughcare.access.actions import move_assignments
from throughcare.access.errors import NotThere
from throughcare.access.gate import ask
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.actions.movements import need_stay
from throughcare.casework.custody.actions.placements_end import end_placement
from throughcare.casework.custody.actions.printed_orders import order_for
from throughcare.casework.custody.away import open_movement, overlapping
from throughcare.casework.custody.errors import (
    AlreadyAway,
    BadOrder,
    BadPlace,
    NotAway,
    SamePlace,
)
from throughcare.casework.custody.models import Movement, Order
from throughcare.casework.custody.moments import need_order, need_past
from throughcare.casework.custody.printed_order import PrintedOrder
from throughcare.casework.custody.terms import MovementKind, OrderKind
from throughcare.casework.people.files import (
    Holding,
    entering,
    hold,
    may_about,
    need_reason,
)
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.rows.writing import put
from throughcare.kernel.models import Place, PlaceKind


@entering
def depart(
    *, by: Viewer, at: datetime, person_id: UUID, to_place: str, order: UUID | PrintedOrder,
    left_at: datetime, reason: str, expected_at: datetime | None = None, why: str = "",
) -> Movement:  # fmt: skip
    """Write that a person has left for another establishment, on an order of transfer.

    `order`: the id of a registered one, or as it is printed.

    The place here ends at that moment. The file stays here until the other prison confirms the
    arrival. Raises SamePlace, BadPlace, BadOrder, OtherPerson, NotInCustody, AlreadyAway,
    NoReason, BadMoment, NotThere, Refused.
    """
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.ID, by=by, at=at, why=why
    )
    need_reason(reason)
    need_past(left_at, at=at)
    need_order(left_at, expected_at, what=_("the arrival would be before the departure"))
    need_stay(holding, left_at)
    _need_another_place(holding, to_place, left_at)
    if overlapping(holding.person.id, left_at, None, known_at=at).exists():
        raise AlreadyAway(
            _("this person is away at that time already"),
            remedy=_("write the return first, or correct the movement that stands"),
        )
    found = _order(holding, order, left_at)
    end_placement(holding, left_at)
    row = Movement(
        kind=MovementKind.TRANSFER, from_place=holding.person.held_at or "", to_place=to_place,
        left_at=left_at, expected_at=expected_at, order=found, reason=reason.strip(),
    )  # fmt: skip
    return put(holding, row, event="custody.departed", happened_at=left_at)


@entering
def arrive(
    *, by: Viewer, at: datetime, person_id: UUID, establishment: str, arrived_at: datetime,
    why: str,
) -> Movement:  # fmt: skip
    """Confirm at the establishment of destination that a person has arrived: the file moves here.

    Cases given to staff of the sender end, and the sender no longer reads the file. One person
    arrives once. Raises NotAway, BadMoment, NoReason, NotThere, Refused.
    """
    ask(by, Act.WRITE, Compartment.ID, Subject(person_id, establishment), at=at)
    need_reason(why)
    need_past(arrived_at, at=at)
    sender = _taken_in(person_id, establishment)
    if sender is None:
        _say_why_not(by, person_id, at)
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.ID, by=by, at=at, why=why
    )
    holding.enter("people.held_at", holding.person, happened_at=arrived_at)
    move_assignments(
        by=by, at=at, subject=Subject(holding.person.id, sender), to_establishment=establishment,
        why=why,
    )  # fmt: skip
    away = open_movement(holding.person.id, known_at=at)
    if away is None:  # cannot be: the door of the database has just found it
        raise NotThere
    need_order(away.left_at, arrived_at, what=_("the arrival would be before the departure"))
    row = anew(away, arrived_at=arrived_at)
    return put(holding, row, event="custody.arrived", happened_at=arrived_at, replaces=away)


def _need_another_place(holding: Holding, to_place: str, left_at: datetime) -> None:
    if to_place == holding.person.held_at:
        raise SamePlace(
            _("this person is held there already"),
            remedy=_("choose another prison; a move within the prison is a placement"),
        )
    prisons = Place.objects.in_use(left_at).filter(kind=PlaceKind.ESTABLISHMENT, path=to_place)
    if not prisons.exists():
        raise BadPlace(
            _("%(place)s is no prison in use at that time") % {"place": to_place or "-"},
            remedy=_("choose one of the list"),
        )


def _order(holding: Holding, order: UUID | PrintedOrder, left_at: datetime) -> Order:
    found = order_for(holding, OrderKind.TRANSFER, order, moment=left_at)
    if rows_of(Movement, holding.person.id, known_at=holding.at).filter(order=found).exists():
        raise BadOrder(
            _("this order of transfer was carried out already"),
            remedy=_("register the new order of transfer"),
        )
    return found


def _taken_in(person_id: UUID, establishment: str) -> str | None:
    """Move the file of somebody who is on the way here: from where, or None for nobody."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT custody_take_in(%s, %s)", [person_id, establishment])
        found: str | None = cursor.fetchone()[0]
    return found


def _say_why_not(by: Viewer, person_id: UUID, at: datetime) -> None:
    """Who sees the file is told that the person is here; for all others there is nothing."""
    if may_about(by, Act.READ, Compartment.ID, person_id, at=at):
        raise NotAway(
            _("nobody with this file is on the way here"),
            remedy=_("the arrival may be confirmed already: look at the movements of the file"),
        )
    raise NotThere
