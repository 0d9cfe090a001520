"""That a member of staff had supervision or a debriefing."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

from throughcare.service.training.models.striking import STANDS, STRUCK, OfStaff
from throughcare.service.training.units import Meeting


class Supervision(OfStaff):
    """On a day in UTC, led by somebody. Nothing of what was said is kept."""

    meeting = models.TextField(choices=Meeting.choices)
    held_on = models.DateField()
    led_by = models.TextField()

    class Meta(OfStaff.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *OfStaff.Meta.constraints,
            models.CheckConstraint(
                condition=Q(meeting__in=Meeting.values) & ~Q(led_by=""),
                name="training_supervision_says_what_and_by_whom_it_was_led",
            ),
            models.UniqueConstraint(
                fields=("account", "meeting", "held_on"), condition=STANDS,
                name="training_supervision_once",
            ),
        ]  # fmt: skip
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            *OfStaff.Meta.triggers,
            pgtrigger.ReadOnly(name="supervisions_are_not_changed", exclude=[*STRUCK]),
        ]
