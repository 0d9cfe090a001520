"""Rows of the register of safety, as its actions would have written them."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from throughcare.casework.rows.record import Record
from throughcare.casework.safety.models import (
    HealthOpinion,
    HealthState,
    MentalCondition,
    Separation,
)
from throughcare.casework.safety.models.versions import Versioned
from throughcare.demo.custody.pen import Pen
from throughcare.demo.staff import Member

R = TypeVar("R", bound=Record)

_OF_HEALTH = (HealthOpinion, HealthState, MentalCondition)


class SafetyPen(Pen):
    """As that of custody; rows to which others point name their first version."""

    def put(self, row: R, *, by: Member, at: datetime, replaces: R | None = None) -> R:
        """Write a new row, in place of another where one is given."""
        super().put(row, by=by, at=at, replaces=replaces)
        if isinstance(row, Separation):
            row.spell = replaces.spell if isinstance(replaces, Separation) else row.id
        elif isinstance(row, Versioned):
            row.first = replaces.first if isinstance(replaces, Versioned) else row.id
        return row

    def compartment_of(self, row: Record) -> str:
        """Discipline; health for what health staff alone may read."""
        return "HLT" if isinstance(row, _OF_HEALTH) else "DIS"
