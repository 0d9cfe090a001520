"""Who came to a session, and entries that contradict each other. Compartment PRG."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from throughcare.casework.programmes.models.catalogue import Session
from throughcare.casework.programmes.models.referral import Referral
from throughcare.casework.programmes.terms import Came, Reason, Settled
from throughcare.casework.rows.record import Record


def _sound(model: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(came=Came.EXCUSED) & ~Q(reason="") & Q(reason__in=Reason.values)
        | Q(came__in=[one for one in Came.values if one != Came.EXCUSED], reason=""),
        name=f"programmes_{model}_is_of_the_lists",
    )


class Attendance(Record):
    """One person at one session. `reason` is a code, of who was excused.

    `entry_key` comes from the form or the device; `said_at` is what the device's clock showed.
    """

    session = models.ForeignKey(Session, models.PROTECT, related_name="+")
    referral = models.ForeignKey(Referral, models.PROTECT, related_name="+")
    came = models.TextField(choices=Came.choices)
    reason = models.TextField(blank=True, default="", choices=Reason.choices)
    entry_key = models.UUIDField()
    said_at = models.DateTimeField(null=True)

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            _sound("attendance"),
            models.UniqueConstraint(fields=("entry_key",), name="programmes_attendance_once"),
            models.UniqueConstraint(
                fields=("session", "referral"), condition=Q(stood_until__isnull=True),
                name="programmes_one_attendance_stands",
            ),
        )  # fmt: skip


class AttendanceConflict(Record):
    """What came later than another entry, and says otherwise: kept beside it until it is settled.

    `against`: the entry that stands. `outcome` is empty while it waits.
    """

    session = models.ForeignKey(Session, models.PROTECT, related_name="+")
    referral = models.ForeignKey(Referral, models.PROTECT, related_name="+")
    came = models.TextField(choices=Came.choices)
    reason = models.TextField(blank=True, default="", choices=Reason.choices)
    entry_key = models.UUIDField()
    said_at = models.DateTimeField(null=True)
    against = models.UUIDField()
    written_by = models.TextField()
    outcome = models.TextField(blank=True, default="", choices=Settled.choices)

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            _sound("conflict"),
            models.UniqueConstraint(
                fields=("entry_key",), condition=Q(replaces__isnull=True),
                name="programmes_conflict_once",
            ),
        )  # fmt: skip
