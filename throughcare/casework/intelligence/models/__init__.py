"""The tables of the room. Words are in one of them alone, and encrypted there."""

from __future__ import annotations

from typing import Final

from django.db import models

from throughcare.casework.intelligence.models.answer import Answer, LeftOpen
from throughcare.casework.intelligence.models.officer import SharingOfficer
from throughcare.casework.intelligence.models.report import Report
from throughcare.casework.intelligence.models.sealed import Sealed
from throughcare.casework.intelligence.models.statement import Statement

EVERY: Final[tuple[type[models.Model], ...]] = (
    Report, Sealed, Statement, Answer, LeftOpen, SharingOfficer
)  # fmt: skip

__all__ = ["EVERY", "Answer", "LeftOpen", "Report", "Sealed", "SharingOfficer", "Statement"]
