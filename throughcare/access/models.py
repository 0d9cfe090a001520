"""Accounts: who signs in. What an account may do is said by its dated posts, not by the account."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class Account(AbstractBaseUser):
    """A member of staff, a partner, an inspector, a prisoner: somebody who signs in."""

    name = models.CharField(max_length=150, unique=True)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "name"
    objects = BaseUserManager["Account"]()
