"""What the person says to the plan, in own words. Compartment PLN."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from throughcare.casework.plans.models.plan import Plan
from throughcare.casework.plans.terms import SaidKind
from throughcare.casework.rows.record import Record


class Said(Record):
    """`plan`: the version it is about; none for a proposal before there is any. `own_hand`: by the
    person's own account; otherwise staff wrote it down for the person.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, null=True, related_name="+")
    kind = models.TextField(choices=SaidKind.choices)
    words = models.TextField()
    own_hand = models.BooleanField()
    said_at = models.DateTimeField()

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=SaidKind.values) & ~Q(words=""), name="plans_said_is_in_words"
            ),
            models.CheckConstraint(
                condition=Q(kind="proposal") | Q(plan__isnull=False),
                name="plans_comment_is_about_a_plan",
            ),
        )
