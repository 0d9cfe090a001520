"""A spell of separation, the orders it rests on, and their reviews. Compartment DIS.

An order ends by itself. The person does not leave the cell by that: the spell goes on counting
until somebody writes that it ended, and between the two no order is in force.
"""

from __future__ import annotations

from typing import Final

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from throughcare.casework.rows.record import Record, period
from throughcare.casework.safety.terms import (
    AuthorityRole,
    Ground,
    ReviewOutcome,
    SeparationKind,
    ToldHow,
)

_SPELL: Final = "safety.Separation"


class Separation(Record):
    """Kept apart in [since, until); without an end it still is.

    `spell`: the first version of the row, to which orders and reviews point. `place`: where it
    began. `found`: why it stands here though nobody could have ordered it; empty otherwise.
    """

    spell = models.UUIDField(editable=False)
    kind = models.TextField(choices=SeparationKind.choices)
    place = models.ForeignKey("kernel.Place", models.PROTECT, null=True, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    ended_why = models.TextField(blank=True, default="")
    found = models.TextField(blank=True, default="")

    class Meta(Record.Meta):
        indexes = (
            models.Index(
                fields=("person", "since"), name="safety_who_is_separated",
                condition=Q(stood_until__isnull=True),
            ),
        )  # fmt: skip
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=SeparationKind.values), name="safety_separation_kind"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="safety_separation_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(replaces__isnull=False) | Q(spell=F("id")),
                name="safety_separation_names_its_first_version",
            ),
            ExclusionConstraint(
                name="safety_one_separation_at_a_time",
                expressions=[
                    (F("person"), RangeOperators.EQUAL),
                    (period("since", "until"), RangeOperators.OVERLAPS),
                ],
                condition=Q(stood_until__isnull=True),
            ),
        )


class SeparationOrder(Record):
    """By whom and why a separation may last from `valid_from` until `end_at`.

    `ordered_by`: the account that gave it, whoever corrects it later. `lawful_exception`: the name
    of the exception of the country by which it ends after the limit. `found`: why an order stands
    here that could not have been given. Only such an order may lack its end.
    """

    separation = models.ForeignKey(_SPELL, models.PROTECT, related_name="+")
    ground = models.TextField(choices=Ground.choices)
    authority = models.TextField()
    authority_role = models.TextField(choices=AuthorityRole.choices)
    legal_ground = models.TextField(blank=True)
    reasons = models.TextField(blank=True)
    alternatives_tried = models.TextField(blank=True)
    only_sentence_or_offence = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    valid_from = models.DateTimeField()
    end_at = models.DateTimeField(null=True)
    review_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)
    told_language = models.TextField(blank=True, default="")
    told_how = models.TextField(blank=True, default="", choices=ToldHow.choices)
    how_to_challenge = models.TextField(blank=True, default="")
    lawful_exception = models.TextField(blank=True, default="")
    ordered_by = models.TextField()
    found = models.TextField(blank=True, default="")

    class Meta(Record.Meta):
        indexes = (
            models.Index(
                fields=("separation", "valid_from"), name="safety_orders_of_a_separation",
                condition=Q(stood_until__isnull=True),
            ),
        )  # fmt: skip
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ground__in=Ground.values, authority_role__in=AuthorityRole.values),
                name="safety_order_ground_and_role",
            ),
            models.CheckConstraint(
                condition=~Q(found="")
                | (
                    Q(end_at__isnull=False, review_at__isnull=False)
                    & ~Q(authority="")
                    & ~Q(legal_ground="")
                    & ~Q(reasons="")
                    & ~Q(alternatives_tried="")
                ),
                name="safety_order_says_who_why_until_when_and_what_was_tried",
            ),
            models.CheckConstraint(
                condition=(Q(end_at__isnull=True) | Q(end_at__gt=F("valid_from")))
                & (Q(review_at__isnull=True) | Q(review_at__gte=F("valid_from")))
                & (
                    Q(end_at__isnull=True)
                    | Q(review_at__isnull=True)
                    | Q(review_at__lte=F("end_at"))
                ),
                name="safety_order_is_reviewed_before_it_ends",
            ),
            models.CheckConstraint(
                condition=~Q(found="")
                | (
                    ~Q(authority_role=AuthorityRole.HEALTH_STAFF)
                    & Q(only_sentence_or_offence=False)
                ),
                name="safety_health_staff_and_the_sentence_order_no_separation",
            ),
            models.CheckConstraint(
                condition=Q(told_at__isnull=True, told_language="", told_how="")
                | (
                    Q(told_at__isnull=False) & ~Q(told_language="") & Q(told_how__in=ToldHow.values)
                ),
                name="safety_order_told_when_how_and_in_which_language",
            ),
        )


class SeparationReview(Record):
    """Somebody looked whether the separation must go on (Rule 45). Never who ordered it.

    `independent`: by somebody outside the chain of who ordered it. `reviewer` is who reviewed, in
    words; `recorded_by` the account that wrote it down.
    """

    separation = models.ForeignKey(_SPELL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reviewer = models.TextField()
    reviewer_role = models.TextField()
    independent = models.BooleanField()
    outcome = models.TextField(choices=ReviewOutcome.choices)
    reasons = models.TextField()
    next_review_at = models.DateTimeField(null=True)

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(reviewer="") & ~Q(reasons="") & Q(outcome__in=ReviewOutcome.values),
                name="safety_review_says_who_and_why",
            ),
        )


class MitigationPlan(Record):
    """What is done so that the separation harms less (Rule 38(2))."""

    separation = models.ForeignKey(_SPELL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    measures = models.TextField()

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(condition=~Q(measures=""), name="safety_plan_says_what_is_done"),
        )
