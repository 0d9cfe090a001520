"""The word at once that emergency access was taken."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from throughcare.access.models.account import Account
from throughcare.access.models.emergency import BreakGlass, another_human
from throughcare.access.models.given import (
    ROLES,
    as_given,
    at_an_establishment,
    known_role,
    stays,
)
from throughcare.access.owners import Office

_TAKER = "(SELECT account_id FROM access_breakglass WHERE id = NEW.emergency_id)"


class Notice(models.Model):
    """To those in a role at an establishment, about an emergency; one of them has seen it.

    `office`: whether they are told as those who answer for the part of the file, or for data
    protection.
    """

    emergency = models.ForeignKey(BreakGlass, on_delete=models.PROTECT, related_name="notices")
    office = models.CharField(max_length=20)
    role = models.CharField(max_length=40, choices=ROLES)
    establishment = models.CharField(max_length=250)
    made_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)
    seen_by = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, related_name="seen_notices"
    )

    class Meta:
        constraints: ClassVar = [
            known_role("notice_role_known"),
            at_an_establishment("notice_is_to_an_establishment"),
            models.CheckConstraint(
                name="notice_office_known", condition=Q(office__in=list(Office))
            ),
            models.UniqueConstraint(
                name="notice_once_to_an_office", fields=["emergency", "office"]
            ),
            models.CheckConstraint(
                name="notice_seen_by_somebody_once_made",
                condition=Q(seen_at=None, seen_by=None)
                | Q(seen_at__isnull=False, seen_by__isnull=False, seen_at__gte=F("made_at")),
            ),
        ]
        triggers: ClassVar = [
            stays("notice_stays"),
            as_given("notice_as_given", "emergency", "office", "role", "establishment", "made_at"),
            another_human("notice_seen_by_another", "seen_by", _TAKER),
        ]
