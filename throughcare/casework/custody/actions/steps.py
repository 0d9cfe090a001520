"""To take one step of a walk: reception, transfer, release."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.checks import need_fitting
from throughcare.casework.custody.errors import BadMoment, NotInCustody
from throughcare.casework.custody.models import Step
from throughcare.casework.custody.standing import last_stay, stay_at
from throughcare.casework.custody.terms import AFTERWARDS, Stage, StepKind, compartment_of
from throughcare.casework.custody.values import checked_step
from throughcare.casework.people.files import entering, hold, need_reason
from throughcare.casework.rows.writing import put


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
    stay = stay_at(person_id, at=happened_at, known_at=at) or stay_at(person_id, at=at)
    stay = stay or (last_stay(person_id, known_at=at) if stage in AFTERWARDS else None)
    if stay is None:
        raise NotInCustody(
            _("this person was not in custody at that time"), remedy=_("look at day and hour")
        )
    kept = checked_step(kind, value)
    need_fitting(kind, kept, holding.person.id, known_at=at)
    step = Step(
        stay=stay, movement_id=movement_id, stage=stage, kind=kind, compartment=code, value=kept,
        happened_at=happened_at,
    )  # fmt: skip
    return put(holding, step, event=f"custody.step_{kind}", happened_at=happened_at)


@entering
def correct_step(
    *, by: Viewer, at: datetime, step_id: UUID, value: Mapping[str, object], happened_at: datetime,
    why: str,
) -> Step:  # fmt: skip
    """Put a right step in the place of a wrong one, which stays readable.

    Only who may read a step can correct it. Raises NoReason, AlreadyReplaced, BadStep, BadMoment,
    NotThere, Refused.
    """
    found = Step.objects.filter(id=step_id).first()
    if found is None:
        raise NotThere
    holding = hold(
        person_id=found.person_id, act=Act.WRITE, compartment=Compartment(found.compartment),
        by=by, at=at, why=why,
    )  # fmt: skip
    need_reason(why)
    if happened_at > at:
        raise BadMoment(_("the time has not come"), remedy=_("look at day and hour"))
    old, kind = Step.objects.get(id=step_id), StepKind(found.kind)
    kept = checked_step(kind, value)
    need_fitting(kind, kept, holding.person.id, known_at=at)
    new = Step(
        stay=old.stay, movement=old.movement, stage=old.stage, kind=kind,
        compartment=old.compartment, value=kept, happened_at=happened_at,
    )  # fmt: skip
    return put(holding, new, event="custody.step_corrected", happened_at=happened_at, replaces=old)
