"""A row to which others point: they name its first version, which stays whatever is corrected."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from throughcare.casework.rows.record import Record


class Versioned(Record):
    """`first`: the id of the first version of the row."""

    first = models.UUIDField(editable=False)

    class Meta(Record.Meta):
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(replaces__isnull=False) | Q(first=F("id")),
                name="%(app_label)s_%(class)s_names_its_first_version",
            ),
        )

    def save(self, *args: Any, **more: Any) -> None:
        """A row that replaces no other is its own first version."""
        self.first = self.first or self.id
        super().save(*args, **more)
