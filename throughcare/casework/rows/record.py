"""What every row about a person has: who wrote it when, and how long it stood.

A row is never changed. What is corrected, continued or ended is a new row that `replaces` it; what
was never so is struck out. So a room can say what was known on any day: the rows with
`recorded_at` up to then whose `stood_until` is empty or later.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.db.models import F, Func, Q

_LATER = ("stood_until", "struck_by", "struck_why")


def period(begins: str, ends: str) -> Func:
    """The half-open period of a row, for constraints and filters."""
    return Func(F(begins), F(ends), function="tstzrange", output_field=DateTimeRangeField())


def known(at: datetime) -> Q:
    """Rows that stood at the moment: written by then, and neither replaced nor struck out."""
    return (Q(stood_until=None) | Q(stood_until__gt=at)) & Q(recorded_at__lte=at)


class Record(models.Model):
    """A row about a person that was written once, and stands in [recorded_at, stood_until).

    `told_when`: which rows are a reason to read the table for the engine, in SQL; empty for all.
    """

    told_when: ClassVar[str] = ""

    id = models.UUIDField(primary_key=True, editable=False)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    recorded_by = models.TextField()
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    stood_until = models.DateTimeField(null=True)
    struck_by = models.TextField(null=True)
    struck_why = models.TextField(null=True)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=Q(stood_until__isnull=True) | Q(stood_until__gte=F("recorded_at")),
                name="%(app_label)s_%(class)s_stands_for_a_time",
            ),
            models.CheckConstraint(
                condition=Q(struck_by__isnull=True, struck_why__isnull=True)
                | Q(stood_until__isnull=False, struck_by__gt="", struck_why__gt=""),
                name="%(app_label)s_%(class)s_is_struck_out_for_a_reason",
            ),
        )
        triggers = (
            pgtrigger.ReadOnly(name="rows_are_not_changed", exclude=[*_LATER]),
            pgtrigger.Protect(
                name="what_stood_stays_so",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__stood_until__isnull=False),
            ),
            pgtrigger.Protect(name="rows_are_not_deleted", operation=pgtrigger.Delete),
        )
