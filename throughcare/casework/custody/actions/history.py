"""To take over what another register says of the past: closed periods, as they stand there.

These are no walks through a door. Nothing here ends a stay that stands open: whoever is held leaves
by release alone.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.actions.periods import (
    need_free,
    need_past,
    need_sound_period,
    need_within_stay,
)
from throughcare.casework.custody.errors import AlreadyInCustody, BadOrder, NotInUse, SamePlace
from throughcare.casework.custody.models import Bed, LegalStatus, Movement, Order, Placement, Stay
from throughcare.casework.custody.standing import order_at, rows_of
from throughcare.casework.custody.terms import LeftHow, MovementKind, Status
from throughcare.casework.custody.writing import put
from throughcare.casework.people.files import Holding, entering, hold, need_reason
from throughcare.kernel.models import Place
from throughcare.kernel.places import establishment_of


@entering
def take_over_stay(
    *, by: Viewer, at: datetime, person_id: UUID, establishment: str, admitted_at: datetime,
    left_at: datetime | None = None, left_how: LeftHow | None = None, without_order: str = "",
    why: str,
) -> Stay:  # fmt: skip
    """Write down a stay as another register has it, in [admitted_at, left_at).

    Where no order was in force at the admission, `without_order` says so and is kept: nobody is
    held in silence (Nelson Mandela Rule 7). Raises AlreadyInCustody, BadMoment, BadOrder, NotInUse,
    NoReason, NotThere, Refused.
    """
    holding = _hold(by=by, at=at, why=why, person_id=person_id, compartment=Compartment.ID)
    need_past(admitted_at, left_at, at=at)
    need_sound_period(admitted_at, left_at)
    _need_end_said(left_at, left_how)
    if left_at is None and establishment != holding.person.held_at:
        raise NotInUse(
            _("an open stay is where the file is, and this file is not at %(place)s")
            % {"place": establishment},
            remedy=_("take the stay over at the establishment that holds the person"),
        )
    need_free(
        rows_of(Stay, person_id, known_at=at), "admitted_at", "left_at", admitted_at, left_at,
        error=AlreadyInCustody, said=_("the person was in custody already at that time"),
    )  # fmt: skip
    covered = order_at(person_id, at=admitted_at, known_at=at) is not None
    if not covered and not without_order.strip():
        raise BadOrder(
            _("no order was in force when the person was admitted, and nothing says so"),
            remedy=_("register the order, or say that the other register has none"),
        )
    stay = Stay(
        establishment=establishment, admitted_at=admitted_at, left_at=left_at, left_how=left_how,
        without_order="" if covered else without_order.strip(),
    )  # fmt: skip
    return put(holding, stay, event="custody.stay_taken_over", happened_at=admitted_at)


@entering
def take_over_placement(
    *, by: Viewer, at: datetime, person_id: UUID, place: str, since: datetime,
    until: datetime | None = None, bed: str | None = None, reason: str = "", why: str,
) -> Placement:  # fmt: skip
    """Write down that the person was in a place (its path) in [since, until).

    A placement that stood open ends where this one begins. Raises Taken, NotInUse, NotInCustody,
    BadMoment, NoReason, NotThere, Refused.
    """
    holding = _hold(by=by, at=at, why=why, person_id=person_id, compartment=Compartment.ID)
    need_past(since, until, at=at)
    need_sound_period(since, until)
    where = known_place(place, holding, since)
    lying = known_bed(where, bed) if bed else None
    need_within_stay(person_id, since, until, at=at)
    _end_open_placement(holding, since)
    need_place_free(person_id, since, until, bed=lying, at=at)
    row = Placement(place=where, bed=lying, since=since, until=until, reason=reason.strip())
    return put(holding, row, event="custody.placement_taken_over", happened_at=since)


@entering
def take_over_movement(
    *, by: Viewer, at: datetime, person_id: UUID, kind: MovementKind, from_place: str,
    left_at: datetime, to_place: str = "", arrived_at: datetime | None = None,
    expected_at: datetime | None = None, order_id: UUID | None = None, reason: str = "", why: str,
) -> Movement:  # fmt: skip
    """Write down that the person was away in [left_at, arrived_at). A transfer needs its order.

    Raises SamePlace, BadOrder, Taken, NotInCustody, BadMoment, NoReason, NotThere, Refused.
    """
    holding = _hold(by=by, at=at, why=why, person_id=person_id, compartment=Compartment.ID)
    need_past(left_at, arrived_at, at=at)
    need_sound_period(left_at, arrived_at)
    need_within_stay(person_id, left_at, arrived_at, at=at)
    order = _transfer_order(person_id, order_id, at=at)
    need_sound_transfer(kind, from_place, to_place, order)
    need_free(
        rows_of(Movement, person_id, known_at=at), "left_at", "arrived_at", left_at, arrived_at,
        said=_("the person was away on another movement at that time"),
    )  # fmt: skip
    row = Movement(
        kind=kind, from_place=from_place, to_place=to_place, left_at=left_at,
        arrived_at=arrived_at, expected_at=expected_at, order=order, reason=reason.strip(),
    )  # fmt: skip
    return put(holding, row, event="custody.movement_taken_over", happened_at=left_at)


@entering
def take_over_status(
    *, by: Viewer, at: datetime, person_id: UUID, value: Status, since: datetime,
    until: datetime | None = None, why: str,
) -> LegalStatus:  # fmt: skip
    """Write down the legal status in [since, until). One that stood open ends where it begins.

    Raises Taken, BadMoment, NoReason, NotThere, Refused.
    """
    holding = _hold(by=by, at=at, why=why, person_id=person_id, compartment=Compartment.SEN)
    need_past(since, until, at=at)
    need_sound_period(since, until)
    before = rows_of(LegalStatus, person_id, known_at=at).filter(until=None, since__lt=since)
    for one in before:
        ended = LegalStatus(value=one.value, since=one.since, until=since)
        put(holding, ended, event="custody.status_ended", happened_at=since, replaces=one)
    need_free(
        rows_of(LegalStatus, person_id, known_at=at), "since", "until", since, until,
        said=_("another legal status stands for that time"),
    )  # fmt: skip
    row = LegalStatus(value=value, since=since, until=until)
    return put(holding, row, event="custody.status_taken_over", happened_at=since)


def known_place(path: str, holding: Holding, since: datetime) -> Place:
    """A place of the establishment that holds the file, in use then or now. Raises NotInUse."""
    where = Place.objects.filter(path=path).first()
    inside = where is not None and establishment_of(path) == holding.person.held_at
    # A tree made when the service came says nothing of the years before: in use now is enough.
    if where is None or not inside or not _used(where, since, holding.at):
        raise NotInUse(
            _("%(place)s is no place in use here") % {"place": path},
            remedy=_("correct the name of the place, or open the place first"),
        )
    return where


def known_bed(where: Place, code: str) -> Bed:
    """A bed of the place. Raises NotInUse."""
    bed = Bed.objects.filter(place=where, code=code).first()
    if bed is None:
        raise NotInUse(
            _("there is no bed %(bed)s there") % {"bed": code},
            remedy=_("choose one of the beds of this place, or open the bed first"),
        )
    return bed


def need_place_free(
    person_id: UUID, since: datetime, until: datetime | None, *, bed: Bed | None, at: datetime,
    but: UUID | None = None,
) -> None:  # fmt: skip
    """Refuse two places at one time, and two people in one bed. Raises Taken."""
    own = rows_of(Placement, person_id, known_at=at).exclude(id=but)
    need_free(
        own, "since", "until", since, until,
        said=_("another placement of this person stands for that time"),
    )  # fmt: skip
    if bed is not None:
        need_free(
            Placement.objects.filter(bed=bed, stood_until=None).exclude(id=but),
            "since", "until", since, until,
            said=_("somebody lies in bed %(bed)s at that time") % {"bed": bed.code},
        )  # fmt: skip


def need_sound_transfer(
    kind: str, from_place: str, to_place: str, order: Order | None
) -> None:  # fmt: skip
    """A transfer has an order and goes elsewhere. Raises SamePlace, BadOrder."""
    if kind != MovementKind.TRANSFER:
        return
    if to_place == from_place:
        raise SamePlace(
            _("the transfer would go to where the person is"),
            remedy=_("look at the name of the other prison"),
        )
    if order is None:
        raise BadOrder(
            _("nothing says who ordered the transfer"),
            remedy=_("give the order of the transfer in the same row"),
        )


def _hold(
    *, by: Viewer, at: datetime, why: str, person_id: UUID, compartment: Compartment
) -> Holding:
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=compartment, by=by, at=at, why=why
    )
    need_reason(why)
    return holding


def _need_end_said(left_at: datetime | None, left_how: LeftHow | None) -> None:
    if (left_at is None) != (left_how is None):
        raise BadOrder(
            _("the end of a stay needs both: when the person left, and how"),
            remedy=_("give both, or neither while the person is held"),
        )


def _used(where: Place, *moments: datetime) -> bool:
    return any(
        where.used_from <= one and (where.used_until is None or one < where.used_until)
        for one in moments
    )


def _transfer_order(person_id: UUID, order_id: UUID | None, *, at: datetime) -> Order | None:
    if order_id is None:
        return None
    return rows_of(Order, person_id, known_at=at).filter(id=order_id).first()


def _end_open_placement(holding: Holding, since: datetime) -> None:
    standing = rows_of(Placement, holding.person.id, known_at=holding.at)
    for before in standing.filter(until=None, since__lt=since).select_related("place", "bed"):
        ended = Placement(
            place=before.place, bed=before.bed, since=before.since, until=since,
            reason=before.reason,
        )  # fmt: skip
        put(holding, ended, event="custody.moved_out", happened_at=since, replaces=before)
