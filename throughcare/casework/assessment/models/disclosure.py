"""What the person was told of an assessment, what was kept back, and what the person says to it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from throughcare.casework.assessment.assess_terms import AssessmentContestState
from throughcare.casework.assessment.models.rating import OfAssessment
from throughcare.casework.assessment.models.staged import Staged
from throughcare.casework.assessment.status_terms import ToldHow


class Disclosure(OfAssessment):
    """The plain summary that the person got. Compartment PSY.

    `withheld` says in words which part was kept back, by whose decision, why, and when that is
    looked at again; all four or none. `comment`: what the person says, in own words.
    """

    told_at = models.DateTimeField()
    language = models.TextField()
    how = models.TextField(choices=ToldHow.choices)
    summary = models.TextField()
    withheld = models.TextField(blank=True, default="")
    withheld_why = models.TextField(blank=True, default="")
    withheld_by = models.TextField(blank=True, default="")
    withheld_review = models.DateField(null=True)
    comment = models.TextField(blank=True, default="")

    class Meta(OfAssessment.Meta):
        constraints = (
            *OfAssessment.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(summary="") & ~Q(language="") & Q(how__in=ToldHow.values),
                name="assessment_disclosure_says_what_and_how",
            ),
            models.CheckConstraint(
                condition=Q(told_at__lte=F("recorded_at")),
                name="assessment_disclosure_tells_of_what_was",
            ),
            models.CheckConstraint(
                condition=Q(
                    withheld="", withheld_why="", withheld_by="", withheld_review__isnull=True
                )
                | (
                    ~Q(withheld="")
                    & ~Q(withheld_why="")
                    & ~Q(withheld_by="")
                    & Q(withheld_review__isnull=False)
                ),
                name="assessment_withheld_by_somebody_for_a_reason_and_a_time",
            ),
        )  # fmt: skip


class AssessmentContest(Staged):
    """The person says why an assessment is wrong, and somebody who had no hand in it looks. PLN.

    `assessment`: its first row. `own_hand`: the person wrote it with an own account.
    """

    kind_of_judgement = "assessment_contest"
    states = AssessmentContestState

    assessment = models.UUIDField()
    words = models.TextField()
    language = models.TextField()
    own_hand = models.BooleanField()
    contested_at = models.DateTimeField()
    decided_by = models.TextField(blank=True, default="")
    decided_at = models.DateTimeField(null=True)
    reasons = models.TextField(blank=True, default="")

    class Meta(Staged.Meta):
        constraints = (
            *Staged.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state__in=AssessmentContestState.values)
                & ~Q(words="")
                & ~Q(language=""),
                name="assessment_contest_of_it_has_the_words_of_the_person",
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", decided_by="", decided_at__isnull=True, reasons="")
                | (
                    ~Q(state="waiting")
                    & ~Q(decided_by="")
                    & Q(decided_at__isnull=False)
                    & ~Q(reasons="")
                ),
                name="assessment_contest_of_it_is_decided_by_somebody_for_reasons",
            ),
        )
