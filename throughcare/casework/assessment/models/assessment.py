"""An assessment by trained people: evidence, ratings in words, and a judgement. Compartment PSY.

No column holds a total, a weight or a rank, and none is ever computed (a test reads the schema).
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from throughcare.casework.assessment.assess_terms import (
    AssessmentState,
    Confidence,
    Extent,
    Purpose,
    TookPart,
)
from throughcare.casework.assessment.models.screening import Screening
from throughcare.casework.assessment.models.staged import Staged

_SHARED = ~Q(shared="") & ~Q(strengths="") & ~Q(gaps="") & ~Q(confidence="")


class Assessment(Staged):
    """One assessment, from the first source to its approval; accounts are in `..._by`.

    `judged` and `second_judged`: the final judgements of the two raters by the ids of the tool.
    `shared`, `strengths`, `confidence`, `gaps`: what colleagues without the psychological file
    read, once it is approved and until `valid_until`. `differs`: the two raters are two levels
    apart somewhere, or judge differently in the end; then `consensus` says what they make of it.
    """

    kind_of_judgement = "assessment"
    states = AssessmentState
    # A draft is no reason: nobody may see, not even by the time it takes, that somebody rates.
    told_when = "state IN ('approved', 'set_aside')"

    purpose = models.TextField(choices=Purpose.choices)
    extent = models.TextField(choices=Extent.choices)
    legal_basis = models.TextField()
    screening = models.ForeignKey(Screening, models.PROTECT, null=True, related_name="+")
    tool = models.TextField()
    tool_version = models.TextField()
    tool_language = models.TextField()
    tool_digest = models.TextField()
    assessed_by = models.TextField()
    begun_at = models.DateTimeField()
    took_part = models.TextField(choices=TookPart.choices, default=TookPart.NOT_ASKED)
    own_view = models.TextField(blank=True, default="")
    helped_by = models.TextField(blank=True, default="")
    judged = models.JSONField(default=dict)
    shared = models.TextField(blank=True, default="")
    strengths = models.TextField(blank=True, default="")
    confidence = models.TextField(blank=True, default="", choices=Confidence.choices)
    gaps = models.TextField(blank=True, default="")
    rated_at = models.DateTimeField(null=True)
    needs_second = models.BooleanField()
    second_by = models.TextField(blank=True, default="")
    second_judged = models.JSONField(default=dict)
    second_at = models.DateTimeField(null=True)
    differs = models.BooleanField(default=False)
    consensus = models.TextField(blank=True, default="")
    approved_by = models.TextField(blank=True, default="")
    approved_at = models.DateTimeField(null=True)
    approved_why = models.TextField(blank=True, default="")
    valid_until = models.DateTimeField(null=True)
    stopped_why = models.TextField(blank=True, default="")

    class Meta(Staged.Meta):
        constraints = (
            *Staged.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    purpose__in=Purpose.values, extent__in=Extent.values,
                    state__in=AssessmentState.values, took_part__in=TookPart.values,
                    confidence__in=["", *Confidence.values],
                ),
                name="assessment_assessment_is_of_the_lists",
            ),
            models.CheckConstraint(
                condition=~Q(legal_basis="") & ~Q(tool="") & ~Q(assessed_by=""),
                name="assessment_says_its_basis_its_tool_and_its_assessor",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["preparing", "stopped"])
                | (Q(rated_at__isnull=False) & _SHARED & ~Q(took_part="not_asked")),
                name="assessment_rated_says_what_others_need_and_heard_the_person",
            ),
            models.CheckConstraint(
                condition=~Q(state="compared") | (~Q(second_by="") & Q(second_at__isnull=False)),
                name="assessment_compared_has_a_second_rater",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["approved", "set_aside"])
                & ~Q(approved_by="")
                & ~Q(approved_why="")
                & Q(approved_at__isnull=False, valid_until__gt=F("approved_at"))
                | ~Q(state__in=["approved", "set_aside"])
                & Q(approved_by="", approved_at__isnull=True, valid_until__isnull=True),
                name="assessment_approved_by_somebody_and_for_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state="approved")
                | (
                    (Q(needs_second=False) | Q(second_at__isnull=False))
                    & (Q(differs=False) | ~Q(consensus=""))
                ),
                name="assessment_approved_only_with_the_second_rater_and_consensus",
            ),
            models.CheckConstraint(
                condition=Q(state="stopped") & ~Q(stopped_why="")
                | ~Q(state="stopped") & Q(stopped_why=""),
                name="assessment_stopped_for_a_reason",
            ),
        )  # fmt: skip
