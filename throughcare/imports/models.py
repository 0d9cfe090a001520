"""Where a row of a file went: so that the same file read again changes nothing."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Q


class Origin(models.Model):
    """One row of another register, as it was last taken over. Compartment ID.

    `source` is the name of the mapping, `part` the part of it that read the row, `key` what tells
    the row from others there, `person_key` the number of the person there. `digest` is the SHA-256
    of what the row said, `wrote` the rows of the service that came of it, by what they are. A row
    that changed has a new origin that `replaces` the old one.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    source = models.TextField()
    part = models.TextField()
    key = models.TextField()
    person_key = models.TextField()
    digest = models.TextField()
    wrote = models.JSONField()
    file = models.TextField()
    file_sha256 = models.TextField()
    row = models.PositiveIntegerField()
    recorded_at = models.DateTimeField()
    recorded_by = models.TextField()
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    stood_until = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("source", "part", "key"), condition=Q(stood_until__isnull=True),
                name="imports_row_is_taken_over_once",
            ),
            models.CheckConstraint(
                condition=~Q(source="") & ~Q(key="") & ~Q(person_key=""),
                name="imports_origin_is_named",
            ),
            models.CheckConstraint(
                condition=Q(digest__regex="^[0-9a-f]{64}$", file_sha256__regex="^[0-9a-f]{64}$"),
                name="imports_origin_has_digests",
            ),
            models.CheckConstraint(
                condition=Q(stood_until__isnull=True) | Q(stood_until__gte=F("recorded_at")),
                name="imports_origin_stands_for_a_time",
            ),
        )  # fmt: skip
        triggers = (
            pgtrigger.ReadOnly(name="origins_are_not_changed", exclude=["stood_until"]),
            pgtrigger.Protect(
                name="what_was_origin_stays_so",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__stood_until__isnull=False),
            ),
            pgtrigger.Protect(name="origins_are_not_deleted", operation=pgtrigger.Delete),
        )
