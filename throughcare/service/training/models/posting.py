"""Where a member of staff is posted, by days."""

from __future__ import annotations

from typing import ClassVar, Final

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Coalesce

from throughcare.service.training.models.striking import STANDS, STRUCK, OfStaff
from throughcare.service.training.units import UnitKind

_ENDED: Final = ("ended_on", "ended_at", "ended_by")


class Posting(OfStaff):
    """A member of staff works in a unit of a kind in [since, until), by days in UTC.

    `until`: as it was written at first, if it was. `ended_on`: the first day on which it holds no
    more, written at `ended_at` by the account `ended_by`, once.
    """

    unit_kind = models.TextField(choices=UnitKind.choices)
    since = models.DateField()
    until = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.TextField(blank=True, default="")

    class Meta(OfStaff.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *OfStaff.Meta.constraints,
            models.CheckConstraint(
                condition=Q(unit_kind__in=UnitKind.values), name="training_posting_kind_of_the_list"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="training_posting_lasts_a_day",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, ended_at__isnull=True, ended_by="")
                | Q(
                    ~Q(ended_by=""),
                    Q(until__isnull=True) | Q(ended_on__lt=F("until")),
                    ended_on__isnull=False,
                    ended_at__isnull=False,
                    ended_on__gt=F("since"),
                    ended_at__gte=F("recorded_at"),
                ),
                name="training_posting_ends_earlier_than_was_written",
            ),
            ExclusionConstraint(
                name="training_posting_once_at_a_time",
                expressions=[
                    ("account", RangeOperators.EQUAL),
                    ("establishment", RangeOperators.EQUAL),
                    ("unit_kind", RangeOperators.EQUAL),
                    (
                        Func(
                            F("since"), Coalesce("ended_on", "until"),
                            function="daterange", output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=STANDS,
            ),
        ]  # fmt: skip
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            *OfStaff.Meta.triggers,
            pgtrigger.ReadOnly(name="postings_are_not_changed", exclude=[*_ENDED, *STRUCK]),
            pgtrigger.Protect(
                name="a_posting_ends_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__ended_at__isnull=False)
                & pgtrigger.Q(old__ended_on__df=pgtrigger.F("new__ended_on")),
            ),
        ]
