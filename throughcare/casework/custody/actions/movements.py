"""To leave for a time, to escape, and to come back. No two movements at one time.

What a hospital does stands in the health file: here is only that the person was there.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.actions.placements_end import end_placement
from throughcare.casework.custody.actions.steps import take_step
from throughcare.casework.custody.away import open_movement, overlapping
from throughcare.casework.custody.errors import (
    AlreadyAway,
    BadMoment,
    BadPlace,
    NotAway,
    NotInCustody,
)
from throughcare.casework.custody.models import Movement, Stay
from throughcare.casework.custody.moments import need_order, need_past
from throughcare.casework.custody.standing import stay_at
from throughcare.casework.custody.terms import MovementKind, Stage, StepKind
from throughcare.casework.people.files import Holding, entering, hold, need_reason
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.writing import put

# From these a person is expected back, and the bed is kept.
FOR_A_TIME: Final = (MovementKind.COURT, MovementKind.HOSPITAL, MovementKind.ABSENCE)


@entering
def leave(
    *, by: Viewer, at: datetime, person_id: UUID, kind: MovementKind, to_place: str,
    left_at: datetime, expected_at: datetime | None = None, arrived_at: datetime | None = None,
    hearing_at: datetime | None = None, reason: str = "", why: str = "",
) -> Movement:  # fmt: skip
    """Write that a person has left for court, hospital or another absence, and is expected back.

    `arrived_at`: back already, for a journey that is written down afterwards. `hearing_at` writes
    the hearing into the file too (Nelson Mandela Rule 8 a), and needs compartment SEN. Raises
    AlreadyAway, NotInCustody, BadPlace, BadMoment, NotThere, Refused.
    """
    holding = _held(by, at, person_id, why)
    if kind not in FOR_A_TIME:
        raise BadPlace(
            _("this is no absence from which a person is expected back"),
            remedy=_("choose court, hospital or temporary absence"),
        )
    if not to_place.strip():
        raise BadPlace(
            _("where the person goes is missing"),
            remedy=_("name the court, the hospital or the place"),
        )
    need_past(left_at, arrived_at, at=at)
    need_order(left_at, expected_at, what=_("the return would be before the departure"))
    need_order(left_at, arrived_at, what=_("the return would be before the departure"))
    need_stay(holding, left_at)
    _need_here(holding, left_at, arrived_at)
    row = Movement(
        kind=kind, from_place=holding.person.held_at or "", to_place=to_place.strip(),
        left_at=left_at, arrived_at=arrived_at, expected_at=expected_at, reason=reason.strip(),
    )  # fmt: skip
    row = put(holding, row, event="custody.left", happened_at=left_at)
    if hearing_at is not None:
        take_step(
            by=by, at=at, person_id=person_id, stage=Stage.STAY, kind=StepKind.HEARING,
            value={"scheduled_at": hearing_at.isoformat(), "court": row.to_place,
                   "recorded": True},
            happened_at=left_at, movement_id=row.id, why=why,
        )  # fmt: skip
    return row


@entering
def escape(
    *, by: Viewer, at: datetime, person_id: UUID, left_at: datetime, reason: str, why: str = ""
) -> Movement:  # fmt: skip
    """Write that a person has escaped: from the prison, or from where the person was away.

    The movement until then and the place end at that moment; the stay in custody does not. Raises
    AlreadyAway, NotInCustody, NoReason, BadMoment, NotThere, Refused.
    """
    holding = _held(by, at, person_id, why)
    need_reason(reason)
    need_past(left_at, at=at)
    need_stay(holding, left_at)
    away = open_movement(holding.person.id, known_at=at)
    if away is not None and away.kind != MovementKind.ESCAPE:
        need_order(away.left_at, left_at, what=_("the person had not left at that time"))
        end_movement(holding, away, left_at)
    _need_here(holding, left_at, None)
    end_placement(holding, left_at)
    row = Movement(
        kind=MovementKind.ESCAPE, left_at=left_at, reason=reason.strip(),
        from_place=away.to_place if away else holding.person.held_at or "",
    )  # fmt: skip
    return put(holding, row, event="custody.escaped", happened_at=left_at)


@entering
def come_back(
    *, by: Viewer, at: datetime, person_id: UUID, arrived_at: datetime, why: str = ""
) -> Movement:
    """Write that a person is back: from court, hospital, absence, or after an escape.

    Somebody who was under way to another prison and is brought back is back as well: the transfer
    did not take place. Raises NotAway, BadMoment, NotThere, Refused.
    """
    holding = _held(by, at, person_id, why)
    need_past(arrived_at, at=at)
    away = open_movement(holding.person.id, known_at=at)
    if away is None:
        raise NotAway(
            _("this person is not away"),
            remedy=_("look at the movements of the file"),
        )
    need_order(away.left_at, arrived_at, what=_("the return would be before the departure"))
    return end_movement(holding, away, arrived_at)


def end_movement(holding: Holding, away: Movement, ends: datetime) -> Movement:
    """End a movement: under the lock of the file, with its entry.

    A transfer that ends without an arrival was none: it is kept as an absence, with its order.
    """
    kind = MovementKind.ABSENCE if away.kind == MovementKind.TRANSFER else away.kind
    row = anew(away, arrived_at=ends, kind=kind)
    return put(holding, row, event="custody.came_back", happened_at=ends, replaces=away)


def need_stay(holding: Holding, moment: datetime) -> Stay:
    """The stay that the person is in at the moment and now. Raises NotInCustody, BadMoment."""
    now = stay_at(holding.person.id, at=holding.at)
    if now is None:
        raise NotInCustody(
            _("this person is not in custody"),
            remedy=_("receive the person first, or look at the stays of the file"),
        )
    if moment < now.admitted_at:
        raise BadMoment(
            _("that was before the person was received"),
            remedy=_("look at day and hour"),
        )
    return now


def _held(by: Viewer, at: datetime, person_id: UUID, why: str) -> Holding:
    return hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.ID, by=by, at=at, why=why
    )


def _need_here(holding: Holding, begins: datetime, ends: datetime | None) -> None:
    """Refuse a second movement at one time. Raises AlreadyAway."""
    if overlapping(holding.person.id, begins, ends, known_at=holding.at).exists():
        raise AlreadyAway(
            _("this person is away at that time already"),
            remedy=_("write the return first, or correct the movement that stands"),
        )
