"""Sentences and what changes their length. Dates are computed from these, never stored."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from throughcare.casework.custody.models.order import Order
from throughcare.casework.custody.terms import AdjustmentKind, DateKind, SentenceKind
from throughcare.casework.rows.record import Record


class Sentence(Record):
    """A sentence of years, months and days from `starts_on`. Compartment SEN.

    `after`: the sentence after which this one runs (consecutive); none runs from its own start.
    """

    order = models.ForeignKey(Order, models.PROTECT, related_name="+")
    kind = models.TextField(choices=SentenceKind)
    years = models.PositiveIntegerField(default=0)
    months = models.PositiveIntegerField(default=0)
    days = models.PositiveIntegerField(default=0)
    starts_on = models.DateField()
    after = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=SentenceKind.values),
                name="custody_sentence_kind_is_in_the_list",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=[SentenceKind.FIXED, SentenceKind.FINE_DEFAULT])
                | Q(years__gt=0)
                | Q(months__gt=0)
                | Q(days__gt=0),
                name="custody_sentence_has_a_length",
            ),
            models.CheckConstraint(
                condition=~Q(after=F("id")), name="custody_sentence_does_not_follow_itself"
            ),
            models.CheckConstraint(
                condition=Q(years__lte=100, months__lte=1200, days__lte=36600),
                name="custody_sentence_is_no_longer_than_a_hundred_years",
            ),
        )


class Adjustment(Record):
    """Days by which a sentence is shortened or lengthened, as its kind says. Compartment SEN."""

    sentence = models.ForeignKey(Sentence, models.PROTECT, null=True, related_name="+")
    kind = models.TextField(choices=AdjustmentKind)
    days = models.PositiveIntegerField()
    from_on = models.DateField(null=True)
    reason = models.TextField()

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=AdjustmentKind.values),
                name="custody_adjustment_kind_is_in_the_list",
            ),
            models.CheckConstraint(
                condition=Q(days__gt=0) & ~Q(reason=""),
                name="custody_adjustment_has_days_and_a_reason",
            ),
        )


class ManualDate(Record):
    """A date set by hand where no rule computes one. Compartment SEN, shown redacted too.

    Counts once a second person has confirmed it: a confirmation replaces the proposal.
    """

    kind = models.TextField(choices=DateKind)
    on = models.DateField()
    reason = models.TextField()
    proposed_by = models.TextField()
    confirmed_by = models.TextField(null=True)

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=DateKind.values) & ~Q(reason="") & ~Q(proposed_by=""),
                name="custody_manual_date_has_a_kind_and_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("proposed_by")),
                name="custody_manual_date_is_confirmed_by_another",
            ),
        )
