"""To review a separation, and to plan how it harms less. Compartment DIS."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import Holding, entering, hold
from throughcare.casework.rows.writing import put
from throughcare.casework.safety.errors import BadReview
from throughcare.casework.safety.held_spell import spell_of
from throughcare.casework.safety.models import MitigationPlan, SeparationReview
from throughcare.casework.safety.refusals import in_our_words
from throughcare.casework.safety.spells import Known
from throughcare.casework.safety.terms import ReviewOutcome


@entering
def review_separation(
    *, by: Viewer, at: datetime, person_id: UUID, separation_id: UUID, reviewed_at: datetime,
    reviewer: str, reviewer_role: str, independent: bool, outcome: str, reasons: str,
    next_review_at: datetime | None = None, why: str = "",
) -> SeparationReview:  # fmt: skip
    """Write down that somebody looked whether the separation must go on, and what came of it.

    Whoever ordered it neither reviews it nor writes a review down. What the review decides is
    done by an act of its own. Raises SamePersonReviews, BadReview, NotThere, Refused.
    """
    holding = _held(by, at, person_id, why)
    known = spell_of(holding, separation_id)
    _need_during(known, reviewed_at, at)
    if outcome not in ReviewOutcome.values:
        raise BadReview(
            _("what the review comes to is none of the list"), remedy=_("end, ease or continue")
        )
    if not reviewer.strip() or not reasons.strip():
        raise BadReview(
            _("the review lacks who reviewed, or the reasons"), remedy=_("write both (Rule 45)")
        )
    if next_review_at is not None and next_review_at <= reviewed_at:
        raise BadReview(_("the next review would lie before this one"), remedy=_("look at the day"))
    row = SeparationReview(
        separation_id=known.id, at=reviewed_at, reviewer=reviewer.strip(),
        reviewer_role=reviewer_role.strip(), independent=independent, outcome=outcome,
        reasons=reasons.strip(), next_review_at=next_review_at,
    )  # fmt: skip
    with in_our_words():
        return put(holding, row, event="safety.separation_reviewed", happened_at=reviewed_at)


@entering
def plan_relief(
    *, by: Viewer, at: datetime, person_id: UUID, separation_id: UUID, planned_at: datetime,
    measures: str, why: str = "",
) -> MitigationPlan:  # fmt: skip
    """Write down what is done so that the separation harms less (Rule 38(2)).

    Raises BadReview, NotThere, Refused.
    """
    holding = _held(by, at, person_id, why)
    known = spell_of(holding, separation_id)
    _need_during(known, planned_at, at)
    if not measures.strip():
        raise BadReview(_("it is not said what is done"), remedy=_("write it in a sentence"))
    row = MitigationPlan(separation_id=known.id, at=planned_at, measures=measures.strip())
    return put(holding, row, event="safety.relief_planned", happened_at=planned_at)


def _held(by: Viewer, at: datetime, person_id: UUID, why: str) -> Holding:
    return hold(
        person_id=person_id, act=Act.APPEND, compartment=Compartment.DIS, by=by, at=at, why=why
    )


def _need_during(known: Known, moment: datetime, at: datetime) -> None:
    if moment > at:
        raise BadReview(_("the time has not come"), remedy=_("look at day and hour"))
    if moment < known.since or (known.until is not None and moment > known.until):
        raise BadReview(
            _("the person was not separated at that time"), remedy=_("look at day and hour")
        )
