"""Every reading of work. The viewer first; each leaves its entry in the register."""

from throughcare.casework.work.models import Fitness, Injury, Offer, Placement, Wage, WorkDay
from throughcare.casework.work.queries.of_person import AtWork, Work, work_of

__all__ = [
    "AtWork", "Fitness", "Injury", "Offer", "Placement", "Wage", "Work", "WorkDay", "work_of",
]  # fmt: skip
