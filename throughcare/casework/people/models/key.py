"""The keys under which a name is looked for, whatever its script."""

from __future__ import annotations

from django.db import models

from throughcare.casework.people.models.fact import Fact
from throughcare.casework.people.models.person import Person


class NameKey(models.Model):
    """One key of a name (kernel.matching). Compartment ID. Made anew from the names at any time.

    The keys that lie near one another stand in a table that only the search's own function reads
    (migration 0005).
    """

    fact = models.ForeignKey(Fact, models.PROTECT, related_name="keys")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    key = models.TextField()

    class Meta:
        indexes = (
            models.Index(fields=("key",), include=("fact", "person"), name="people_names_by_key"),
        )
        constraints = (
            models.UniqueConstraint(fields=("fact", "key"), name="people_key_stands_once"),
        )
