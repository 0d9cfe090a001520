"""What leaves the room: a graded, sanitised statement. Compartment INT, read in short."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from throughcare.casework.rows.record import Record


class Statement(Record):
    """That something was shared; its words are sealed and are what the short reading shows.

    `item`: the report it is of. `ended_at`: when it was withdrawn.
    """

    first = models.UUIDField(editable=False)
    item = models.UUIDField()
    decided_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("decided_at")),
                name="intelligence_statement_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(replaces__isnull=False) | Q(first=F("id"), ended_at__isnull=True),
                name="intelligence_statement_names_its_first_row",
            ),
        )
