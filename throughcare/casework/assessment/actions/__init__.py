"""What people write down when they judge, each act with its entry in the register."""

from throughcare.casework.assessment.actions.appealing import (
    appeal,
    decide_appeal,
    tell_classification,
)
from throughcare.casework.assessment.actions.approving import (
    approve_assessment,
    send_back_assessment,
)
from throughcare.casework.assessment.actions.assessments import (
    begin_assessment,
    stop_assessment,
    write_participation,
)
from throughcare.casework.assessment.actions.boards import call_board, dissolve_board
from throughcare.casework.assessment.actions.classifying import sign_minutes, write_minutes
from throughcare.casework.assessment.actions.contesting import (
    contest_assessment,
    look_at_contest,
)
from throughcare.casework.assessment.actions.contests import contest_status
from throughcare.casework.assessment.actions.counting import (
    agreement_is_due,
    count_agreement,
)
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
from throughcare.casework.assessment.actions.sharings import (
    approve_sharing,
    give_sharing,
    propose_sharing,
)
from throughcare.casework.assessment.actions.statuses import (
    confirm_status,
    end_status,
    propose_status,
)
from throughcare.casework.assessment.actions.telling import tell_status
from throughcare.casework.assessment.actions.telling_sharings import tell_sharing
from throughcare.casework.assessment.board_checks import Sitting, Weighed

__all__ = [
    "Sitting",
    "Weighed",
    "Withheld",
    "add_source",
    "agreement_is_due",
    "appeal",
    "approve_assessment",
    "approve_sharing",
    "begin_assessment",
    "begin_second_rating",
    "call_board",
    "confirm_status",
    "contest_assessment",
    "contest_status",
    "count_agreement",
    "decide_appeal",
    "decide_contest",
    "dissolve_board",
    "end_status",
    "finish_rating",
    "finish_second_rating",
    "give_sharing",
    "look_at_contest",
    "look_at_screening",
    "propose_sharing",
    "propose_status",
    "rate",
    "recommend",
    "refer",
    "renew_status",
    "screen",
    "send_back_assessment",
    "sign_minutes",
    "stop_assessment",
    "tell_assessment",
    "tell_classification",
    "tell_sharing",
    "tell_status",
    "withdraw_referral",
    "write_consensus",
    "write_minutes",
    "write_participation",
]
