"""What is said of a person for a time: charged or convicted, assessed, or vulnerable. PLN.

A status ends by itself at `expires_at`, whether or not anybody looks (`lasting.py`): nothing has to
be written for that, and no row that is past it counts.
"""

from __future__ import annotations

from typing import Final

from django.db import models
from django.db.models import F, Q

from throughcare.casework.assessment.models.staged import Staged
from throughcare.casework.assessment.status_terms import (
    CONFIRMED,
    StatusKind,
    StatusState,
    ToldHow,
)

_NOT_ENDED: Final = Q(ended_at__isnull=True, ended_by="", ended_why="")
_ENDED: Final = Q(ended_at__isnull=False) & ~Q(ended_by="") & ~Q(ended_why="")
_NOT_TOLD: Final = Q(told_at__isnull=True, told_by="", told_how="", told_language="")
_TOLD: Final = Q(told_at__isnull=False, told_how__in=ToldHow.values) & (
    ~Q(told_by="") & ~Q(told_language="")
)


class Status(Staged):
    """`owner` answers for it; it holds once a second human being has confirmed it.

    `besides`: what was done, where the words name what somebody is or believes. `renews`: the first
    row of the status that this one goes on, with `new_evidence`. `withheld_why`: the decision by
    which the evidence is not shown to the person, looked at again at `withheld_until`.
    `proposed_by`, `looked_by`, `ended_by`, `told_by` and `owner` are accounts.
    """

    kind_of_judgement = "status"
    states = StatusState

    kind = models.TextField(choices=StatusKind.choices)
    legal_basis = models.TextField()
    evidence = models.TextField()
    besides = models.TextField(blank=True, default="")
    reasons = models.TextField()
    owner = models.TextField()
    owner_office = models.TextField()
    since = models.DateTimeField()
    review_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    renews = models.UUIDField(null=True)
    new_evidence = models.TextField(blank=True, default="")
    proposed_by = models.TextField()
    looked_by = models.TextField(blank=True, default="")
    looked_at = models.DateTimeField(null=True)
    looked_why = models.TextField(blank=True, default="")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.TextField(blank=True, default="")
    ended_why = models.TextField(blank=True, default="")
    told_at = models.DateTimeField(null=True)
    told_by = models.TextField(blank=True, default="")
    told_how = models.TextField(blank=True, default="", choices=ToldHow.choices)
    told_language = models.TextField(blank=True, default="")
    withheld_why = models.TextField(blank=True, default="")
    withheld_until = models.DateTimeField(null=True)

    class Meta(Staged.Meta):
        indexes = (
            models.Index(
                fields=("person", "expires_at"), name="assessment_whose_status_holds",
                condition=Q(stood_until__isnull=True, state="in_force"),
            ),
        )  # fmt: skip
        constraints = (
            *Staged.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=StatusKind.values, state__in=StatusState.values),
                name="assessment_status_is_of_the_lists",
            ),
            models.CheckConstraint(
                condition=~Q(legal_basis="")
                & ~Q(evidence="")
                & ~Q(reasons="")
                & ~Q(proposed_by=""),
                name="assessment_status_says_on_what_it_rests",
            ),
            models.CheckConstraint(
                condition=~Q(owner="") & ~Q(owner_office=""), name="assessment_status_has_an_owner"
            ),
            models.CheckConstraint(
                condition=Q(since__lte=F("review_at"), review_at__lt=F("expires_at")),
                name="assessment_status_is_reviewed_before_it_ends",
            ),
            models.CheckConstraint(
                condition=Q(renews__isnull=True, new_evidence="")
                | (Q(renews__isnull=False) & ~Q(new_evidence="")),
                name="assessment_status_is_renewed_on_new_evidence",
            ),
            models.CheckConstraint(
                condition=Q(state="proposed", looked_by="", looked_at__isnull=True, looked_why="")
                | (
                    ~Q(state="proposed")
                    & ~Q(looked_by="")
                    & Q(looked_at__isnull=False)
                    & ~Q(looked_why="")
                ),
                name="assessment_status_is_looked_at_by_somebody_for_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=sorted(CONFIRMED)) | Q(looked_at__lt=F("expires_at")),
                name="assessment_status_is_confirmed_while_it_can_hold",
            ),
            models.CheckConstraint(
                condition=(Q(state__in=["ended", "lifted"]) & _ENDED)
                | (~Q(state__in=["ended", "lifted"]) & _NOT_ENDED),
                name="assessment_status_is_ended_by_somebody_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True)
                | Q(ended_at__gte=F("looked_at"), ended_at__lt=F("expires_at")),
                name="assessment_status_is_ended_before_it_ends",
            ),
            models.CheckConstraint(
                condition=_NOT_TOLD
                | (_TOLD & Q(looked_at__isnull=False, told_at__gte=F("looked_at"))),
                name="assessment_status_is_told_when_how_and_in_which_language",
            ),
            models.CheckConstraint(
                condition=Q(withheld_why="", withheld_until__isnull=True)
                | (
                    ~Q(withheld_why="")
                    & Q(told_at__isnull=False, withheld_until__isnull=False)
                    & Q(withheld_until__gt=F("told_at"))
                ),
                name="assessment_status_is_withheld_by_a_decision_that_is_reviewed",
            ),
        )
