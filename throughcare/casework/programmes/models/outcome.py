"""What comes of it: a certificate, a literacy check, a look at a measure after a refusal. PRG."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from throughcare.casework.programmes.models.referral import Referral
from throughcare.casework.programmes.terms import Reads
from throughcare.casework.rows.record import Record


class Certificate(Record):
    """What the holder shows to others: a course, its level, hours, day and who gives it.

    Nothing of it says where it was earned. `certified_by` never enrolled the person.
    """

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="+")
    course = models.TextField()
    level = models.TextField()
    hours = models.PositiveIntegerField()
    issued_on = models.DateField()
    issuer = models.TextField()
    language = models.TextField()
    certified_by = models.TextField()

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(course="") & ~Q(level="") & ~Q(issuer="") & ~Q(certified_by=""),
                name="programmes_certificate_says_what_and_who",
            ),
            models.CheckConstraint(
                condition=Q(hours__gt=0), name="programmes_certificate_is_of_some_hours"
            ),
            models.UniqueConstraint(
                fields=("referral",), condition=Q(stood_until__isnull=True),
                name="programmes_certified_once",
            ),
        )  # fmt: skip


class LiteracyCheck(Record):
    """Whether the person reads and writes, in any language. No mark: it opens a school place."""

    checked_at = models.DateTimeField()
    reads = models.TextField(choices=Reads.choices)

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(reads__in=Reads.values, checked_at__lte=F("recorded_at")),
                name="programmes_literacy_check_is_of_the_past",
            ),
        )


class RefusalReview(Record):
    """A measure against somebody who had declined or left, and the look of another authority at it.

    `referral`: its first row. `measure`: which, in words, `measure_at` when. `reviewed_by` is an
    account of somebody who did not write the measure down.
    """

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="+")
    measure = models.TextField()
    measure_at = models.DateTimeField()
    noted_by = models.TextField()
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = models.TextField(blank=True, default="")
    authority = models.TextField(blank=True, default="")
    found = models.TextField(blank=True, default="")

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(measure="") & ~Q(noted_by=""),
                name="programmes_measure_after_refusal_is_named",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_at__isnull=True, reviewed_by="", authority="", found="")
                | (
                    Q(reviewed_at__gte=F("measure_at"))
                    & ~Q(reviewed_by="")
                    & ~Q(authority="")
                    & ~Q(found="")
                ),
                name="programmes_refusal_is_reviewed_by_an_authority",
            ),
        )
