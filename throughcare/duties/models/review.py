"""What somebody answered for a breach: why it came to it, and what was done."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q


class Review(models.Model):
    """An answer for one finding, which itself is never edited.

    The finding is named by what stays when the file is judged again: rule, `key` and the beginning
    of its `duty`; `since` is when it was broken, as it stood then. Rows are only added.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    rule = models.TextField()
    duty = models.DateTimeField()
    since = models.DateTimeField()
    key = models.TextField(blank=True, default="")
    reason = models.TextField()
    done = models.TextField()
    at = models.DateTimeField()
    by = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(reason__gt="", done__gt=""),
                name="duties_review_gives_a_reason_and_what_was_done",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=("person", "rule"), name="duties_review_of_file")]
        triggers: ClassVar = [
            pgtrigger.ReadOnly(name="reviews_are_not_changed"),
            pgtrigger.Protect(name="reviews_are_not_deleted", operation=pgtrigger.Delete),
        ]
