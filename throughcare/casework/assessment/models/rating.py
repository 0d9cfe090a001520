"""What an assessment stands on: sources, ratings with evidence, and advice. Compartment PSY."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from throughcare.casework.assessment.assess_terms import Advice, Reliability, SourceKind
from throughcare.casework.assessment.models.assessment import Assessment
from throughcare.casework.rows.record import Record


class OfAssessment(Record):
    """`assessment`: the first row of the assessment that it belongs to."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="+")

    class Meta(Record.Meta):
        abstract = True


class Source(OfAssessment):
    """Somebody or something that was consulted: kind, day, and how far it can be relied on."""

    # As of its assessment: of a draft not even this shows.
    told_when = (
        "EXISTS (SELECT FROM assessment_assessment a "
        "WHERE a.first = assessment_id AND a.state IN ('approved', 'set_aside'))"
    )

    kind = models.TextField(choices=SourceKind.choices)
    what = models.TextField()
    dated = models.DateField()
    reliability = models.TextField(choices=Reliability.choices)

    class Meta(OfAssessment.Meta):
        constraints = (
            *OfAssessment.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=SourceKind.values, reliability__in=Reliability.values)
                & ~Q(what=""),
                name="assessment_source_says_what_and_how_reliable",
            ),
        )


class Rating(OfAssessment):
    """One rater's answer to one item: a code of the tool, with the evidence in words.

    The code is a label of the tool's scale. `single_source`: only one source says so, and the
    reader is told.
    """

    rater = models.TextField()
    item = models.TextField()
    code = models.TextField()
    evidence = models.TextField(blank=True, default="")
    sources = ArrayField(models.UUIDField(), default=list)
    single_source = models.BooleanField(default=False)

    class Meta(OfAssessment.Meta):
        constraints = (
            *OfAssessment.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(item="") & ~Q(code="") & ~Q(rater=""),
                name="assessment_rating_says_what_and_who",
            ),
            models.UniqueConstraint(
                fields=("assessment", "rater", "item"), condition=Q(stood_until__isnull=True),
                name="assessment_one_rating_of_an_item_by_a_rater",
            ),
        )  # fmt: skip


class Recommendation(OfAssessment):
    """What should be done, why, by whom and until when. A limit says what less was considered."""

    kind = models.TextField(choices=Advice.choices)
    what = models.TextField()
    reason = models.TextField()
    owner = models.TextField()
    due = models.DateField()
    lesser = models.TextField(blank=True, default="")

    class Meta(OfAssessment.Meta):
        constraints = (
            *OfAssessment.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(what="") & ~Q(reason="") & ~Q(owner=""),
                name="assessment_advice_says_what_why_and_who",
            ),
            models.CheckConstraint(
                condition=Q(kind="help") | (Q(kind="limit") & ~Q(lesser="")),
                name="assessment_limit_says_what_less_was_considered",
            ),
        )
