"""A disputed age: the person says another birth date, and somebody else decides."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.ages import age_step
from throughcare.casework.custody.errors import BadMoment, NeedsAnother, NotDisputed, NotInCustody
from throughcare.casework.custody.models import Step
from throughcare.casework.custody.standing import stay_at
from throughcare.casework.custody.terms import Stage, StepKind
from throughcare.casework.custody.values import checked_step
from throughcare.casework.people.actions import state_fact
from throughcare.casework.people.files import Holding, entering, hold, need_reason
from throughcare.casework.people.kinds import Kind
from throughcare.casework.rows.writing import put


@entering
def dispute_age(
    *, by: Viewer, at: datetime, person_id: UUID, says_birth_date: str, happened_at: datetime,
    reasons: str = "", why: str = "",
) -> Step:  # fmt: skip
    """Write down that the person says another birth date ("unknown" where none is said).

    From then on the person counts as a child (`ages.counts_as_child`) until somebody else decides:
    a doubt is resolved in the person's favour (Havana Rules 28 and 29). Raises BadStep, BadMoment,
    NotInCustody, NotThere, Refused.
    """
    holding = _held(person_id, by, at, why)
    _need_past(happened_at, at)
    stay = stay_at(holding.person.id, at=at)
    if stay is None:
        raise NotInCustody(_("this person is not in custody"), remedy=_("receive the person first"))
    said = {
        "disputed": True, "says_birth_date": says_birth_date, "reasons": reasons.strip(),
        "disputed_by": str(by.account),
    }  # fmt: skip
    step = Step(
        stay=stay, stage=Stage.STAY, kind=StepKind.AGE, compartment=Compartment.ID,
        value=checked_step(StepKind.AGE, said), happened_at=happened_at,
    )  # fmt: skip
    before = age_step(holding.person.id, known_at=at)
    return put(
        holding, step, event="custody.age_disputed", happened_at=happened_at, replaces=before
    )


@entering
def decide_age(
    *, by: Viewer, at: datetime, person_id: UUID, decided_birth_date: str, happened_at: datetime,
    why: str,
) -> Step:  # fmt: skip
    """Decide a disputed age, with the reason in `why`; never who wrote the dispute down.

    The decided date is stated in the file too. Raises NoReason, NotDisputed, NeedsAnother, BadStep,
    BadMoment, NotThere, Refused.
    """
    holding = _held(person_id, by, at, why)
    need_reason(why)
    _need_past(happened_at, at)
    open_one = age_step(holding.person.id, known_at=at)
    if open_one is None or open_one.value.get("disputed") is not True:
        raise NotDisputed(
            _("the age of this person is not disputed now"),
            remedy=_("write the dispute down first"),
        )
    disputed_by = str(open_one.value.get("disputed_by") or open_one.recorded_by)
    if disputed_by == str(by.account):
        raise NeedsAnother(
            _("you wrote the dispute down; somebody else decides it"),
            remedy=_("ask another officer who may write in this file"),
        )
    value = {
        "disputed": False, "says_birth_date": open_one.value.get("says_birth_date"),
        "decided_birth_date": decided_birth_date, "decided_by": str(by.account),
        "disputed_by": disputed_by, "reasons": why.strip(),
    }  # fmt: skip
    step = Step(
        stay=open_one.stay, stage=open_one.stage, kind=StepKind.AGE, compartment=Compartment.ID,
        value=checked_step(StepKind.AGE, value), happened_at=happened_at,
    )  # fmt: skip
    decided = put(
        holding, step, event="custody.age_decided", happened_at=happened_at, replaces=open_one
    )
    if decided_birth_date != "unknown":
        state_fact(
            by=by, at=at, person_id=holding.person.id, kind=Kind.BIRTH_DATE,
            value={"date": decided_birth_date}, expected=holding.person.version, why=why,
        )  # fmt: skip
    return decided


def _held(person_id: UUID, by: Viewer, at: datetime, why: str) -> Holding:
    return hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.ID, by=by, at=at, why=why
    )


def _need_past(happened_at: datetime, at: datetime) -> None:
    if happened_at > at:
        raise BadMoment(_("the time has not come"), remedy=_("look at day and hour"))
