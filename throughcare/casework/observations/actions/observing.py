"""To write down what was seen, and to strike out what was never so. Compartment PRG."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

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
from throughcare.casework.observations.terms import Spot, Tone
from throughcare.casework.people.files import entering, hold
from throughcare.casework.rows.held_row import hold_row
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put, strike_out

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
    need_listed(tone, Tone.values)
    need_listed(spot, Spot.values)
    moment = seen_at or at
    need_past(moment, at=at)
    behaviour, meaning, kept_why = behaviour.strip(), meaning.strip(), kept_why.strip()
    need_short(behaviour, meaning, kept_why)
    if meaning and not behaviour:
        raise NotSaid(
            _("it is said what it may mean, and not what was seen"),
            remedy=_("write first what was seen or heard; then what it may mean"),
        )
    warned = names_any(behaviour, meaning)
    placed = placement_at(holding.person.id, at=moment, known_at=at)
    row = Observation(
        tone=tone, spot=spot, unit=placed.place.path if placed else "", seen_at=moment,
        behaviour=behaviour, meaning=meaning, warned=warned, kept_why=kept_why if warned else "",
    )  # fmt: skip
    with refusing(told()):
        return put(holding, row, event="observations.observed", happened_at=moment)


@entering
def strike_observation(*, by: Viewer, at: datetime, observation_id: UUID, why: str) -> Observation:
    """Say that an observation was never so, as of another person. It stays to be read, struck out.

    For who reads and writes there. Raises NoReason, AlreadyReplaced, NotThere, Refused.
    """
    holding, row = hold_row(Observation, observation_id, compartment=PRG, by=by, at=at, why=why)
    need_observer(holding.leave)
    return strike_out(holding, row)
