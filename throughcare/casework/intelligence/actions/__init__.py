"""Every change of the room, each with its entry."""

from throughcare.casework.intelligence.actions.answers import answer
from throughcare.casework.intelligence.actions.ending import (
    destroy_ended,
    lock_anew,
    note_left_open,
)
from throughcare.casework.intelligence.actions.officers import appoint, end_appointment
from throughcare.casework.intelligence.actions.reports import write_report
from throughcare.casework.intelligence.actions.reviews import delete, keep
from throughcare.casework.intelligence.actions.statements import share, withdraw

__all__ = [
    "answer", "appoint", "delete", "destroy_ended", "end_appointment", "keep", "lock_anew",
    "note_left_open", "share", "withdraw", "write_report",
]  # fmt: skip
