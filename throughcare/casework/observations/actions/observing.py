"""To write down what was seen, and to strike out what was never so. Compartment PRG."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.standing import placement_at
from throughcare.casework.observations.checks import (
    need_listed,
    need_observer,
    need_past,
    need_short,
    told,
)
from throughcare.casework.observations.errors import NotSaid
from throughcare.casework.observations.marks import names_any
from throughcare.casework.observations.models import Observation
from throughcare.casework.observations.sent import Fate, Looked, Sent, came_before
from throughcare.casework.observations.terms import Spot, Tone
from throughcare.casework.people.files import Holding, entering, hold
from throughcare.casework.rows.held_row import hold_row
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put, strike_out
from throughcare.kernel.places import establishment_of

PRG = Compartment.PRG


@entering
def observe(
    *, by: Viewer, at: datetime, person_id: UUID, tone: str, spot: str,
    seen_at: datetime | None = None, behaviour: str = "", meaning: str = "", kept_why: str = "",
) -> Observation:  # fmt: skip
    """Write down one thing that was seen; without `seen_at`, now.

    Where the words speak of what somebody is or believes, that is kept beside them with the reason
    that is given, and never a ground to refuse. Raises NotSaid, TooLong, BadTime, NotThere,
    Refused.
    """
    holding = hold(person_id=person_id, act=Act.APPEND, compartment=PRG, by=by, at=at, why="")
    need_observer(holding.leave)
    row = Observation(
        tone=tone, spot=spot, seen_at=seen_at or at, behaviour=behaviour.strip(),
        meaning=meaning.strip(), kept_why=kept_why.strip(),
    )  # fmt: skip
    return _put(holding, _judged(row, at=at))


@entering
def take_observation(
    *, by: Viewer, at: datetime, person_id: UUID, place: str, sent: Sent, tone: str, spot: str,
    seen_at: datetime | None = None, behaviour: str = "", meaning: str = "", kept_why: str = "",
) -> Fate:  # fmt: skip
    """Write down what a device kept, once however often it is sent; as `observe` in all else.

    `place` is where the list was on which it was written. Without `seen_at` it was seen when it was
    put down. Where its words warn and the writer has not looked, nothing is written: ASKED. Raises
    NotThere also for whoever is no longer held in that prison.
    """
    account = str(by.account)
    if came_before([sent.key], account):  # also of somebody who was moved since
        return Fate.ALREADY
    holding = hold(person_id=person_id, act=Act.APPEND, compartment=PRG, by=by, at=at, why="")
    need_observer(holding.leave)
    if holding.person.held_at != establishment_of(place):
        raise NotThere
    if came_before([sent.key], account):  # while this one waited for the file
        return Fate.ALREADY
    row = Observation(
        tone=tone, spot=spot, seen_at=seen_at or sent.written_at, behaviour=behaviour.strip(),
        meaning=meaning.strip(), kept_why=kept_why.strip(), entry_key=sent.key,
        said_at=sent.said_at, written_at=sent.written_at,
    )  # fmt: skip
    _judged(row, at=at)
    if row.warned and sent.looked == Looked.NOT_YET:
        return Fate.ASKED
    if row.warned and sent.looked == Looked.GONE:
        row.unseen_warning, row.kept_why = True, ""
    _put(holding, row)
    return Fate.WRITTEN


def _judged(row: Observation, *, at: datetime) -> Observation:
    """The row with whether its words warn. Raises NotSaid, TooLong, BadTime."""
    need_listed(row.tone, Tone.values)
    need_listed(row.spot, Spot.values)
    need_past(row.seen_at, at=at)
    need_short(row.behaviour, row.meaning, row.kept_why)
    if row.meaning and not row.behaviour:
        raise NotSaid(
            _("it is said what it may mean, and not what was seen"),
            remedy=_("write first what was seen or heard; then what it may mean"),
        )
    row.warned = names_any(row.behaviour, row.meaning)
    row.kept_why = row.kept_why if row.warned else ""
    return row


def _put(holding: Holding, row: Observation) -> Observation:
    placed = placement_at(holding.person.id, at=row.seen_at, known_at=holding.at)
    row.unit = placed.place.path if placed else ""
    with refusing(told()):
        return put(holding, row, event="observations.observed", happened_at=row.seen_at)


@entering
def strike_observation(*, by: Viewer, at: datetime, observation_id: UUID, why: str) -> Observation:
    """Say that an observation was never so, as of another person. It stays to be read, struck out.

    For who reads and writes there. Raises NoReason, AlreadyReplaced, NotThere, Refused.
    """
    holding, row = hold_row(Observation, observation_id, compartment=PRG, by=by, at=at, why=why)
    need_observer(holding.leave)
    return strike_out(holding, row)
