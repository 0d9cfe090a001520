"""Facts of progress and needs before and after. Read only while the person shares them. PRG."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from throughcare.casework.programmes.models.referral import Referral
from throughcare.casework.programmes.terms import Stands, When
from throughcare.casework.rows.record import Record


class Note(Record):
    """What was done and what comes next, in few words. `noted_at`: what time it is about."""

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()
    words = models.TextField()

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(condition=~Q(words=""), name="programmes_note_says_something"),
        )


class Measure(Record):
    """How things stand with one need of `needs.yaml`, at one end of the programme, in a word."""

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="+")
    need = models.TextField()
    at_end = models.TextField(choices=When.choices)
    stands = models.TextField(choices=Stands.choices)
    asked_at = models.DateTimeField()

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(at_end__in=When.values, stands__in=Stands.values) & ~Q(need=""),
                name="programmes_measure_is_of_the_lists",
            ),
            models.UniqueConstraint(
                fields=("referral", "need", "at_end"), condition=Q(stood_until__isnull=True),
                name="programmes_need_is_measured_once",
            ),
        )  # fmt: skip
