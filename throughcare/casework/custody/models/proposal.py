"""What one person alone may not do: proposed by one, decided by another."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Q

from throughcare.casework.custody.terms import ProposedAct

_LATER = ("decided_by", "decided_at", "agreed", "decided_why")


class Proposal(models.Model):
    """An act that waits for a second person, or that one has decided on. Compartment ID.

    `row` is the stay it is about as it stood then: once that stay is changed, the proposal is
    about nothing. `changes` holds the corrected columns, moments as ISO 8601.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    act = models.TextField(choices=ProposedAct)
    row = models.UUIDField()
    changes = models.JSONField()
    reason = models.TextField()
    proposed_by = models.TextField()
    proposed_at = models.DateTimeField()
    decided_by = models.TextField(null=True)
    decided_at = models.DateTimeField(null=True)
    agreed = models.BooleanField(null=True)
    decided_why = models.TextField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(act__in=ProposedAct.values) & ~Q(reason="") & ~Q(proposed_by=""),
                name="custody_proposal_says_what_and_why",
            ),
            models.CheckConstraint(
                condition=Q(
                    decided_by__isnull=True, decided_at__isnull=True, agreed__isnull=True,
                    decided_why__isnull=True,
                )
                | Q(
                    decided_by__isnull=False, decided_at__gte=F("proposed_at"),
                    agreed__isnull=False, decided_why__gt="",
                ),
                name="custody_proposal_is_decided_whole",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("proposed_by")),
                name="custody_proposal_is_decided_by_another",
            ),
            models.UniqueConstraint(
                fields=("row", "act"), condition=Q(decided_at__isnull=True),
                name="custody_one_proposal_waits_at_a_time",
            ),
        )  # fmt: skip
        triggers = (
            pgtrigger.ReadOnly(name="proposals_are_not_changed", exclude=[*_LATER]),
            pgtrigger.Protect(
                name="what_is_decided_stays_so",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__decided_at__isnull=False),
            ),
            pgtrigger.Protect(name="proposals_are_not_deleted", operation=pgtrigger.Delete),
        )
