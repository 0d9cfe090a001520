"""Second factors of an account: the code app, its recovery codes, the passkeys."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

RECOVERY_CODES = 10


class CodeApp(models.Model):
    """The app that shows a new six-digit code every 30 seconds (TOTP, RFC 6238). One an account.

    `secret` is encrypted. `last_step` is the 30-second step of the last code that counted: a code
    of that step or an older one never counts again.
    """

    account = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    secret = models.BinaryField()
    made_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    last_step = models.BigIntegerField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="code_app_used_from_its_confirmation",
                condition=Q(confirmed_at=None, last_step=None)
                | Q(confirmed_at__isnull=False, last_step__isnull=False),
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(
                name="code_app_step_only_grows",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__last_step__isnull=False)
                & (
                    pgtrigger.Q(new__last_step__isnull=True)
                    | pgtrigger.Q(new__last_step__lte=pgtrigger.F("old__last_step"))
                ),
            )
        ]


class RecoveryCode(models.Model):
    """One of ten codes for the day on which the phone is lost. Kept as an Argon2 digest."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    number = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=200)
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="recovery_code_numbered", fields=["account", "number"]),
            models.CheckConstraint(
                name="recovery_code_number_known",
                condition=Q(number__gte=1, number__lte=RECOVERY_CODES),
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(
                name="recovery_code_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__used_at__isnull=False),
            )
        ]


class Passkey(models.Model):
    """A key pair whose private half never leaves the holder's device (WebAuthn)."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    credential = models.BinaryField(unique=True)
    public_key = models.BinaryField()
    sign_count = models.BigIntegerField()
    name = models.CharField(max_length=100)
    made_at = models.DateTimeField()
    last_used = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="passkey_name_once", fields=["account", "name"]),
            models.CheckConstraint(name="passkey_has_a_name", condition=~Q(name="")),
        ]
