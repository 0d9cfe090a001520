"""What somebody signs in with."""

from __future__ import annotations

from typing import ClassVar
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import check_password
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from throughcare.access.models.given import as_given, stays


def _never_apart(name: str, same: str, other: str) -> ExclusionConstraint:
    columns = [(same, RangeOperators.EQUAL), (other, RangeOperators.NOT_EQUAL)]
    return ExclusionConstraint(name=name, expressions=columns)


class Account(AbstractBaseUser):
    """A member of staff, a partner, an inspector, a prisoner: somebody who signs in.

    `holder` is the human being: several accounts of one share it. `person` is the holder's own
    file, if there is one. `must_change_password`: somebody else chose it, so it serves once.
    """

    name = models.CharField(max_length=150, unique=True)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)
    holder = models.UUIDField(default=uuid4)
    person = models.UUIDField(null=True, blank=True)

    USERNAME_FIELD = "name"
    objects = BaseUserManager["Account"]()

    class Meta:
        constraints: ClassVar = [
            _never_apart("account_file_has_one_holder", "person", "holder"),
            _never_apart("account_holder_has_one_file", "holder", "person"),
        ]
        triggers: ClassVar = [stays("account_stays"), as_given("account_holder_stays", "holder")]

    def check_password(self, raw_password: str | None) -> bool:
        """Whether it fits. Unlike Django's, never writes: each change has its entry."""
        return check_password(raw_password, self.password)
