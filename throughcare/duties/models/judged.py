"""When a file or a house was judged last, and the marks of what was written since.

Marks are written by triggers in the transaction of whatever they mark, and taken away by whoever
judged after reading them. So a change that the engine has not seen is always visible as a mark, and
two officers who write in one prison never wait for each other.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Judged(models.Model):
    """A file (`person`) or a house (`house`, an establishment) as it was judged last.

    `rules` is the digest of the rulebook. From `look_again` on another answer is possible even if
    nothing is written: a deadline passes, a birthday comes. `took_ms`: how long it took, of the
    files that were judged together the mean.
    """

    person = models.OneToOneField("people.Person", models.CASCADE, null=True, related_name="+")
    house = models.TextField(null=True, unique=True)
    rules = models.TextField()
    judged_at = models.DateTimeField()
    look_again = models.DateTimeField(null=True)
    took_ms = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(person__isnull=True) ^ Q(house__isnull=True),
                name="duties_judged_is_a_file_or_a_house",
            ),
        )
        indexes = (models.Index(fields=("look_again",), name="duties_when_to_look_again"),)


class Mark(models.Model):
    """Something was written that the rules may ask of a file or of a house."""

    person = models.UUIDField(null=True)
    house = models.TextField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(person__isnull=True) ^ Q(house__isnull=True),
                name="duties_mark_is_of_a_file_or_a_house",
            ),
        )
        indexes = (
            models.Index(
                fields=("person",), name="duties_marked_files", condition=Q(person__isnull=False)
            ),
            models.Index(
                fields=("house",), name="duties_marked_houses", condition=Q(house__isnull=False)
            ),
        )
