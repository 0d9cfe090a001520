"""A row of a prison and about nobody: what is offered there, by whom, when. Written once."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q


class HouseRow(models.Model):
    """It stands in [recorded_at, stood_until). `first`: the id of the row that it began with.

    `place`: the path of the establishment. What changes is a new row that `replaces` it.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    first = models.UUIDField(editable=False)
    place = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.TextField()
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    stood_until = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=Q(stood_until__isnull=True) | Q(stood_until__gte=F("recorded_at")),
                name="%(app_label)s_%(class)s_stands_for_a_time",
            ),
            models.CheckConstraint(
                condition=Q(replaces__isnull=False) | Q(first=F("id")),
                name="%(app_label)s_%(class)s_names_its_first_row",
            ),
        )
        triggers = (
            pgtrigger.ReadOnly(name="rows_are_not_changed", exclude=["stood_until"]),
            pgtrigger.Protect(
                name="what_stood_stays_so",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__stood_until__isnull=False),
            ),
            pgtrigger.Protect(name="rows_are_not_deleted", operation=pgtrigger.Delete),
        )

    def save(self, *args: object, **more: object) -> None:
        """A row that replaces no other is its own first."""
        self.first = self.first or self.id
        super().save(*args, **more)  # type: ignore[arg-type]
