"""The keys under which a name is looked for, whatever its script."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from throughcare.casework.people.models.fact import Fact
from throughcare.casework.people.models.person import Person


class NameKey(models.Model):
    """One key of a name (kernel.matching). Compartment ID. Made anew from the names at any time."""

    fact = models.ForeignKey(Fact, models.PROTECT, related_name="keys")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    key = models.TextField()

    class Meta:
        indexes = (
            GinIndex(fields=("key",), opclasses=("gin_trgm_ops",), name="people_keys_by_trigram"),
        )
        constraints = (
            models.UniqueConstraint(fields=("fact", "key"), name="people_key_stands_once"),
        )
