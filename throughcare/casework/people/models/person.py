"""A person: an id, the place that answers for the file, and the version of what is known."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q


class Person(models.Model):
    """One file. Whatever is known of the person stands in rows of its own.

    Compartment ID. `held_at` is the establishment that holds the person, None for
    nobody in custody. `version` grows with every change of a fact, from 1.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    held_at = models.TextField(null=True)
    version = models.PositiveIntegerField(default=1)
    opened_at = models.DateTimeField()
    opened_by = models.TextField()

    class Meta:
        indexes = (models.Index(fields=("held_at",), name="people_held_at"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(held_at__isnull=True) | Q(held_at__regex=r"^[a-z0-9][a-z0-9-]*$"),
                name="people_held_at_is_an_establishment",
                violation_error_message="a file lies at an establishment: give its code",
            ),
            models.CheckConstraint(
                condition=Q(version__gte=1), name="people_versions_begin_at_one"
            ),
        )
        triggers = (
            pgtrigger.ReadOnly(
                name="people_opening_stays", fields=["id", "opened_at", "opened_by"]
            ),
            pgtrigger.Protect(name="people_are_not_deleted", operation=pgtrigger.Delete),
        )
