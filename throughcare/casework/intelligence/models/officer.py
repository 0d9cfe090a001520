"""Who answers for sharing at a prison, from when until when. About staff; no file of a person."""

from __future__ import annotations

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from throughcare.casework.rows.record import period


class SharingOfficer(models.Model):
    """An account named for it by the director, in [begins, ends). One at a time for a prison."""

    id = models.UUIDField(primary_key=True, editable=False)
    establishment = models.TextField()
    account = models.TextField()
    begins = models.DateTimeField()
    ends = models.DateTimeField(null=True)
    appointed_by = models.TextField()
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(establishment="") & ~Q(account="") & ~Q(appointed_by=""),
                name="intelligence_officer_is_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(account=F("appointed_by")),
                name="intelligence_officer_is_named_by_another",
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gt=F("begins")),
                name="intelligence_officer_ends_after_begin",
            ),
            ExclusionConstraint(
                name="intelligence_one_officer_at_a_time",
                expressions=[
                    ("establishment", RangeOperators.EQUAL),
                    (period("begins", "ends"), RangeOperators.OVERLAPS),
                ],
            ),
        )
        triggers = (
            pgtrigger.ReadOnly(name="officer_stays", exclude=["ends"]),
            pgtrigger.Protect(
                name="officer_ended_stays_so", operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__ends__isnull=False),
            ),
            pgtrigger.Protect(name="officer_is_not_deleted", operation=pgtrigger.Delete),
        )  # fmt: skip
