"""Accounts as another house knows them."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q


class OutsideIdentity(models.Model):
    """An account's subject at an issuer (OpenID Connect). Given by an administrator, never made."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    issuer = models.CharField(max_length=500)
    subject = models.CharField(max_length=255)  # OpenID Connect Core, 2: at most 255 characters

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="subject_once", fields=["issuer", "subject"]),
            models.CheckConstraint(
                name="subject_is_written", condition=~Q(issuer="") & ~Q(subject="")
            ),
        ]
