"""The tables of the room."""

from __future__ import annotations

from typing import Final

from throughcare.casework.rows.record import Record
from throughcare.casework.work.models.rows import (
    Fitness,
    Injury,
    Offer,
    Placement,
    Wage,
    WorkDay,
)

__all__ = ["EVERY", "Fitness", "Injury", "Offer", "Placement", "Wage", "WorkDay"]

EVERY: Final[tuple[type[Record], ...]] = (Fitness, Offer, Placement, WorkDay, Wage, Injury)
