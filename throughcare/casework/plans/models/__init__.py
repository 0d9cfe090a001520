"""The tables of the room, one idea a file."""

from __future__ import annotations

from typing import Final

from throughcare.casework.plans.models.beside import Caring, Report
from throughcare.casework.plans.models.goal import Goal, Progress, Step
from throughcare.casework.plans.models.plan import Plan
from throughcare.casework.plans.models.release import Handover, ReleasePlan
from throughcare.casework.plans.models.said import Said
from throughcare.casework.plans.models.versioned import Versioned
from throughcare.casework.rows.record import Record

__all__ = [
    "EVERY", "Caring", "Goal", "Handover", "Plan", "Progress", "ReleasePlan", "Report", "Said",
    "Step", "Versioned",
]  # fmt: skip

# What the register compares.
EVERY: Final[tuple[type[Record], ...]] = (
    *(Plan, Goal, Step, Progress, Said),
    *(ReleasePlan, Handover, Report, Caring),
)
