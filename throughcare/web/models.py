"""Attempts to sign in that have not succeeded: what the lock counts."""

from __future__ import annotations

from django.db import models


class FailedSignIn(models.Model):
    """One attempt. The name is kept as a keyed digest: people type passwords into that field."""

    name_digest = models.CharField(max_length=64)
    address = models.GenericIPAddressField()
    at = models.DateTimeField()

    class Meta:
        indexes = (
            models.Index(fields=["name_digest", "at"], name="failed_by_name"),
            models.Index(fields=["address", "at"], name="failed_by_address"),
        )
