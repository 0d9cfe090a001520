"""Orders of authorities, the charges in them, and the legal status that follows."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from throughcare.casework.custody.terms import OrderKind, Status
from throughcare.casework.rows.record import Record, period


class Order(Record):
    """An order, in force in [valid_from, valid_to). Compartment SEN.

    `authority` and `number` as printed on it; `reason` in its words. An order of release or
    transfer is for the moment `valid_from`. `named`: the name that stands on it, if it was typed.
    """

    kind = models.TextField(choices=OrderKind)
    authority = models.TextField()
    number = models.TextField()
    issued_on = models.DateField()
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)
    named = models.TextField(blank=True)

    class Meta(Record.Meta):
        # The same number on another file is looked for at each registration.
        indexes = (models.Index(fields=["number"], name="custody_order_by_number"),)
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=OrderKind.values), name="custody_order_kind_is_in_the_list"
            ),
            models.CheckConstraint(
                condition=~Q(authority="") & ~Q(number=""),
                name="custody_order_says_who_ordered_it_under_which_number",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="custody_order_ends_after_it_begins",
            ),
        )


class Charge(Record):
    """What a person is charged with or convicted of. Compartment SEN; no risk evidence by itself.

    `iccs`: code of the International Classification of Crime for Statistical Purposes, version 1.0.
    `terrorism_related`: the situational context as the authority states it; None is not known.
    """

    order = models.ForeignKey(Order, models.PROTECT, null=True, related_name="+")
    iccs = models.TextField(blank=True)
    words = models.TextField()
    terrorism_related = models.BooleanField(null=True)

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(condition=~Q(words=""), name="custody_charge_is_named"),
            models.CheckConstraint(
                condition=Q(iccs="") | Q(iccs__regex=r"^(0[1-9]|1[01])[0-9]{0,4}$"),
                name="custody_charge_code_is_one_of_iccs",
            ),
        )


class LegalStatus(Record):
    """The legal footing in [since, until). Compartment SEN, shown redacted too."""

    value = models.TextField(choices=Status)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(value__in=Status.values), name="custody_status_is_in_the_list"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="custody_status_ends_after_it_begins",
            ),
            ExclusionConstraint(
                name="custody_one_status_at_a_time",
                expressions=[
                    (F("person"), RangeOperators.EQUAL),
                    (period("since", "until"), RangeOperators.OVERLAPS),
                ],
                condition=Q(stood_until__isnull=True),
            ),
        )
