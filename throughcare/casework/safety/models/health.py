"""What health staff say of a separation, and what the director answers (Rule 46).

An opinion and a state of health stand in compartment HLT. What is told to the director stands in
DIS and holds no diagnosis: it says what must change, and when it was said.
"""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from throughcare.casework.rows.record import Record, period
from throughcare.casework.safety.terms import Advice, Decision, Fitness, HealthStateKind


class HealthState(Record):
    """A state to which a rule gives protection, in [since, until). Compartment HLT."""

    kind = models.TextField(choices=HealthStateKind.choices)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=HealthStateKind.values), name="safety_health_state_kind"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="safety_health_state_ends_after_it_begins",
            ),
            ExclusionConstraint(
                name="safety_one_health_state_of_a_kind",
                expressions=[
                    (F("person"), RangeOperators.EQUAL),
                    (F("kind"), RangeOperators.EQUAL),
                    (period("since", "until"), RangeOperators.OVERLAPS),
                ],
                condition=Q(stood_until__isnull=True),
            ),
        )


class HealthOpinion(Record):
    """What health staff said before a separation or at its start. Compartment HLT."""

    at = models.DateTimeField()
    fitness = models.TextField(choices=Fitness.choices)
    words = models.TextField(blank=True)
    said_by = models.TextField()

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(fitness__in=Fitness.values) & ~Q(said_by=""),
                name="safety_opinion_is_one_of_the_list",
            ),
        )


class HealthRecommendation(Record):
    """What health staff tell the director: end it, ease it, it harms. Compartment DIS."""

    at = models.DateTimeField()
    advice = models.TextField(choices=Advice.choices)
    measures = models.TextField(blank=True)
    said_by = models.TextField()

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(advice__in=Advice.values) & ~Q(said_by=""),
                name="safety_advice_is_one_of_the_list",
            ),
        )


class DirectorAnswer(Record):
    """What the director decided on the advice of health staff, and why. Compartment DIS.

    `recommendation`: the first version of the row that is answered.
    """

    recommendation = models.ForeignKey(HealthRecommendation, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    decision = models.TextField(choices=Decision.choices)
    reasons = models.TextField()

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(decision__in=Decision.values) & ~Q(reasons=""),
                name="safety_answer_has_its_reasons",
            ),
        )
