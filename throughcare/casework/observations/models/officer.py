"""Whose personal officer somebody is, and when the two met. Compartment PRG."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from throughcare.casework.observations.models.observation import LONGEST
from throughcare.casework.observations.terms import ContactKind
from throughcare.casework.rows.record import Record, period


class PersonalOfficer(Record):
    """An account is the personal officer of the person at a prison in [since, until).

    It holds only while the person is held there and the account has a post there: both are asked
    when it is read. `why`: why the two, or why it ended.
    """

    officer = models.TextField()
    establishment = models.TextField()
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    why = models.TextField(blank=True, default="")

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(officer="") & ~Q(establishment=""),
                name="observations_officer_is_somebody",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="observations_officer_ends_after_it_begins",
            ),
            ExclusionConstraint(
                name="observations_one_officer_at_a_time",
                expressions=[
                    (F("person"), RangeOperators.EQUAL),
                    (period("since", "until"), RangeOperators.OVERLAPS),
                ],
                condition=Q(stood_until__isnull=True),
            ),
        )


class OfficerContact(Record):
    """An officer and the person met at a moment. `words`: what it was about."""

    kind = models.TextField(choices=ContactKind.choices)
    met_at = models.DateTimeField()
    words = models.TextField(blank=True, default="")

    class Meta(Record.Meta):
        indexes = (
            models.Index(
                fields=("person", "met_at"), name="observations_last_contact",
                condition=Q(stood_until__isnull=True),
            ),
        )  # fmt: skip
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=ContactKind.values),
                name="observations_contact_is_of_the_list",
            ),
            models.CheckConstraint(
                condition=Q(met_at__lte=F("recorded_at")),
                name="observations_contact_has_happened",
            ),
            models.CheckConstraint(
                condition=Q(words__length__lte=LONGEST), name="observations_contact_is_short"
            ),
        )
