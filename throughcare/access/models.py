"""Who signs in, and what was given to whom, from when to when.

Rows are ended, never deleted. Who is a person in a file is a bare identifier: the room of people
lies above this one.
"""

from __future__ import annotations

from typing import ClassVar
from uuid import uuid4

import pgtrigger
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Length, Trim
from django.db.models.lookups import GreaterThanOrEqual

from throughcare.access.matrix import matrix
from throughcare.access.terms import Role

_ROLES = [(role.value, role.value) for role in Role]
_OPENED = sorted(code.value for code in matrix().break_glass.allowed)


def _period() -> Func:
    return Func(
        F("begins"), F("ends"), Value("[)"), function="TSTZRANGE", output_field=DateTimeRangeField()
    )


def _once(name: str, *same: str) -> ExclusionConstraint:
    """The same thing is not given twice for the same time."""
    columns = [(column, RangeOperators.EQUAL) for column in same]
    return ExclusionConstraint(name=name, expressions=[*columns, (_period(), "&&")])


def _ends_later(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(name=name, condition=Q(ends=None) | Q(ends__gt=F("begins")))


def _stays(name: str) -> pgtrigger.Protect:
    return pgtrigger.Protect(name=name, operation=pgtrigger.Delete)


class Account(AbstractBaseUser):
    """A member of staff, a partner, an inspector, a prisoner: somebody who signs in.

    `holder` is the human being: several accounts of one share it. `person` is the holder's own
    file, if there is one.
    """

    name = models.CharField(max_length=150, unique=True)
    is_active = models.BooleanField(default=True)
    holder = models.UUIDField(default=uuid4)
    person = models.UUIDField(null=True, blank=True)

    USERNAME_FIELD = "name"
    objects = BaseUserManager["Account"]()


class Post(models.Model):
    """An account's role at an establishment, for a time."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField(max_length=40, choices=_ROLES)
    establishment = models.CharField(max_length=250)
    begins = models.DateTimeField()
    ends = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="post_role_known", condition=Q(role__in=list(Role))),
            models.CheckConstraint(name="post_has_a_place", condition=~Q(establishment="")),
            _ends_later("post_ends_after_it_begins"),
            _once("post_once_at_a_time", "account", "role", "establishment"),
        ]
        triggers: ClassVar = [_stays("post_stays")]


class CaseAssignment(models.Model):
    """A person's case given to an account in a role; for a relative, what the prisoner allows."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="assignments")
    person = models.UUIDField()
    role = models.CharField(max_length=40, choices=_ROLES)
    begins = models.DateTimeField()
    ends = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="assignment_role_known", condition=Q(role__in=list(Role))),
            _ends_later("assignment_ends_after_it_begins"),
            _once("assignment_once_at_a_time", "account", "person", "role"),
        ]
        triggers: ClassVar = [_stays("assignment_stays")]


class Kinship(models.Model):
    """A person whom the holder of an account has declared as a relative."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="kinships")
    person = models.UUIDField()
    begins = models.DateTimeField()
    ends = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            _ends_later("kinship_ends_after_it_begins"),
            _once("kinship_once_at_a_time", "account", "person"),
        ]
        triggers: ClassVar = [_stays("kinship_stays")]


class BreakGlass(models.Model):
    """Emergency access to a person's compartment: for hours, confirmed, and reviewed."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="emergencies")
    role = models.CharField(max_length=40, choices=_ROLES)
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

    class Meta:
        constraints: ClassVar = [
            _ends_later("emergency_ends_after_it_begins"),
            models.CheckConstraint(
                name="emergency_only_where_listed", condition=Q(compartment__in=_OPENED)
            ),
            models.CheckConstraint(
                name="emergency_reason_long_enough",
                condition=Q(
                    GreaterThanOrEqual(Length(Trim("reason")), matrix().break_glass.shortest_reason)
                ),
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
                condition=Q(reviewed_at=None, reviewed_by=None, justified=None)
                | Q(
                    reviewed_at__gte=F("begins"),
                    reviewed_at__isnull=False,
                    reviewed_by__isnull=False,
                    justified__isnull=False,
                ),
            ),
        ]
        triggers: ClassVar = [_stays("emergency_stays")]
