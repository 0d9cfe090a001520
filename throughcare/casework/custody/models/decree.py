"""Decrees of pardon or amnesty for many people, and for whom each was carried out."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from throughcare.casework.custody.models.order import Order
from throughcare.casework.custody.models.sentence import Adjustment
from throughcare.casework.custody.terms import DecreeKind
from throughcare.casework.rows.record import Record


class Decree(models.Model):
    """What a decree says, and for whom at one establishment. About nobody in particular.

    `share_of`/`share_by`: the share of what is left to serve, such as 1/2. `iccs_in`, `iccs_out`:
    beginnings of codes of charges; an empty `iccs_in` means any. `statuses`: legal statuses; empty
    means any. Written once; a second person confirms it once.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    establishment = models.TextField()
    authority = models.TextField()
    number = models.TextField()
    issued_on = models.DateField()
    words = models.TextField()
    kind = models.TextField(choices=DecreeKind)
    days = models.PositiveIntegerField(null=True)
    share_of = models.PositiveIntegerField(null=True)
    share_by = models.PositiveIntegerField(null=True)
    iccs_in = ArrayField(models.TextField(), default=list)
    iccs_out = ArrayField(models.TextField(), default=list)
    statuses = ArrayField(models.TextField(), default=list)
    proposed_at = models.DateTimeField()
    proposed_by = models.TextField()
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.TextField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(authority="") & ~Q(number="") & ~Q(words=""),
                name="custody_decree_says_who_gave_it_and_what_it_says",
            ),
            models.CheckConstraint(
                condition=Q(kind="days", days__gt=0, days__lte=36600, share_of=None, share_by=None)
                | Q(kind="share", days=None, share_of__gt=0, share_by__gte=F("share_of"))
                | Q(kind="release", days=None, share_of=None, share_by=None),
                name="custody_decree_does_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False)
                & ~Q(confirmed_by=F("proposed_by")),
                name="custody_decree_is_confirmed_by_another",
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.ReadOnly(
                name="decrees_are_not_changed", exclude=["confirmed_at", "confirmed_by"]
            ),
            pgtrigger.Protect(
                name="a_decree_is_confirmed_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__confirmed_at__isnull=False),
            ),
            pgtrigger.Protect(name="decrees_are_not_deleted", operation=pgtrigger.Delete),
        ]


class DecreeEffect(Record):
    """That a decree was carried out for a person, once. Compartment SEN."""

    decree = models.ForeignKey(Decree, models.PROTECT, related_name="+")
    authority = models.TextField()
    number = models.TextField()
    issued_on = models.DateField()
    adjustment = models.ForeignKey(Adjustment, models.PROTECT, null=True, related_name="+")
    order = models.ForeignKey(Order, models.PROTECT, null=True, related_name="+")

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(adjustment__isnull=False) | Q(order__isnull=False),
                name="custody_decree_effect_changes_something",
            ),
            models.UniqueConstraint(
                Lower("authority"),
                Lower("number"),
                F("issued_on"),
                F("person"),
                condition=Q(stood_until__isnull=True),
                name="custody_decree_once_for_each_person",
            ),
        )
