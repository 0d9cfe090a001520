"""What stands beside the plan: reports in the file, and whose case it is. Compartment PLN."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from throughcare.casework.plans.models.versioned import Versioned
from throughcare.casework.plans.terms import ReportKind


class Report(Versioned):
    """That a report is in the file: when, by whom, where it lies. Not what it says.

    `health_part`: full reports have one of the health staff among them (Mandela Rule 92.2).
    """

    kind = models.TextField(choices=ReportKind.choices)
    received_at = models.DateTimeField()
    written_by = models.TextField()
    where = models.TextField()
    health_part = models.BooleanField(default=False)

    class Meta(Versioned.Meta):
        constraints = (
            *Versioned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=ReportKind.values) & ~Q(written_by="") & ~Q(where=""),
                name="plans_report_says_by_whom_and_where",
            ),
            models.CheckConstraint(
                condition=Q(received_at__lte=F("recorded_at")), name="plans_report_is_there_by_now"
            ),
        )


class Caring(Versioned):
    """Which social worker cares for ties and rights, in [since, until) (Mandela Rule 88.2).

    `account` is the worker's; an end is a new row.
    """

    account = models.TextField()
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta(Versioned.Meta):
        constraints = (
            *Versioned.Meta.constraints,
            models.CheckConstraint(condition=~Q(account=""), name="plans_somebody_cares"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="plans_care_ends_after_it_begins",
            ),
        )
