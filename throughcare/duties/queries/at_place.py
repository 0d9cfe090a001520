"""How much of what is kept for one establishment may be old."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from throughcare.duties.actions import bring_up_to_date
from throughcare.duties.eyes import engine_eyes
from throughcare.duties.waiting import waiting_at

# So many files are judged before a list is shown; of more, the list says that some still wait.
AT_ONCE: Final = 20


def still_waiting_at(place: str, *, at: datetime) -> int:
    """Judge a few of those who wait at a place; how many are left."""
    with engine_eyes():
        waiting = waiting_at(place, at=at)
    bring_up_to_date(waiting[:AT_ONCE], at=at)
    return len(waiting[AT_ONCE:])
