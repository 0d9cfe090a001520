"""Every change of the room."""

from __future__ import annotations

from throughcare.casework.observations.actions.observing import observe, strike_observation
from throughcare.casework.observations.actions.officers import (
    appoint_officer,
    end_officer,
    log_contact,
)

__all__ = ["appoint_officer", "end_officer", "log_contact", "observe", "strike_observation"]
