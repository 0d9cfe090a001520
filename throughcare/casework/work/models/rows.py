"""Who is fit for work, what was offered, work, its hours, wages and injuries. Compartment PRG."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from throughcare.casework.rows.record import Record, period
from throughcare.casework.work.models.versioned import Versioned
from throughcare.casework.work.terms import Answer, Beneficiary, OfferKind, Willing

_A_DAY: Final = timedelta(days=1)


class Fitness(Record):
    """That a note of health staff came: fit for work or not, and nothing else of it.

    `willing`: whether the person wishes to work.
    """

    at = models.DateTimeField()
    fit = models.BooleanField()
    willing = models.TextField(choices=Willing.choices)

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(willing__in=Willing.values, at__lte=F("recorded_at")),
                name="work_fitness_is_of_the_lists",
            ),
        )


class Offer(Record):
    """Work or a programme was offered. Whoever is untried is offered work and never ordered to."""

    at = models.DateTimeField()
    kind = models.TextField(choices=OfferKind.choices)
    what = models.TextField()
    answer = models.TextField(choices=Answer.choices)

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=OfferKind.values, answer__in=Answer.values)
                & Q(at__lte=F("recorded_at"))
                & ~Q(what=""),
                name="work_offer_says_what",
            ),
        )


class Placement(Versioned):
    """At work in [since, until). `workshop` and `wage_class` as the prison calls them.

    `outside`: for somebody other than the prison, outside its walls; `supervisor`: of the prison.
    `found`: how it is known that somebody worked as nobody could have ordered it: without consent,
    unpaid, or for the benefit of a member of staff. Empty otherwise.
    """

    workshop = models.TextField()
    wage_class = models.TextField(blank=True, default="")
    outside = models.BooleanField(default=False)
    supervisor = models.TextField(blank=True, default="")
    beneficiary = models.TextField(choices=Beneficiary.choices)
    voluntary = models.BooleanField()
    paid = models.BooleanField()
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    found = models.TextField(blank=True, default="")

    class Meta(Versioned.Meta):
        constraints = (
            *Versioned.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(workshop="")
                & Q(beneficiary__in=Beneficiary.values, since__lte=F("recorded_at")),
                name="work_placement_says_where",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True)
                | Q(until__gt=F("since"), until__lte=F("recorded_at")),
                name="work_placement_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(found="")
                | (Q(voluntary=True, paid=True) & ~Q(beneficiary=Beneficiary.STAFF)),
                name="work_nobody_orders_forced_or_unpaid_work",
            ),
            models.CheckConstraint(
                condition=Q(paid=True) | Q(wage_class=""), name="work_unpaid_has_no_class"
            ),
        )


class WorkDay(Record):
    """Hours worked in [since, until), or a whole day of rest. `placement`: its first version.

    `day`: the local day, as it was written.
    """

    placement = models.ForeignKey(Placement, models.PROTECT, related_name="+")
    day = models.DateField()
    rest = models.BooleanField()
    since = models.DateTimeField()
    until = models.DateTimeField()

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(until__gt=F("since")), name="work_hours_end_after_they_begin"
            ),
            models.CheckConstraint(
                condition=Q(rest=True) | Q(until__lte=F("since") + _A_DAY),
                name="work_hours_are_of_one_day",
            ),
            models.CheckConstraint(
                condition=Q(until__lte=F("recorded_at")), name="work_hours_have_come"
            ),
            ExclusionConstraint(
                name="work_hours_once_at_a_time",
                expressions=[
                    (F("person"), RangeOperators.EQUAL),
                    (period("since", "until"), RangeOperators.OVERLAPS),
                ],
                condition=Q(stood_until__isnull=True),
            ),
        )


class Wage(Record):
    """A wage that was paid for the days [first_day, last_day] of a work; both days count."""

    placement = models.ForeignKey(Placement, models.PROTECT, related_name="+")
    paid_at = models.DateTimeField()
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    currency = models.TextField()
    first_day = models.DateField()
    last_day = models.DateField()

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(amount__gt=0, currency__regex="^[A-Z]{3}$"),
                name="work_wage_is_money",
            ),
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day"), paid_at__lte=F("recorded_at")),
                name="work_wage_is_for_days",
            ),
        )


class Injury(Versioned):
    """Hurt or ill from work; nothing of the illness. `claim`: the number of the claim."""

    at = models.DateTimeField()
    claim_opened_at = models.DateTimeField(null=True)
    claim = models.TextField(blank=True, default="")

    class Meta(Versioned.Meta):
        constraints = (
            *Versioned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(claim_opened_at__isnull=True, claim="", at__lte=F("recorded_at"))
                | (
                    Q(claim_opened_at__gte=F("at"), claim_opened_at__lte=F("recorded_at"))
                    & ~Q(claim="")
                ),
                name="work_claim_follows_the_injury",
            ),
        )
