"""Somebody of the case staff looks whether a full assessment is needed. Compartment PLN."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from throughcare.casework.assessment.models.staged import Staged
from throughcare.casework.assessment.terms import Outcome, ScreeningState, Trigger


class Screening(Staged):
    """Two questions and a reason; it holds once a second human being has confirmed it.

    `proposed_by` and `looked_by` are accounts. No outcome is a label, and nothing stands on the
    front page of a file because of one.
    """

    kind_of_judgement = "screening"
    states = ScreeningState

    trigger = models.TextField(choices=Trigger.choices)
    act = models.TextField()
    otherwise = models.TextField()
    outcome = models.TextField(choices=Outcome.choices)
    reasons = models.TextField()
    next_step = models.TextField(blank=True, default="")
    screened_at = models.DateTimeField()
    proposed_by = models.TextField()
    looked_by = models.TextField(blank=True, default="")
    looked_at = models.DateTimeField(null=True)
    looked_why = models.TextField(blank=True, default="")

    class Meta(Staged.Meta):
        constraints = (
            *Staged.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    trigger__in=Trigger.values, outcome__in=Outcome.values,
                    state__in=ScreeningState.values,
                ),
                name="assessment_screening_is_of_the_lists",
            ),
            models.CheckConstraint(
                condition=~Q(act="") & ~Q(otherwise="") & ~Q(reasons="") & ~Q(proposed_by=""),
                name="assessment_screening_answers_both_questions",
            ),
            models.CheckConstraint(
                condition=Q(outcome="no_further_step", next_step="")
                | (~Q(outcome="no_further_step") & ~Q(next_step="")),
                name="assessment_screening_says_what_comes_next",
            ),
            models.CheckConstraint(
                condition=Q(state="proposed", looked_by="", looked_at__isnull=True, looked_why="")
                | (
                    ~Q(state="proposed")
                    & ~Q(looked_by="")
                    & Q(looked_at__isnull=False)
                    & ~Q(looked_why="")
                ),
                name="assessment_screening_is_looked_at_by_somebody_for_a_reason",
            ),
        )  # fmt: skip
