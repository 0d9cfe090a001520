"""What people write down when they judge, each act with its entry in the register."""

from throughcare.casework.assessment.actions.approving import (
    approve_assessment,
    send_back_assessment,
)
from throughcare.casework.assessment.actions.assessments import (
    begin_assessment,
    stop_assessment,
    write_participation,
)
from throughcare.casework.assessment.actions.contesting import (
    contest_assessment,
    look_at_contest,
)
from throughcare.casework.assessment.actions.contests import contest_status
from throughcare.casework.assessment.actions.deciding import decide_contest
from throughcare.casework.assessment.actions.disclosing import Withheld, tell_assessment
from throughcare.casework.assessment.actions.evidence import add_source, rate, recommend
from throughcare.casework.assessment.actions.judging import (
    begin_second_rating,
    finish_rating,
    finish_second_rating,
    write_consensus,
)
from throughcare.casework.assessment.actions.referrals import refer, withdraw_referral
from throughcare.casework.assessment.actions.renewals import renew_status
from throughcare.casework.assessment.actions.screenings import look_at_screening, screen
from throughcare.casework.assessment.actions.statuses import (
    confirm_status,
    end_status,
    propose_status,
)
from throughcare.casework.assessment.actions.telling import tell_status

__all__ = [
    "Withheld",
    "add_source",
    "approve_assessment",
    "begin_assessment",
    "begin_second_rating",
    "confirm_status",
    "contest_assessment",
    "contest_status",
    "decide_contest",
    "end_status",
    "finish_rating",
    "finish_second_rating",
    "look_at_contest",
    "look_at_screening",
    "propose_status",
    "rate",
    "recommend",
    "refer",
    "renew_status",
    "screen",
    "send_back_assessment",
    "stop_assessment",
    "tell_assessment",
    "tell_status",
    "withdraw_referral",
    "write_consensus",
    "write_participation",
]
