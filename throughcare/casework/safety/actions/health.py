"""What health staff say of a separation, and what the director answers (Rule 46)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment, Role
from throughcare.casework.people.files import Holding, entering, hold, need_reason
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.own import own_row
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put
from throughcare.casework.safety.errors import BadAdvice
from throughcare.casework.safety.models import (
    DirectorAnswer,
    HealthOpinion,
    HealthRecommendation,
    HealthState,
)
from throughcare.casework.safety.terms import Advice, Decision, Fitness, HealthStateKind


@entering
def state_health(
    *, by: Viewer, at: datetime, person_id: UUID, kind: str, since: datetime,
    until: datetime | None = None, why: str = "",
) -> HealthState:  # fmt: skip
    """Write down a state of health to which a rule gives protection. Compartment HLT.

    Raises BadAdvice, NotThere, Refused.
    """
    holding = hold(
        person_id=person_id, act=Act.APPEND, compartment=Compartment.HLT, by=by, at=at, why=why
    )
    if kind not in HealthStateKind.values:
        raise BadAdvice(_("this state is none of the list"), remedy=_("choose one of the list"))
    _need_past(since, until, at=at)
    row = HealthState(kind=kind, since=since, until=until)
    with refusing({"safety_one_health_state_of_a_kind": _twice()}):
        return put(holding, row, event="safety.health_stated", happened_at=since)


@entering
def end_health_state(
    *, by: Viewer, at: datetime, person_id: UUID, state_id: UUID, until: datetime, why: str = ""
) -> HealthState:
    """Write down that a state of health ended. Raises BadAdvice, NotThere, Refused."""
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.HLT, by=by, at=at, why=why
    )
    row = own_row(holding, HealthState, state_id)
    _need_past(row.since, until, at=at)
    ended = anew(row, until=until)
    return put(holding, ended, event="safety.health_ended", happened_at=until, replaces=row)


@entering
def give_opinion(
    *, by: Viewer, at: datetime, person_id: UUID, said_at: datetime, fitness: str, said_by: str,
    words: str = "", why: str = "",
) -> HealthOpinion:  # fmt: skip
    """What health staff say before a separation or at its start. Compartment HLT.

    Raises BadAdvice, NotThere, Refused.
    """
    holding = hold(
        person_id=person_id, act=Act.APPEND, compartment=Compartment.HLT, by=by, at=at, why=why
    )
    if fitness not in Fitness.values or not said_by.strip():
        raise BadAdvice(
            _("who says it is missing, or the opinion is none of the list"),
            remedy=_("choose one of the list, and write who says it"),
        )
    _need_past(said_at, None, at=at)
    row = HealthOpinion(at=said_at, fitness=fitness, words=words.strip(), said_by=said_by.strip())
    return put(holding, row, event="safety.opinion_given", happened_at=said_at)


@entering
def advise_director(
    *, by: Viewer, at: datetime, person_id: UUID, said_at: datetime, advice: str, said_by: str,
    measures: str = "", why: str = "",
) -> HealthRecommendation:  # fmt: skip
    """Health staff tell the director: end it, ease it, it harms. Without a diagnosis.

    Raises BadAdvice for anybody else, NotThere, Refused.
    """
    holding = hold_for_health(by, at, person_id, why)
    if advice not in Advice.values or not said_by.strip():
        raise BadAdvice(
            _("who advises is missing, or the advice is none of the list"),
            remedy=_("choose one of the list, and write who advises"),
        )
    if advice == Advice.EASE and not measures.strip():
        raise BadAdvice(_("it is not said how it is eased"), remedy=_("write what must change"))
    _need_past(said_at, None, at=at)
    row = HealthRecommendation(
        at=said_at, advice=advice, measures=measures.strip(), said_by=said_by.strip()
    )
    return put(holding, row, event=f"safety.advised_{advice}", happened_at=said_at)


@entering
def answer_advice(
    *, by: Viewer, at: datetime, person_id: UUID, advice_id: UUID, decided_at: datetime,
    decision: str, reasons: str, why: str = "",
) -> DirectorAnswer:  # fmt: skip
    """The director decides on advice of health staff, with reasons in writing (Rule 46).

    What is decided is done by an act of its own. Raises NoReason, BadAdvice, NotThere, Refused.
    """
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.DIS, by=by, at=at, why=why
    )
    need_reason(reasons)
    advised = own_row(holding, HealthRecommendation, advice_id)
    if decision not in Decision.values:
        raise BadAdvice(_("this decision is none of the list"), remedy=_("choose one of the list"))
    if not advised.at <= decided_at <= at:
        raise BadAdvice(
            _("the decision would lie before the advice, or is to come"),
            remedy=_("look at day and hour"),
        )
    row = DirectorAnswer(
        recommendation_id=advised.id, at=decided_at, decision=decision,
        reasons=reasons.strip(),
    )  # fmt: skip
    return put(holding, row, event="safety.advice_answered", happened_at=decided_at)


def hold_for_health(by: Viewer, at: datetime, person_id: UUID, why: str) -> Holding:
    """The file, held for what only health staff write in DIS. Raises BadAdvice for others."""
    holding = hold(
        person_id=person_id, act=Act.APPEND, compartment=Compartment.DIS, by=by, at=at, why=why
    )
    if holding.leave.role != Role.PHYSICIAN_NURSE:
        raise BadAdvice(
            _("only health staff write this down"), remedy=_("ask the physician or the nurse")
        )
    return holding


def _need_past(since: datetime, until: datetime | None, *, at: datetime) -> None:
    if since > at or (until is not None and until > at):
        raise BadAdvice(_("the time has not come"), remedy=_("look at day and hour"))
    if until is not None and until < since:
        raise BadAdvice(_("the end would lie before the beginning"), remedy=_("look at both days"))


def _twice() -> BadAdvice:
    return BadAdvice(
        _("this state stands in the file for that time already"),
        remedy=_("end the one that stands, or look at the day"),
    )
