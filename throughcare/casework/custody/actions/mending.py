"""To correct what was taken over from another register, where that register has changed its mind.

The new row replaces the old one, which stays readable. A stay is not corrected here: whom the list
of those held without a valid order names, it names until that is cured.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final, TypeVar
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.actions.orders import need_sound_order
from throughcare.casework.custody.actions.past import (
    known_bed,
    known_place,
    need_place_free,
    need_sound_transfer,
)
from throughcare.casework.custody.actions.periods import (
    need_free,
    need_past,
    need_sound_period,
    need_within_stay,
)
from throughcare.casework.custody.models import LegalStatus, Movement, Order, Placement, Stay
from throughcare.casework.custody.terms import MovementKind, OrderKind, Status
from throughcare.casework.people.files import Holding, entering, hold, need_reason
from throughcare.casework.rows.record import Record
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.rows.writing import need_standing, put

R = TypeVar("R", bound=Record)

_CORRECTED: Final = "custody.taken_over_corrected"


@entering
def correct_taken_over_order(
    *, by: Viewer, at: datetime, order_id: UUID, kind: OrderKind, authority: str, number: str,
    issued_on: date, valid_from: datetime, valid_to: datetime | None, reason: str = "", why: str,
) -> Order:  # fmt: skip
    """Put an order as it should read in the place of one. Raises BadOrder, BadMoment, NoReason,
    AlreadyReplaced, NotThere, Refused.
    """  # fmt: skip
    old, holding = _hold_row(Order, order_id, Compartment.SEN, by=by, at=at, why=why)
    need_standing(old)
    need_sound_order(
        authority, number, issued_on, valid_from, valid_to, place=holding.person.held_at, at=at
    )
    row = Order(
        kind=kind, authority=authority.strip(), number=number.strip(), issued_on=issued_on,
        valid_from=valid_from, valid_to=valid_to, reason=reason.strip(),
    )  # fmt: skip
    return put(holding, row, event=_CORRECTED, happened_at=at, replaces=old)


@entering
def correct_taken_over_placement(
    *, by: Viewer, at: datetime, placement_id: UUID, place: str, since: datetime,
    until: datetime | None, bed: str | None = None, reason: str = "", why: str,
) -> Placement:  # fmt: skip
    """Put a placement as it should read in the place of one. Raises Taken, NotInUse, NotInCustody,
    BadMoment, NoReason, AlreadyReplaced, NotThere, Refused.
    """  # fmt: skip
    old, holding = _hold_row(Placement, placement_id, Compartment.ID, by=by, at=at, why=why)
    old = _as_it_stands(old, "place_id", "bed_id", "since")
    need_standing(old)
    until = until or old.until
    need_past(since, until, at=at)
    need_sound_period(since, until)
    where = known_place(place, holding, since)
    lying = known_bed(where, bed) if bed else None
    need_within_stay(rows_of(Stay, old.person_id, known_at=at), since, until)
    own = rows_of(Placement, old.person_id, known_at=at)
    need_place_free(own, since, until, bed=lying, but=old.id)
    row = Placement(place=where, bed=lying, since=since, until=until, reason=reason.strip())
    return put(holding, row, event=_CORRECTED, happened_at=since, replaces=old)


@entering
def correct_taken_over_movement(
    *, by: Viewer, at: datetime, movement_id: UUID, kind: MovementKind, to_place: str,
    left_at: datetime, arrived_at: datetime | None, expected_at: datetime | None = None,
    reason: str = "", why: str,
) -> Movement:  # fmt: skip
    """Put a movement as it should read in the place of one; its order stays. Raises SamePlace,
    Taken, NotInCustody, BadMoment, NoReason, AlreadyReplaced, NotThere, Refused.
    """  # fmt: skip
    old, holding = _hold_row(Movement, movement_id, Compartment.ID, by=by, at=at, why=why)
    need_standing(old)
    need_past(left_at, arrived_at, at=at)
    need_sound_period(left_at, arrived_at)
    need_within_stay(rows_of(Stay, old.person_id, known_at=at), left_at, arrived_at)
    need_sound_transfer(kind, old.from_place, to_place, old.order)
    need_free(
        rows_of(Movement, old.person_id, known_at=at).exclude(id=old.id),
        "left_at", "arrived_at", left_at, arrived_at,
        said=_("the person was away on another movement at that time"),
    )  # fmt: skip
    row = Movement(
        kind=kind, from_place=old.from_place, to_place=to_place, left_at=left_at,
        arrived_at=arrived_at, expected_at=expected_at, order=old.order, reason=reason.strip(),
    )  # fmt: skip
    return put(holding, row, event=_CORRECTED, happened_at=left_at, replaces=old)


@entering
def correct_taken_over_status(
    *, by: Viewer, at: datetime, status_id: UUID, value: Status, since: datetime,
    until: datetime | None, why: str,
) -> LegalStatus:  # fmt: skip
    """Put a legal status as it should read in the place of one. Raises Taken, BadMoment, NoReason,
    AlreadyReplaced, NotThere, Refused.
    """  # fmt: skip
    old, holding = _hold_row(LegalStatus, status_id, Compartment.SEN, by=by, at=at, why=why)
    old = _as_it_stands(old, "value", "since")
    need_standing(old)
    until = until or old.until
    need_past(since, until, at=at)
    need_sound_period(since, until)
    need_free(
        rows_of(LegalStatus, old.person_id, known_at=at).exclude(id=old.id),
        "since", "until", since, until, said=_("another legal status stands for that time"),
    )  # fmt: skip
    row = LegalStatus(value=value, since=since, until=until)
    return put(holding, row, event=_CORRECTED, happened_at=since, replaces=old)


def _as_it_stands(row: R, *same: str) -> R:
    """The row, or the one in its place that says the same with an end: a later row gave it that.

    Whatever else was changed since is left alone: the row that no longer stands is refused.
    """
    rows: Any = type(row)._default_manager
    while row.stood_until is not None:
        after: R | None = rows.filter(replaces=row.id).first()
        if after is None or any(getattr(after, one) != getattr(row, one) for one in same):
            return row
        row = after
    return row


def _hold_row(
    model: type[R], row_id: UUID, compartment: Compartment, *, by: Viewer, at: datetime, why: str
) -> tuple[R, Holding]:
    """The row as it stands under the lock of its file. What is not within reach is not there."""
    rows: Any = model._default_manager
    found = rows.filter(id=row_id).values_list("person_id", flat=True).first()
    # An id that is nobody's is asked about as a person who is nowhere.
    holding = hold(
        person_id=found or row_id, act=Act.WRITE, compartment=compartment, by=by, at=at, why=why
    )
    need_reason(why)
    row: R = rows.get(id=row_id)
    return row, holding
