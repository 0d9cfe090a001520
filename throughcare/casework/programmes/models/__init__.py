"""The tables of the room, one idea a file."""

from __future__ import annotations

from typing import Final

from django.db import models

from throughcare.casework.programmes.models.attendance import Attendance, AttendanceConflict
from throughcare.casework.programmes.models.catalogue import Group, Programme, Session, Worker
from throughcare.casework.programmes.models.consent import Consent, Withdrawal
from throughcare.casework.programmes.models.content import Measure, Note
from throughcare.casework.programmes.models.house_row import HouseRow
from throughcare.casework.programmes.models.outcome import (
    Certificate,
    LiteracyCheck,
    RefusalReview,
)
from throughcare.casework.programmes.models.referral import Referral, Staged

__all__ = [
    "EVERY",
    "Attendance",
    "AttendanceConflict",
    "Certificate",
    "Consent",
    "Group",
    "HouseRow",
    "LiteracyCheck",
    "Measure",
    "Note",
    "Programme",
    "Referral",
    "RefusalReview",
    "Session",
    "Staged",
    "Withdrawal",
    "Worker",
]

# What the register compares.
EVERY: Final[tuple[type[models.Model], ...]] = (
    *(Programme, Worker, Group, Session),
    *(Referral, Consent, Withdrawal),
    *(Attendance, AttendanceConflict),
    *(Note, Measure, Certificate, LiteracyCheck, RefusalReview),
)
