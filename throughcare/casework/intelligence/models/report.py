"""That there is a report about a person, when it is looked at again, and when it ends. INT."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from throughcare.casework.rows.record import Record


class Report(Record):
    """What it says is sealed. `first`: the id of the row that it began with, which is the item.

    A review is a row in its place: `state` kept (`live`) or `deleted`. It ends at `expires_at`,
    whatever was said, and no account reads it from that moment on.
    """

    first = models.UUIDField(editable=False)
    state = models.TextField(default="live")
    review_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state__in=("live", "deleted")), name="intelligence_report_lives_or_not"
            ),
            models.CheckConstraint(
                condition=Q(review_at__lte=F("expires_at"), expires_at__gt=F("recorded_at")),
                name="intelligence_report_is_looked_at_before_it_ends",
            ),
            models.CheckConstraint(
                condition=Q(replaces__isnull=False, state__in=("live", "deleted"))
                | Q(first=F("id"), state="live"),
                name="intelligence_report_names_its_first_row",
            ),
        )
