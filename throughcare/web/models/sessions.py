"""Sessions as people see them, and what was typed when one ended too early."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q


class OpenSession(models.Model):
    """One session of an account on one device, from its beginning to its end.

    The session names its row; a row that has ended closes the session at its next request.
    `form_key` is the digest of the secret in this session's forms: it tells whose a form is, even
    after the session has gone.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    began = models.DateTimeField()
    last_seen = models.DateTimeField()
    ended = models.DateTimeField(null=True)
    address = models.GenericIPAddressField()
    agent = models.CharField(max_length=300)
    form_key = models.CharField(max_length=64, unique=True)

    class Meta:
        indexes = (models.Index(fields=["account", "last_seen"], name="open_session_of_account"),)
        constraints: ClassVar = [
            models.CheckConstraint(
                name="session_seen_after_it_began", condition=Q(last_seen__gte=F("began"))
            ),
            models.CheckConstraint(
                name="session_ends_after_it_began",
                condition=Q(ended=None) | Q(ended__gte=F("began")),
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(
                name="session_stays_ended",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__ended__isnull=False),
            )
        ]


class KeptForm(models.Model):
    """What somebody typed, encrypted, until the same account is back in the same browser."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    browser = models.CharField(max_length=64, db_index=True)
    content = models.BinaryField()
    kept_at = models.DateTimeField()
