"""To take one step of a walk: reception, transfer, release."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.custody.errors import BadMoment, NotInCustody
from throughcare.casework.custody.models import Step
from throughcare.casework.custody.standing import stay_at, stay_before
from throughcare.casework.custody.terms import Stage, StepKind, compartment_of
from throughcare.casework.custody.values import checked_step
from throughcare.casework.custody.writing import put
from throughcare.casework.people.files import entering, hold


@entering
def take_step(
    *, by: Viewer, at: datetime, person_id: UUID, stage: Stage, kind: StepKind,
    value: Mapping[str, object], happened_at: datetime, movement_id: UUID | None = None,
    why: str = "",
) -> Step:  # fmt: skip
    """Write down a step as it was done. Raises BadStep, BadMoment, NotInCustody, Refused, NotThere.

    A step of a compartment that the viewer may only add to is written and not read back.
    """
    code = compartment_of(kind)
    holding = hold(person_id=person_id, act=Act.APPEND, compartment=code, by=by, at=at, why=why)
    if happened_at > at:
        raise BadMoment(_("the time has not come"), remedy=_("look at day and hour"))
    stay = (
        stay_at(person_id, at=happened_at, known_at=at)
        or stay_at(person_id, at=at)
        or stay_before(person_id, at=happened_at, known_at=at)  # property given back late, say
    )
    if stay is None:
        raise NotInCustody(
            _("this person was not in custody at that time"), remedy=_("look at day and hour")
        )
    step = Step(
        stay=stay, movement_id=movement_id, stage=stage, kind=kind, compartment=code,
        value=checked_step(kind, value), happened_at=happened_at,
    )  # fmt: skip
    return put(holding, step, event=f"custody.step_{kind}", happened_at=happened_at)
