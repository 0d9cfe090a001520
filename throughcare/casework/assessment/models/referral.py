"""A member of staff saw something and asks the case staff to look. Compartment PLN."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from throughcare.casework.assessment.models.screening import Screening
from throughcare.casework.assessment.models.staged import Staged
from throughcare.casework.assessment.terms import Behaviour, ReferralState, SeenHow


class Referral(Staged):
    """What was done comes first, what it may mean second, and what else it may be is asked.

    `besides`: the act in other words, where `act` names what somebody is or believes. `screening`:
    the first row of the screening that answers it.
    """

    kind_of_judgement = "referral"
    states = ReferralState

    kind = models.TextField(choices=Behaviour.choices)
    happened_at = models.DateTimeField()
    seen_how = models.TextField(choices=SeenHow.choices)
    act = models.TextField()
    besides = models.TextField(blank=True, default="")
    meaning = models.TextField(blank=True, default="")
    otherwise = models.TextField()
    urgent = models.BooleanField(default=False)
    withdrawn_why = models.TextField(blank=True, default="")
    screening = models.ForeignKey(Screening, models.PROTECT, null=True, related_name="+")

    class Meta(Staged.Meta):
        indexes = (
            models.Index(
                fields=("person",), name="assessment_waiting_referrals",
                condition=Q(stood_until__isnull=True, state="waiting"),
            ),
        )  # fmt: skip
        constraints = (
            *Staged.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=Behaviour.values, seen_how__in=SeenHow.values)
                & Q(state__in=ReferralState.values),
                name="assessment_referral_is_of_the_lists",
            ),
            models.CheckConstraint(
                condition=~Q(act="") & ~Q(otherwise=""),
                name="assessment_referral_names_an_act_and_what_else_it_may_be",
            ),
            models.CheckConstraint(
                condition=Q(happened_at__lte=F("recorded_at")),
                name="assessment_referral_tells_of_what_was",
            ),
            models.CheckConstraint(
                condition=Q(state="screened", screening__isnull=False)
                | (~Q(state="screened") & Q(screening__isnull=True)),
                name="assessment_referral_is_screened_by_a_screening",
            ),
            models.CheckConstraint(
                condition=Q(state="withdrawn") & ~Q(withdrawn_why="")
                | ~Q(state="withdrawn") & Q(withdrawn_why=""),
                name="assessment_referral_is_withdrawn_for_a_reason",
            ),
        )
