"""The one table of the test room."""

from __future__ import annotations

from django.db import models


class Record(models.Model):
    """A text about a person in a compartment; about nobody, at a place, for aggregates."""

    id = models.UUIDField(primary_key=True)
    person = models.UUIDField(null=True)
    place = models.TextField()
    compartment = models.TextField()
    text = models.TextField()
    author = models.TextField()
