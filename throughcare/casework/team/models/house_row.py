"""What a row about a meeting of a house has: about no person, written once, never changed.

Nothing in it says who is spoken about; what is said of somebody stands in the file (ADR 0044).
"""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.db import models


class HouseRow(models.Model):
    """A row that was written once, by `recorded_by`. What ends is a later row, or a time in it."""

    id = models.UUIDField(primary_key=True, editable=False)
    recorded_at = models.DateTimeField()
    recorded_by = models.TextField()
    stood_until = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = ()
        triggers = (
            pgtrigger.ReadOnly(name="rows_are_not_changed", exclude=["stood_until"]),
            pgtrigger.Protect(
                name="what_stood_stays_so",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__stood_until__isnull=False),
            ),
            pgtrigger.Protect(name="rows_are_not_deleted", operation=pgtrigger.Delete),
        )
