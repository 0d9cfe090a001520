"""Emergency access: a few fields of one person, for hours, confirmed and reviewed by another."""

from __future__ import annotations

from datetime import timedelta
from functools import reduce
from operator import and_
from typing import ClassVar, Final

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length, Trim
from django.db.models.lookups import GreaterThanOrEqual

from throughcare.access.matrix import EmergencyRow, matrix
from throughcare.access.models.account import Account
from throughcare.access.models.given import (
    ROLES,
    as_given,
    ends_later,
    only_shorter,
    refusal,
    stays,
)
from throughcare.access.terms import Compartment

_ALLOWED: Final = sorted(matrix().break_glass.allowed.items())
_RULES: Final = matrix().break_glass
_CONFIRM: Final = F("begins") + timedelta(hours=_RULES.confirm_within_hours)
_REVIEW: Final = F("begins") + timedelta(hours=_RULES.review_within_hours)
_GIVEN: Final = (
    "account", "role", "place", "person", "compartment", "ground", "reason", "begins",
    "confirm_by", "review_by",
)  # fmt: skip


def _where(code: Compartment, condition: Q) -> Q:
    return ~Q(compartment=code.value) | condition


def _listed(row: EmergencyRow) -> Q:
    return Q(ground=row.ground, role__in=sorted(role.value for role in row.roles))


# The longest of them bounds all: where nothing is listed, nothing opens.
_IN_HOURS: Final = reduce(
    and_,
    [_where(code, Q(ends__lte=F("begins") + timedelta(hours=row.hours))) for code, row in _ALLOWED],
)
_FITS: Final = reduce(and_, [_where(code, _listed(row)) for code, row in _ALLOWED])


def another_human(name: str, column: str, taker: str) -> pgtrigger.Trigger:
    """The second person is another human being than the one who took the emergency access."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update,
        condition=pgtrigger.Q(**{f"new__{column}__isnull": False}),
        func=f"""
            IF (SELECT holder FROM access_account WHERE id = NEW.{column}_id) =
               (SELECT holder FROM access_account WHERE id = {taker}) THEN
                {refusal(name, "whoever took the emergency access is not the second person")}
            END IF;
            RETURN NULL;
        """,
    )


class BreakGlass(models.Model):
    """Emergency access to a person's compartment: for hours, confirmed, and reviewed."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="emergencies")
    role = models.CharField(max_length=40, choices=ROLES)
    place = models.CharField(max_length=250)
    person = models.UUIDField()
    compartment = models.CharField(max_length=3)
    ground = models.CharField(max_length=100)
    reason = models.TextField()
    begins = models.DateTimeField()
    ends = models.DateTimeField()
    # None: nobody else was on duty, so that nobody could confirm.
    confirm_by = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, related_name="confirmed_emergencies"
    )
    confirmed_at = models.DateTimeField(null=True)
    review_by = models.DateTimeField()
    reviewed_by = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, related_name="reviewed_emergencies"
    )
    reviewed_at = models.DateTimeField(null=True)
    justified = models.BooleanField(null=True)
    finding = models.TextField(blank=True, default="")

    class Meta:
        constraints: ClassVar = [
            ends_later("emergency_ends_after_it_begins"),
            models.CheckConstraint(
                name="emergency_only_where_listed",
                condition=Q(compartment__in=[code.value for code, _ in _ALLOWED]),
            ),
            models.CheckConstraint(name="emergency_ends_within_its_hours", condition=_IN_HOURS),
            models.CheckConstraint(name="emergency_ground_and_role_fit", condition=_FITS),
            models.CheckConstraint(
                name="emergency_reason_long_enough",
                condition=Q(GreaterThanOrEqual(Length(Trim("reason")), _RULES.shortest_reason)),
            ),
            models.CheckConstraint(
                name="emergency_waits_for_others_within_its_hours",
                condition=(Q(confirm_by=None) | Q(confirm_by__lte=_CONFIRM))
                & Q(review_by__lte=_REVIEW),
            ),
            models.CheckConstraint(
                name="emergency_not_confirmed_by_oneself",
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("account")),
            ),
            models.CheckConstraint(
                name="emergency_confirmed_in_time",
                condition=Q(confirmed_at=None, confirmed_by=None)
                | Q(
                    # Without this line an unknown moment makes the check unknown, and it passes.
                    confirmed_at__isnull=False,
                    confirmed_by__isnull=False,
                    confirmed_at__gte=F("begins"),
                    confirmed_at__lt=F("confirm_by"),
                    confirm_by__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="emergency_not_reviewed_by_oneself",
                condition=Q(reviewed_by=None) | ~Q(reviewed_by=F("account")),
            ),
            models.CheckConstraint(
                name="emergency_review_has_finding",
                condition=Q(reviewed_at=None, reviewed_by=None, justified=None, finding="")
                | Q(
                    ~Q(finding=""),
                    reviewed_at__gte=F("begins"),
                    reviewed_at__isnull=False,
                    reviewed_by__isnull=False,
                    justified__isnull=False,
                ),
            ),
        ]
        triggers: ClassVar = [
            stays("emergency_stays"),
            as_given("emergency_as_given", *_GIVEN),
            only_shorter("emergency_only_shorter"),
            another_human("emergency_confirmed_by_another", "confirmed_by", "NEW.account_id"),
            another_human("emergency_reviewed_by_another", "reviewed_by", "NEW.account_id"),
        ]
