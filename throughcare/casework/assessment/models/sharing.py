"""What is handed to the police, to intelligence or to another agency about a person. PLN."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.db.models import F, Q

from throughcare.casework.assessment.models.staged import Staged
from throughcare.casework.assessment.sharing_terms import SharingState
from throughcare.casework.assessment.status_terms import ToldHow

_NOT_TOLD: Final = Q(told_at__isnull=True, told_by="", told_how="", told_language="")
_TOLD: Final = Q(
    given_at__isnull=False, told_at__gte=F("given_at"), told_how__in=ToldHow.values
) & (~Q(told_by="") & ~Q(told_language=""))
_NOT_KEPT_BACK: Final = Q(not_told_why="", not_told_until__isnull=True)
_KEPT_BACK: Final = ~Q(not_told_why="") & Q(
    given_at__isnull=False, not_told_until__gt=F("given_at")
)


class Sharing(Staged):
    """`recipient`: the agency that asked, in words; `content`: what exactly it gets.

    `besides`: what was done, where the words name what somebody is or believes. `given_at`: when
    it was handed over; `receipt`: who took it. `not_told_why`: the decision by which the person
    does not learn of it before `not_told_until`. `proposed_by`, `looked_by` and `told_by` are
    accounts.
    """

    kind_of_judgement = "sharing"
    states = SharingState

    recipient = models.TextField()
    requested_at = models.DateTimeField()
    legal_ground = models.TextField()
    purpose = models.TextField()
    content = models.TextField()
    besides = models.TextField(blank=True, default="")
    proposed_by = models.TextField()
    looked_by = models.TextField(blank=True, default="")
    looked_at = models.DateTimeField(null=True)
    looked_why = models.TextField(blank=True, default="")
    given_at = models.DateTimeField(null=True)
    receipt = models.TextField(blank=True, default="")
    told_at = models.DateTimeField(null=True)
    told_by = models.TextField(blank=True, default="")
    told_how = models.TextField(blank=True, default="", choices=ToldHow.choices)
    told_language = models.TextField(blank=True, default="")
    not_told_why = models.TextField(blank=True, default="")
    not_told_until = models.DateTimeField(null=True)

    class Meta(Staged.Meta):
        constraints = (
            *Staged.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state__in=SharingState.values, requested_at__lte=F("recorded_at"))
                & ~Q(recipient="")
                & ~Q(proposed_by=""),
                name="assessment_sharing_says_who_asked_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(legal_ground="") & ~Q(purpose="") & ~Q(content=""),
                name="assessment_sharing_says_what_on_which_ground_and_for_what",
            ),
            models.CheckConstraint(
                condition=Q(state="proposed", looked_by="", looked_at__isnull=True, looked_why="")
                | (
                    ~Q(state="proposed")
                    & ~Q(looked_by="")
                    & Q(looked_at__isnull=False)
                    & ~Q(looked_why="")
                ),
                name="assessment_sharing_is_looked_at_by_somebody_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(given_at__isnull=True, receipt="")
                | (
                    Q(state="given", given_at__gte=F("looked_at"), given_at__lte=F("recorded_at"))
                    & ~Q(receipt="")
                ),
                name="assessment_sharing_is_given_once_approved_with_a_receipt",
            ),
            models.CheckConstraint(
                condition=_NOT_TOLD | _TOLD,
                name="assessment_sharing_is_told_when_how_and_in_which_language",
            ),
            models.CheckConstraint(
                condition=_NOT_KEPT_BACK | (_KEPT_BACK & _NOT_TOLD),
                name="assessment_sharing_is_kept_back_by_a_decision_with_a_day",
            ),
        )
