"""Whose case was given to whom, and whom somebody has declared as a relative."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from throughcare.access.models.account import Account
from throughcare.access.models.given import (
    ROLES,
    as_given,
    ends_no_earlier,
    known_role,
    once,
    only_shorter,
    stays,
)


class CaseAssignment(models.Model):
    """A person's case given to an account in a role; for a relative, what the prisoner allows.

    One that ends as it begins was withdrawn before it began.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="assignments")
    person = models.UUIDField()
    role = models.CharField(max_length=40, choices=ROLES)
    begins = models.DateTimeField()
    ends = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            known_role("assignment_role_known"),
            ends_no_earlier("assignment_ends_no_earlier_than_it_begins"),
            once("assignment_once_at_a_time", "account", "person", "role"),
        ]
        triggers: ClassVar = [
            stays("assignment_stays"),
            as_given("assignment_as_given", "account", "person", "role", "begins"),
            only_shorter("assignment_only_shorter"),
        ]


class Kinship(models.Model):
    """A person whom the holder of an account has declared as a relative."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="kinships")
    person = models.UUIDField()
    begins = models.DateTimeField()
    ends = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            ends_no_earlier("kinship_ends_no_earlier_than_it_begins"),
            once("kinship_once_at_a_time", "account", "person"),
        ]
        triggers: ClassVar = [
            stays("kinship_stays"),
            as_given("kinship_as_given", "account", "person", "begins"),
            only_shorter("kinship_only_shorter"),
        ]
