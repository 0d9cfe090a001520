"""The person appeals against a classification, in own words, and somebody else decides. PLN."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from throughcare.casework.assessment.board_terms import AppealState
from throughcare.casework.assessment.models.classification import Classification
from throughcare.casework.assessment.models.staged import Staged


class Appeal(Staged):
    """`classification`: the first row of what is appealed against. `own_hand` as in a contest."""

    kind_of_judgement = "appeal"
    states = AppealState

    classification = models.ForeignKey(Classification, models.PROTECT, related_name="+")
    words = models.TextField()
    language = models.TextField()
    own_hand = models.BooleanField()
    appealed_at = models.DateTimeField()
    decided_by = models.TextField(blank=True, default="")
    decided_at = models.DateTimeField(null=True)
    reasons = models.TextField(blank=True, default="")

    class Meta(Staged.Meta):
        constraints = (
            *Staged.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state__in=AppealState.values) & ~Q(words="") & ~Q(language=""),
                name="assessment_appeal_has_the_words_of_the_person",
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", decided_by="", decided_at__isnull=True, reasons="")
                | (
                    ~Q(state="waiting")
                    & ~Q(decided_by="")
                    & Q(decided_at__isnull=False)
                    & ~Q(reasons="")
                ),
                name="assessment_appeal_is_decided_by_somebody_for_reasons",
            ),
        )
