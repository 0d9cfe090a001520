"""A row of a plan that goes on in later rows: all name the first of them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from throughcare.casework.rows.record import Record


class Versioned(Record):
    """`first`: the id of the row that it began with."""

    first = models.UUIDField(editable=False)

    class Meta(Record.Meta):
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(replaces__isnull=False) | Q(first=F("id")),
                name="%(app_label)s_%(class)s_names_its_first_row",
            ),
        )

    def save(self, *args: object, **more: object) -> None:
        """A row that replaces no other is its own first."""
        self.first = self.first or self.id
        super().save(*args, **more)  # type: ignore[arg-type]
