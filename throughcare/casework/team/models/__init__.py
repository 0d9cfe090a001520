"""The tables of the room: of a meeting, about no person; and of a file, about one."""

from __future__ import annotations

from typing import Final

from django.db import models

from throughcare.casework.team.models.case import (
    Case,
    Contest,
    Contribution,
    Correction,
    Decision,
    Outcome,
    Telling,
)
from throughcare.casework.team.models.meeting import Attendance, Feed, Invited, Meeting

__all__ = [
    "EVERY",
    "Attendance",
    "Case",
    "Contest",
    "Contribution",
    "Correction",
    "Decision",
    "Feed",
    "Invited",
    "Meeting",
    "Outcome",
    "Telling",
]

EVERY: Final[tuple[type[models.Model], ...]] = (
    Meeting, Invited, Attendance, Feed, Case, Contribution, Decision, Outcome, Telling, Contest,
    Correction,
)  # fmt: skip
