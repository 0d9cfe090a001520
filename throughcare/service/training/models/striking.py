"""A row that was written once, and may be struck out for a reason: it never was so."""

from __future__ import annotations

from typing import ClassVar, Final

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

STRUCK: Final = ("struck_at", "struck_by", "struck_why")
STANDS: Final = Q(struck_at__isnull=True)


class OfStaff(models.Model):
    """A row about a member of staff at an establishment. `recorded_by`, `struck_by`: accounts.

    `account` is one of the human being's, never the writer's.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    establishment = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.TextField()
    struck_at = models.DateTimeField(null=True)
    struck_by = models.TextField(blank=True, default="")
    struck_why = models.TextField(blank=True, default="")

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~Q(establishment="") & ~Q(recorded_by=""),
                name="training_%(class)s_says_where_and_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(struck_at__isnull=True, struck_by="", struck_why="")
                | Q(
                    ~Q(struck_by=""),
                    ~Q(struck_why=""),
                    struck_at__isnull=False,
                    struck_at__gte=F("recorded_at"),
                ),
                name="training_%(class)s_is_struck_out_for_a_reason",
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(
                name="what_was_struck_out_stays_so",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__struck_at__isnull=False),
            ),
            pgtrigger.Protect(name="rows_are_not_deleted", operation=pgtrigger.Delete),
        ]
