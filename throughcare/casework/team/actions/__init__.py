"""What is written down of meetings, each act with its entry in the register."""

from throughcare.casework.team.actions.calling import (
    bring,
    call_meeting,
    cancel_meeting,
    take_off,
)
from throughcare.casework.team.actions.closing import close_meeting
from throughcare.casework.team.actions.feeds import make_feed, revoke_feed
from throughcare.casework.team.actions.following import (
    answer_contest,
    contest_decisions,
    correct_minutes,
    tell_decisions,
)
from throughcare.casework.team.actions.minuting import write_attendance, write_case
from throughcare.casework.team.actions.tasks import end_task
from throughcare.casework.team.checks import Decided, Said, There

__all__ = [
    "Decided",
    "Said",
    "There",
    "answer_contest",
    "bring",
    "call_meeting",
    "cancel_meeting",
    "close_meeting",
    "contest_decisions",
    "correct_minutes",
    "end_task",
    "make_feed",
    "revoke_feed",
    "take_off",
    "tell_decisions",
    "write_attendance",
    "write_case",
]
