"""The tables of the room."""

from __future__ import annotations

from typing import Final

from django.db import models

from throughcare.casework.observations.models.observation import Observation
from throughcare.casework.observations.models.officer import OfficerContact, PersonalOfficer

__all__ = ["EVERY", "Observation", "OfficerContact", "PersonalOfficer"]

EVERY: Final[tuple[type[models.Model], ...]] = (Observation, PersonalOfficer, OfficerContact)
