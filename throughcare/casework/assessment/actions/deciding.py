"""To decide a contest: another human being than the two who made the status."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.assessment.errors import NotSaid
from throughcare.casework.assessment.hands import need_other_hand
from throughcare.casework.assessment.holding import go_to, hold_standing
from throughcare.casework.assessment.lasting import is_over
from throughcare.casework.assessment.models import Status, StatusContest
from throughcare.casework.assessment.states import need_next
from throughcare.casework.assessment.status_errors import BadPeriod, StatusOver
from throughcare.casework.assessment.status_terms import ContestState, StatusState
from throughcare.casework.people.files import Holding, entering, need_reason


@entering
def decide_contest(
    *, by: Viewer, at: datetime, contest_id: UUID, outcome: ContestState, reasons: str,
    until: datetime | None = None,
) -> StatusContest:  # fmt: skip
    """Decide a contest with reasons; never who proposed or confirmed the status.

    Lifting ends the status at that moment; shortening gives an earlier end, `until`. Where the
    status is over, that and the reasons are the answer. Raises SameHand, NotSaid, BadPeriod,
    StatusOver, WrongState, NoReason, NotThere, Refused.
    """
    holding, contest = hold_standing(StatusContest, contest_id, by=by, at=at, why=reasons)
    row = Status.objects.get(first=contest.status_id, stood_until=None)
    need_reason(reasons)
    if outcome not in ContestState.values or outcome == ContestState.WAITING:
        raise NotSaid(
            _("what came of the contest is not of the list"), remedy=_("choose one of the list")
        )
    need_next(contest.kind_of_judgement, contest.state, outcome)
    need_other_hand(by, "decide_contest", did="propose_status", account=row.proposed_by)
    need_other_hand(by, "decide_contest", did="confirm_status", account=row.looked_by)
    _need_as_it_stands(row, outcome, until, reasons, at)
    decided = go_to(
        holding, contest, outcome, f"assessment.contest_{outcome}", decided_by=str(by.account),
        decided_at=at, reasons=reasons.strip(), until=until,
    )  # fmt: skip
    _carry_out(holding, row, outcome, reasons, until)
    return decided


def _need_as_it_stands(
    row: Status, outcome: str, until: datetime | None, reasons: str, at: datetime
) -> None:
    over = row.state != StatusState.IN_FORCE or is_over(row, at)
    if over and outcome != ContestState.OVER:
        raise StatusOver(
            _("the status ended before this was decided: there is nothing left to lift"),
            remedy=_("choose that it is over, and tell the person in the reasons what you found"),
            typed=reasons,
        )
    if not over and outcome == ContestState.OVER:
        raise NotSaid(
            _("the status still holds: the contest needs a decision"),
            remedy=_("choose that it stays, is lifted, or ends earlier"),
        )
    if (outcome == ContestState.SHORTENED) != (until is not None):
        raise BadPeriod(
            _("an earlier end is given where the status is shortened, and nowhere else"),
            remedy=_("give the day on which it is to end, or choose another outcome"),
        )
    if until is not None and not max(at, row.since) < until < row.expires_at:
        raise BadPeriod(
            _("the new end must lie ahead, and before the end that the status has"),
            remedy=_("give an earlier end; to end it now, choose that it is lifted"),
        )


def _carry_out(
    holding: Holding, row: Status, outcome: str, reasons: str, until: datetime | None
) -> None:
    if outcome == ContestState.LIFTED:
        go_to(
            holding, row, StatusState.LIFTED, "assessment.status_lifted", ended_at=holding.at,
            ended_by=str(holding.by.account), ended_why=reasons.strip(),
        )  # fmt: skip
    if outcome == ContestState.SHORTENED and until is not None:
        # The review must lie before the end; one that comes too late was this decision.
        review_at = row.review_at if row.review_at < until else max(holding.at, row.since)
        go_to(
            holding, row, StatusState.IN_FORCE, "assessment.status_shortened", expires_at=until,
            review_at=review_at,
        )  # fmt: skip
