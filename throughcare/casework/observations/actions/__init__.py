"""Every change of the room."""

from __future__ import annotations

from throughcare.casework.observations.actions.observing import (
    observe,
    strike_observation,
    take_observation,
)
from throughcare.casework.observations.actions.officers import (
    appoint_officer,
    end_officer,
    log_contact,
)
from throughcare.casework.observations.sent import Fate, Looked, Sent

__all__ = [
    "Fate",
    "Looked",
    "Sent",
    "appoint_officer",
    "end_officer",
    "log_contact",
    "observe",
    "strike_observation",
    "take_observation",
]
