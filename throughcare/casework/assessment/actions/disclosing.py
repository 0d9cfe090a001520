"""To tell the person what came of an assessment, in plain words, and what is kept back and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.assessment.assess_terms import AssessmentState
from throughcare.casework.assessment.errors import NotSaid, WrongState
from throughcare.casework.assessment.hold_assessment import hold_assessment
from throughcare.casework.assessment.minutes import minute_of
from throughcare.casework.assessment.models import Disclosure
from throughcare.casework.assessment.status_terms import ToldHow
from throughcare.casework.assessment.words import need_said
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import entering
from throughcare.casework.rows.writing import put


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """A part that is kept back: which, why, by whose decision, and when that is looked at again."""

    what: str
    why: str
    decided_by: str
    review: date


@entering
def tell_assessment(
    *, by: Viewer, at: datetime, assessment_id: UUID, told_at: datetime, language: str,
    how: ToldHow, summary: str, comment: str = "", withheld: Withheld | None = None,
) -> Disclosure:  # fmt: skip
    """Write down what the person was told, and what he or she says to it.

    What is kept back is marked as kept back, with its decision and the day of its review. Raises
    NotSaid, WrongState, BadMoment, NotThere, Refused.
    """
    holding, row = hold_assessment(assessment_id, by=by, at=at)
    if row.state != AssessmentState.APPROVED or row.approved_at is None:
        raise WrongState(
            _("only an assessment that was approved is told"),
            remedy=_("tell the person what will come next, and tell the outcome when it is there"),
        )
    need_said(summary=summary, language=language)
    if how not in ToldHow.values:
        raise NotSaid(_("how the person was told is not of the list"), remedy=_("choose one"))
    need_past(told_at, at=at)
    if told_at < minute_of(row.approved_at):
        raise NotSaid(
            _("this is before the assessment was approved"), remedy=_("look at day and hour")
        )
    kept = _sound(withheld, told_at)
    telling = Disclosure(
        assessment_id=row.first, told_at=told_at, language=language.strip(), how=how,
        summary=summary.strip(), comment=comment.strip(), **kept,
    )  # fmt: skip
    return put(holding, telling, event="assessment.told", happened_at=told_at)


def _sound(withheld: Withheld | None, told_at: datetime) -> dict[str, object]:
    if withheld is None:
        return {}
    need_said(withheld=withheld.what, withheld_why=withheld.why, withheld_by=withheld.decided_by)
    if withheld.review <= told_at.date():
        raise NotSaid(
            _("what is kept back is looked at again, and no later day is given for that"),
            remedy=_("give the day of the review"),
        )
    return {
        "withheld": withheld.what.strip(), "withheld_why": withheld.why.strip(),
        "withheld_by": withheld.decided_by.strip(), "withheld_review": withheld.review,
    }  # fmt: skip
