"""To approve an assessment, or to send it back. Never one of its raters, nor who screened."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.assessment.actions.judging import need_not_screener
from throughcare.casework.assessment.assess_errors import NotComplete
from throughcare.casework.assessment.assess_terms import AssessmentState
from throughcare.casework.assessment.complete import validity_ends
from throughcare.casework.assessment.extent import need_no_child
from throughcare.casework.assessment.hands import need_other_hand
from throughcare.casework.assessment.hold_assessment import hold_assessment, need_in_custody
from throughcare.casework.assessment.holding import go_to
from throughcare.casework.assessment.models import Assessment
from throughcare.casework.assessment.states import need_next
from throughcare.casework.assessment.tools import tool_of
from throughcare.casework.people.files import entering, need_reason


@entering
def approve_assessment(*, by: Viewer, at: datetime, assessment_id: UUID, why: str) -> Assessment:
    """Approve it: from now until its end it may inform decisions, and decides none.

    Raises SameHand, NotComplete, NoTool, WrongState, NoReason, NotThere, Refused.
    """
    holding, row = hold_assessment(assessment_id, by=by, at=at, why=why)
    need_in_custody(holding)
    need_reason(why)
    _need_other(row, by)
    need_no_child(holding.person.id, at=at)
    need_next(row.kind_of_judgement, row.state, AssessmentState.APPROVED)
    if row.needs_second and row.second_at is None:
        raise NotComplete(
            _("a second person must rate this one first, without seeing the first rating"),
            remedy=_("let another trained colleague rate it"),
        )
    if row.second_by and row.second_at is None:
        raise NotComplete(
            _("the second rating has begun and is not finished"), remedy=_("wait until it is")
        )
    if row.differs and not row.consensus:
        raise NotComplete(
            _("the two raters differ, and no note says what they make of it"),
            remedy=_("let them speak and write the consensus; all three are kept"),
        )
    return go_to(
        holding, row, AssessmentState.APPROVED, "assessment.approved", approved_by=str(by.account),
        approved_at=at, approved_why=why.strip(), valid_until=validity_ends(tool_of(row), at=at),
    )  # fmt: skip


@entering
def send_back_assessment(*, by: Viewer, at: datetime, assessment_id: UUID, why: str) -> Assessment:
    """Ask the assessor to look again. What was rated stays and may be rated anew; the second rater
    finishes again after that, so that what is compared is what stands.

    Raises SameHand, WrongState, NoReason, NotThere, Refused.
    """
    holding, row = hold_assessment(assessment_id, by=by, at=at, why=why)
    need_reason(why)
    _need_other(row, by)
    return go_to(
        holding, row, AssessmentState.PREPARING, "assessment.sent_back",
        second_at=None, second_judged={}, differs=False, consensus="",
    )  # fmt: skip


def _need_other(row: Assessment, by: Viewer) -> None:
    need_other_hand(by, "approve_assessment", did="rate", account=row.assessed_by)
    if row.second_by:
        need_other_hand(by, "approve_assessment", did="second_rate", account=row.second_by)
    need_not_screener(row, by, "approve_assessment")
