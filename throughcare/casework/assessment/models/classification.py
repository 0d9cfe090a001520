"""Which security level and which place a board found right, and on what it rests. PLN."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.db.models import F, Q

from throughcare.casework.assessment.board_terms import (
    ClassificationState,
    FactorKind,
    Level,
    Model,
    Weighs,
)
from throughcare.casework.assessment.models.board import Board
from throughcare.casework.assessment.models.staged import Staged
from throughcare.casework.assessment.status_terms import ToldHow
from throughcare.casework.rows.record import Record

_NOT_TOLD: Final = Q(told_at__isnull=True, told_by="", told_how="", told_language="")
_TOLD: Final = Q(told_at__isnull=False, told_how__in=ToldHow.values) & (
    ~Q(told_by="") & ~Q(told_language="")
)
_NOT_LOOKED: Final = Q(looked_by="", looked_at__isnull=True, looked_why="")
_LOOKED: Final = ~Q(looked_by="") & Q(looked_at__isnull=False) & ~Q(looked_why="")


class Classification(Staged):
    """It holds from the signature of a second member until its review, and no longer.

    `lower_why`: why the next lower level is not enough. `departs_from` and `departs_why`: what the
    board was advised, and why it decided otherwise. `model` is said of people with a status that
    holds, and of nobody else. `wish`, `care`, `violence`, `mind` and `dependency` are
    answers to what must be asked; NOT_KNOWN is one. `place` is the path of a unit. `looked_seen` is
    the digest of the rows that the second member was shown.
    """

    kind_of_judgement = "classification"
    states = ClassificationState

    board = models.ForeignKey(Board, models.PROTECT, related_name="+")
    level = models.TextField(choices=Level.choices)
    place = models.TextField(blank=True, default="")
    reasons = models.TextField()
    besides = models.TextField(blank=True, default="")
    lower_why = models.TextField(blank=True, default="")
    departs_from = models.TextField(blank=True, default="")
    departs_why = models.TextField(blank=True, default="")
    model = models.TextField(blank=True, default="", choices=Model.choices)
    model_why = models.TextField(blank=True, default="")
    wish = models.TextField()
    care = models.TextField(blank=True, default="")
    violence = models.TextField(blank=True, default="")
    mind = models.TextField(blank=True, default="")
    dependency = models.TextField(blank=True, default="")
    decided_at = models.DateTimeField()
    review_at = models.DateTimeField()
    minuted_by = models.TextField()
    looked_by = models.TextField(blank=True, default="")
    looked_at = models.DateTimeField(null=True)
    looked_why = models.TextField(blank=True, default="")
    looked_seen = models.TextField(blank=True, default="")
    told_at = models.DateTimeField(null=True)
    told_by = models.TextField(blank=True, default="")
    told_how = models.TextField(blank=True, default="", choices=ToldHow.choices)
    told_language = models.TextField(blank=True, default="")
    ended_at = models.DateTimeField(null=True)

    class Meta(Staged.Meta):
        indexes = (
            models.Index(
                fields=("person", "review_at"), name="assessment_whose_level_holds",
                condition=Q(stood_until__isnull=True, state="in_force"),
            ),
        )  # fmt: skip
        constraints = (
            *Staged.Meta.constraints,
            models.CheckConstraint(
                condition=Q(level__in=Level.values, state__in=ClassificationState.values)
                & Q(model__in=["", *Model.values]),
                name="assessment_classification_is_of_the_lists",
            ),
            models.CheckConstraint(
                condition=~Q(reasons="") & ~Q(wish="") & ~Q(minuted_by=""),
                name="assessment_classification_has_reasons_and_the_wish",
            ),
            models.CheckConstraint(
                condition=Q(level="open", lower_why="") | (~Q(level="open") & ~Q(lower_why="")),
                name="assessment_level_is_the_least_that_is_enough",
            ),
            models.CheckConstraint(
                condition=Q(departs_from="", departs_why="")
                | (~Q(departs_from="") & ~Q(departs_why="")),
                name="assessment_board_departs_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(model="", model_why="") | (~Q(model="") & ~Q(model_why="")),
                name="assessment_model_is_chosen_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(decided_at__lt=F("review_at")),
                name="assessment_classification_is_reviewed",
            ),
            models.CheckConstraint(
                condition=(Q(state="minuted") & _NOT_LOOKED) | (~Q(state="minuted") & _LOOKED),
                name="assessment_classification_is_signed_for_a_reason",
            ),
            models.CheckConstraint(
                condition=_NOT_TOLD
                | (_TOLD & Q(looked_at__isnull=False, told_at__gte=F("decided_at"))),
                name="assessment_classification_is_told_when_and_how",
            ),
            models.CheckConstraint(
                condition=Q(state="set_aside", ended_at__isnull=False)
                | (~Q(state="set_aside") & Q(ended_at__isnull=True)),
                name="assessment_classification_is_set_aside_at_a_time",
            ),
        )


class Factor(Record):
    """One thing that was weighed. `classification`: its first row. `words`: the facts."""

    classification = models.ForeignKey(Classification, models.PROTECT, related_name="+")
    kind = models.TextField(choices=FactorKind.choices)
    weighs = models.TextField(choices=Weighs.choices)
    words = models.TextField()

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=FactorKind.values, weighs__in=Weighs.values) & ~Q(words=""),
                name="assessment_factor_says_what_was_weighed",
            ),
            models.UniqueConstraint(
                fields=("classification", "kind"), condition=Q(stood_until__isnull=True),
                name="assessment_factor_is_weighed_once",
            ),
        )  # fmt: skip
