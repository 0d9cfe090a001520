"""The person contests an assessment in own words; somebody who had no hand in it looks at it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.assessment.assess_errors import OpenAlready
from throughcare.casework.assessment.assess_terms import AssessmentContestState, AssessmentState
from throughcare.casework.assessment.errors import NotSaid, WrongState
from throughcare.casework.assessment.hands import need_other_hand
from throughcare.casework.assessment.hold_assessment import hold_assessment
from throughcare.casework.assessment.holding import go_to, hold_for_own_words, hold_standing
from throughcare.casework.assessment.models import Assessment, AssessmentContest
from throughcare.casework.assessment.shared_rows import in_force_of
from throughcare.casework.assessment.states import begins_as, need_next
from throughcare.casework.assessment.words import need_said
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import entering, need_reason
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put


@entering
def contest_assessment(
    *, by: Viewer, at: datetime, person_id: UUID, words: str, language: str, contested_at: datetime
) -> AssessmentContest:
    """Write down why the person says that the assessment in force is wrong, in own words.

    Case staff write it for the person; the prisoner with an own account may. Nobody needs to read
    the assessment for it. Raises WrongState, OpenAlready, NotSaid, BadMoment, NotThere, Refused.
    """
    holding = hold_for_own_words(person_id, by=by, at=at)
    need_said(words=words, language=language)
    need_past(contested_at, at=at)
    assessment = in_force_of(holding.person.id, at=at)
    if assessment is None:
        raise WrongState(
            _("no assessment is in force, so none is used against anybody"),
            remedy=_("keep these words for the next assessment: they belong to its sources"),
        )
    contest = AssessmentContest(
        state=begins_as(AssessmentContest.kind_of_judgement), assessment=assessment,
        words=words.strip(), language=language.strip(),
        own_hand=Role(holding.leave.role) is Role.PRISONER, contested_at=contested_at,
    )  # fmt: skip
    with refusing({"assessment_one_contest_of_it_waits": _waits()}):
        return put(holding, contest, event="assessment.contested", happened_at=contested_at)


@entering
def look_at_contest(
    *, by: Viewer, at: datetime, contest_id: UUID, outcome: AssessmentContestState, reasons: str
) -> AssessmentContest:
    """Say with reasons whether the assessment stays or is set aside. Both stay readable.

    By somebody who reads the psychological file, and neither rated nor approved. Raises SameHand,
    NotSaid, WrongState, NoReason, NotThere, Refused.
    """
    _holding, contest = hold_standing(AssessmentContest, contest_id, by=by, at=at, why=reasons)
    holding, row = hold_assessment(contest.assessment, by=by, at=at, why=reasons)
    need_reason(reasons)
    if outcome not in AssessmentContestState.values:
        raise NotSaid(_("what came of the contest is not of the list"), remedy=_("choose one"))
    need_next(contest.kind_of_judgement, contest.state, outcome)
    _need_other(row, by)
    decided = go_to(
        _holding, contest, outcome, f"assessment.contest_{outcome}", decided_by=str(by.account),
        decided_at=at, reasons=reasons.strip(),
    )  # fmt: skip
    if outcome == AssessmentContestState.GRANTED and row.state == AssessmentState.APPROVED:
        go_to(holding, row, AssessmentState.SET_ASIDE, "assessment.set_aside")
    return decided


def _need_other(row: Assessment, by: Viewer) -> None:
    hands = (
        ("rate", row.assessed_by), ("second_rate", row.second_by),
        ("approve_assessment", row.approved_by),
    )  # fmt: skip
    for act, account in hands:
        if account:
            need_other_hand(by, "look_at_contest", did=act, account=account)


def _waits() -> OpenAlready:
    return OpenAlready(
        _("a contest of this assessment waits already"),
        remedy=_("add to it by telling the one who looks at it"),
    )
