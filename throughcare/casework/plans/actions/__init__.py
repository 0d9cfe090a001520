"""What people write into a plan, each act with its entry in the register."""

from throughcare.casework.plans.actions.beside import end_worker, file_report, name_worker
from throughcare.casework.plans.actions.goals import add_goal, give_up_goal
from throughcare.casework.plans.actions.plans import begin_plan, end_plan, write_plan
from throughcare.casework.plans.actions.release import (
    hand_over,
    receive_handover,
    write_answer,
    write_release_plan,
)
from throughcare.casework.plans.actions.reviewing import Went, review_plan
from throughcare.casework.plans.actions.saying import say
from throughcare.casework.plans.actions.signing import (
    sign_own,
    sign_plan,
    write_agreement,
    write_signature,
)
from throughcare.casework.plans.actions.steps import add_step, close_step, hand_step

__all__ = [
    "Went", "add_goal", "add_step", "begin_plan", "close_step", "end_plan", "end_worker",
    "file_report", "give_up_goal", "hand_over", "hand_step", "name_worker", "receive_handover",
    "review_plan", "say", "sign_own", "sign_plan", "write_agreement", "write_answer",
    "write_plan", "write_release_plan", "write_signature",
]  # fmt: skip
