"""To take over what another register says of the past: closed periods, as they stand there.

These are no walks through a door. Nothing here ends a stay that stands open: whoever is held leaves
by release alone.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.casework.custody.actions.past import hold_past
from throughcare.casework.custody.models import LegalStatus, Movement, Placement, Stay
from throughcare.casework.custody.terms import LeftHow, MovementKind, Status
from throughcare.casework.people.files import entering


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
    return hold_past(by=by, at=at, why=why, person_id=person_id).stay(
        establishment=establishment, admitted_at=admitted_at, left_at=left_at, left_how=left_how,
        without_order=without_order,
    )  # fmt: skip


@entering
def take_over_placement(
    *, by: Viewer, at: datetime, person_id: UUID, place: str, since: datetime,
    until: datetime | None = None, bed: str | None = None, reason: str = "", why: str,
) -> Placement:  # fmt: skip
    """Write down that the person was in a place (its path) in [since, until).

    A placement that stood open ends where this one begins. Raises Taken, NotInUse, NotInCustody,
    BadMoment, NoReason, NotThere, Refused.
    """
    return hold_past(by=by, at=at, why=why, person_id=person_id).placement(
        place=place, since=since, until=until, bed=bed, reason=reason
    )


@entering
def take_over_movement(
    *, by: Viewer, at: datetime, person_id: UUID, kind: MovementKind, from_place: str,
    left_at: datetime, to_place: str = "", arrived_at: datetime | None = None,
    expected_at: datetime | None = None, order_id: UUID | None = None, reason: str = "", why: str,
) -> Movement:  # fmt: skip
    """Write down that the person was away in [left_at, arrived_at). A transfer needs its order.

    Raises SamePlace, BadOrder, Taken, NotInCustody, BadMoment, NoReason, NotThere, Refused.
    """
    return hold_past(by=by, at=at, why=why, person_id=person_id).movement(
        kind=kind, from_place=from_place, to_place=to_place, left_at=left_at,
        arrived_at=arrived_at, expected_at=expected_at, order_id=order_id, reason=reason,
    )  # fmt: skip


@entering
def take_over_status(
    *, by: Viewer, at: datetime, person_id: UUID, value: Status, since: datetime,
    until: datetime | None = None, why: str,
) -> LegalStatus:  # fmt: skip
    """Write down the legal status in [since, until). One that stood open ends where it begins.

    Raises Taken, BadMoment, NoReason, NotThere, Refused.
    """
    past = hold_past(by=by, at=at, why=why, person_id=person_id)
    return past.status(value=value, since=since, until=until)
