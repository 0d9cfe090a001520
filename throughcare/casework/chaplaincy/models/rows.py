"""Requests, wishes, visits and services of the chaplaincy. Compartment REL.

The name of a faith stands as the prisoner says it. There is no field for content, anywhere: what is
said to a chaplain is never recorded.
"""

from __future__ import annotations

from typing import Final

from django.db import models
from django.db.models import F, Q

from throughcare.casework.chaplaincy.terms import Outcome, VisitKind, WishKind
from throughcare.casework.rows.record import Record

FAITH: Final = 60  # signs of the name of a faith


class Request(Record):
    """The person asks for a representative of a faith. `own_hand`: typed it himself or herself."""

    asked_at = models.DateTimeField()
    faith = models.CharField(max_length=FAITH)
    own_hand = models.BooleanField()

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(faith="") & Q(asked_at__lte=F("recorded_at")),
                name="chaplaincy_request_says_for_whom",
            ),
        )


class Wish(Record):
    """A standing wish in [since, until): services of a faith, or no visit by anybody.

    `faith` is empty of an objection: nobody is asked why.
    """

    kind = models.TextField(choices=WishKind.choices)
    faith = models.CharField(max_length=FAITH, blank=True, default="")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    own_hand = models.BooleanField()

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=(Q(kind=WishKind.SERVICES) & ~Q(faith=""))
                | Q(kind=WishKind.NO_VISITS, faith=""),
                name="chaplaincy_wish_names_a_faith_for_services",
            ),
            models.CheckConstraint(
                condition=Q(since__lte=F("recorded_at"))
                & (Q(until__isnull=True) | Q(until__gte=F("since"), until__lte=F("recorded_at"))),
                name="chaplaincy_wish_has_come",
            ),
        )


class Visit(Record):
    """A visit that was offered at a moment. `request`: the first row of what it answers, if any."""

    kind = models.TextField(choices=VisitKind.choices)
    at = models.DateTimeField()
    outcome = models.TextField(choices=Outcome.choices)
    request = models.ForeignKey(Request, models.PROTECT, null=True, related_name="+")

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    kind__in=VisitKind.values, outcome__in=Outcome.values, at__lte=F("recorded_at")
                ),
                name="chaplaincy_visit_is_of_the_lists",
            ),
        )


class Service(Record):
    """A service of a faith that was open to this person, in the unit where he or she lies."""

    faith = models.CharField(max_length=FAITH)
    unit = models.TextField()
    at = models.DateTimeField()

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(faith="") & ~Q(unit="") & Q(at__lte=F("recorded_at")),
                name="chaplaincy_service_says_which_and_where",
            ),
            models.UniqueConstraint(
                fields=("person", "faith", "unit", "at"), name="chaplaincy_service_once",
                condition=Q(stood_until__isnull=True),
            ),
        )  # fmt: skip
