"""Every reading of the room."""

from __future__ import annotations

from throughcare.casework.observations.models import Observation, OfficerContact, PersonalOfficer
from throughcare.casework.observations.queries.of_person import (
    MonthCounts,
    Observed,
    Seen,
    observation_counts,
    observations_of,
    sent_before,
)
from throughcare.casework.observations.queries.of_unit import OfUnit, OnUnit, Share, unit_of

__all__ = [
    "MonthCounts",
    "Observation",
    "Observed",
    "OfUnit",
    "OfficerContact",
    "OnUnit",
    "PersonalOfficer",
    "Seen",
    "Share",
    "observation_counts",
    "observations_of",
    "sent_before",
    "unit_of",
]
