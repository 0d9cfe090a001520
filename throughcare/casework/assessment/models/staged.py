"""A judgement that goes from state to state, each step a row of its own."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from throughcare.casework.rows.record import Record


class Staged(Record):
    """`first`: the id of the row that it began with; `state`: one of `states.yaml`."""

    # What `states.yaml` calls it.
    kind_of_judgement: ClassVar[str]
    # Its states in words.
    states: ClassVar[type[models.TextChoices]]

    first = models.UUIDField(editable=False)
    state = models.TextField()

    class Meta(Record.Meta):
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(replaces__isnull=False) | Q(first=F("id")),
                name="%(app_label)s_%(class)s_names_its_first_row",
            ),
        )

    @property
    def state_said(self) -> str:
        """The state in words."""
        return str(self.states(self.state).label)

    def save(self, *args: object, **more: object) -> None:
        """A row that replaces no other is its own first."""
        self.first = self.first or self.id
        super().save(*args, **more)  # type: ignore[arg-type]
