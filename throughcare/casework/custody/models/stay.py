"""A stay in custody: from the day and hour of admission to release or death."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from throughcare.casework.custody.terms import LeftHow
from throughcare.casework.rows.record import Record, period


class Stay(Record):
    """In custody in [admitted_at, left_at), received at `establishment`. Compartment ID.

    `without_order`: why the person was received although no valid order was there (Nelson Mandela
    Rule 7); empty where there was one.
    """

    establishment = models.TextField()
    admitted_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)
    left_how = models.TextField(choices=LeftHow, null=True)
    without_order = models.TextField(blank=True)

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(left_at__isnull=True, left_how__isnull=True)
                | Q(left_at__gte=F("admitted_at"), left_how__in=LeftHow.values),
                name="custody_stay_ends_after_it_begins_and_says_how",
            ),
            models.CheckConstraint(
                condition=Q(admitted_at__lte=F("recorded_at")),
                name="custody_stay_begins_in_the_past",
            ),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True) | Q(left_at__lte=F("recorded_at")),
                name="custody_stay_ends_in_the_past",
            ),
            ExclusionConstraint(
                name="custody_one_stay_at_a_time",
                expressions=[
                    (F("person"), RangeOperators.EQUAL),
                    (period("admitted_at", "left_at"), RangeOperators.OVERLAPS),
                ],
                condition=Q(stood_until__isnull=True),
            ),
        )
