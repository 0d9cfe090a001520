"""The person says why a status is wrong, in own words, and somebody else decides. PLN."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from throughcare.casework.assessment.models.staged import Staged
from throughcare.casework.assessment.models.status import Status
from throughcare.casework.assessment.status_terms import ContestState


class StatusContest(Staged):
    """`status`: the first row of what is contested. `own_hand`: the person wrote it with an own
    account; otherwise staff wrote down what the person said.

    The state is what came of it; `until`: the end that a shortened status has since.
    """

    kind_of_judgement = "status_contest"
    states = ContestState

    status = models.ForeignKey(Status, models.PROTECT, related_name="+")
    words = models.TextField()
    language = models.TextField()
    own_hand = models.BooleanField()
    contested_at = models.DateTimeField()
    decided_by = models.TextField(blank=True, default="")
    decided_at = models.DateTimeField(null=True)
    reasons = models.TextField(blank=True, default="")
    until = models.DateTimeField(null=True)

    class Meta(Staged.Meta):
        constraints = (
            *Staged.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state__in=ContestState.values) & ~Q(words="") & ~Q(language=""),
                name="assessment_contest_has_the_words_of_the_person",
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", decided_by="", decided_at__isnull=True, reasons="")
                | (
                    ~Q(state="waiting")
                    & ~Q(decided_by="")
                    & Q(decided_at__isnull=False)
                    & ~Q(reasons="")
                ),
                name="assessment_contest_is_decided_by_somebody_for_reasons",
            ),
            models.CheckConstraint(
                condition=Q(state="shortened", until__isnull=False)
                | (~Q(state="shortened") & Q(until__isnull=True)),
                name="assessment_contest_says_until_when_it_shortens",
            ),
        )
