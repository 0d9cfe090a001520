"""The named officer's answer on an item: shared as, or not shared because. Compartment INT."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q

from throughcare.casework.rows.record import Record

OCCASIONS = ("board", "meeting", "release", "after_release")


class Answer(Record):
    """That an item was answered, before what, and until when the answer holds. Words are sealed."""

    item = models.UUIDField()
    occasion = models.TextField()
    good_until = models.DateTimeField()

    class Meta(Record.Meta):
        indexes = (models.Index(fields=("item",), name="intelligence_answers_of_item"),)
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(occasion__in=OCCASIONS), name="intelligence_answer_is_for_something"
            ),
            models.CheckConstraint(
                condition=Q(good_until__gt=F("recorded_at")),
                name="intelligence_answer_holds_for_a_time",
            ),
        )


class LeftOpen(models.Model):
    """That somebody left custody at `left_at` while an item was not answered."""

    id = models.UUIDField(primary_key=True, editable=False)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    item = models.UUIDField()
    left_at = models.DateTimeField()
    noted_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("item", "left_at"), name="intelligence_left_open_once"),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(name="left_open_stays", operation=pgtrigger.Update | pgtrigger.Delete)
        ]
