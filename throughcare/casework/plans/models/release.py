"""The formal plan for release, and to whom it is handed. Compartment PLN."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from throughcare.casework.plans.models.versioned import Versioned
from throughcare.casework.plans.terms import HandedTo, HandoverState


class ReleasePlan(Versioned):
    """Each change is a row that replaces the last. `made_at`: when this one was agreed.

    `partners`: probation and other services that made it too; without them it is no plan made with
    services. `women_needs`: of a woman, what her needs ask for (Bangkok Rule 46).
    """

    made_at = models.DateTimeField()
    needs = models.TextField()
    measures = models.TextField()
    contacts = models.TextField()
    partners = models.TextField(blank=True, default="")
    first_meeting = models.TextField(blank=True, default="")
    first_meeting_at = models.DateTimeField(null=True)
    crisis = models.TextField(blank=True, default="")
    women_needs = models.TextField(blank=True, default="")

    class Meta(Versioned.Meta):
        constraints = (
            *Versioned.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(needs="") & ~Q(measures="") & ~Q(contacts=""),
                name="plans_release_plan_says_what_is_needed",
            ),
            models.CheckConstraint(
                condition=Q(made_at__lte=F("recorded_at")), name="plans_release_plan_is_made_by_now"
            ),
            models.CheckConstraint(
                condition=Q(first_meeting="", first_meeting_at__isnull=True)
                | (~Q(first_meeting="") & Q(first_meeting_at__isnull=False)),
                name="plans_first_meeting_has_a_place_and_an_hour",
            ),
        )


class Handover(Versioned):
    """`agency`: who is asked, in words; `handed`: what was handed over, on which ground.

    An agency's answer is written down by staff. Probation says itself that it received it:
    `answered_by` is then the account of a probation officer.
    """

    to = models.TextField(choices=HandedTo.choices)
    agency = models.TextField()
    handed = models.TextField()
    asked_at = models.DateTimeField()
    state = models.TextField(choices=HandoverState.choices)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.TextField(blank=True, default="")
    answer = models.TextField(blank=True, default="")

    class Meta(Versioned.Meta):
        constraints = (
            *Versioned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(to__in=HandedTo.values, state__in=HandoverState.values)
                & ~Q(agency="")
                & ~Q(handed=""),
                name="plans_handover_is_of_the_lists",
            ),
            models.CheckConstraint(
                condition=Q(state="asked", answered_at__isnull=True, answered_by="", answer="")
                | (
                    ~Q(state="asked")
                    & Q(answered_at__gte=F("asked_at"))
                    & ~Q(answered_by="")
                    & ~Q(answer="")
                ),
                name="plans_handover_is_answered_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(to="probation", state__in=["asked", "received"])
                | Q(to="aftercare", state__in=["asked", "accepted", "refused", "declined"]),
                name="plans_probation_receives_and_agencies_answer",
            ),
        )
