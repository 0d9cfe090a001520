"""Words under the room's own key: the only place where anything is said. Compartment INT."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

KINDS = ("report", "review", "statement", "answer")
HOW = ("expired", "deleted", "withdrawn")


class Sealed(models.Model):
    """What a row of this room says. It has the id of that row; `item` is the report it belongs to.

    `words` is a Fernet token of JSON; empty once it is destroyed, and `destroyed_how` says why.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    item = models.UUIDField()
    kind = models.TextField()
    source_kind = models.TextField(blank=True, default="")
    words = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    destroyed_at = models.DateTimeField(null=True)
    destroyed_how = models.TextField(blank=True, default="")

    class Meta:
        indexes = (models.Index(fields=("item",), name="intelligence_words_of_item"),)
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=Q(kind__in=KINDS), name="intelligence_words_are_of_a_kind"
            ),
            models.CheckConstraint(
                condition=Q(destroyed_at__isnull=True, destroyed_how="") & ~Q(words="")
                | Q(destroyed_at__isnull=False, destroyed_how__in=HOW, words="", source_kind=""),
                name="intelligence_words_stand_or_are_destroyed",
            ),
            models.CheckConstraint(
                condition=Q(words="") | Q(words__startswith="gAAAA"),
                name="intelligence_words_are_encrypted",
            ),
            models.CheckConstraint(
                condition=Q(destroyed_at__isnull=False)
                | Q(
                    kind="report",
                    source_kind__in=(
                        "own_observation", "staff", "prisoner", "search", "open_source",
                        "lawful_order", "partner",
                    ),
                )
                | (~Q(kind="report") & Q(source_kind="")),
                name="intelligence_never_from_a_confidential_relation",
            ),
        )  # fmt: skip
        triggers: ClassVar = [
            pgtrigger.Protect(name="words_are_not_deleted", operation=pgtrigger.Delete)
        ]
