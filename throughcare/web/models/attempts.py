"""Attempts to sign in that have not succeeded: what the lock counts."""

from __future__ import annotations

from django.db import models


class FailedSignIn(models.Model):
    """One attempt. The name is kept as a keyed digest: people type passwords into that field.

    `refused` marks the first attempt that met the closed lock: it is not counted, it only keeps
    the register from being filled by one who goes on trying.
    """

    name_digest = models.CharField(max_length=64)
    address = models.GenericIPAddressField()
    at = models.DateTimeField()
    refused = models.BooleanField(default=False)

    class Meta:
        indexes = (
            models.Index(fields=["name_digest", "at"], name="failed_by_name"),
            models.Index(fields=["address", "at"], name="failed_by_address"),
        )
