"""What the person was told and said, and that it was withdrawn. Compartment PRG."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from throughcare.casework.programmes.models.referral import Referral
from throughcare.casework.programmes.terms import ConsentState, SaidHow, ToldHow
from throughcare.casework.rows.record import Record


class Consent(Record):
    """The person's word on one referral, given once. `referral`: its first row.

    `shares`: the circles of `circles.yaml` that may read of progress; it may be none. `guardian`:
    who answers for a child and was informed, when. `told_what` says too that nothing of it serves a
    case: whoever is untried is told so.
    """

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="+")
    state = models.TextField(choices=ConsentState.choices)
    said_at = models.DateTimeField()
    language = models.TextField()
    told_how = models.TextField(choices=ToldHow.choices)
    told_what = models.TextField()
    shares = models.JSONField(default=list)
    guardian = models.TextField(blank=True, default="")
    guardian_at = models.DateTimeField(null=True)

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state__in=ConsentState.values, told_how__in=ToldHow.values)
                & ~Q(language="")
                & ~Q(told_what=""),
                name="programmes_consent_is_informed",
            ),
            models.CheckConstraint(
                condition=Q(guardian="", guardian_at__isnull=True)
                | (~Q(guardian="") & Q(guardian_at__isnull=False)),
                name="programmes_guardian_is_informed_at_a_time",
            ),
            models.UniqueConstraint(
                fields=("referral",), condition=Q(stood_until__isnull=True),
                name="programmes_consent_is_said_once",
            ),
        )  # fmt: skip


class Withdrawal(Record):
    """That the person takes it back. It holds from `withdrawn_at`, whatever else is written.

    Put down by whoever hears of it, or by the person's own account. Nobody asks why.
    """

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField()
    how = models.TextField(choices=SaidHow.choices)

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(how__in=SaidHow.values), name="programmes_withdrawal_is_said_somehow"
            ),
            models.UniqueConstraint(
                fields=("referral",), condition=Q(stood_until__isnull=True),
                name="programmes_withdrawn_once",
            ),
        )  # fmt: skip
