"""Tokens, the answers kept for repeated requests, and attempts with a wrong token."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from throughcare.access.terms import Role


class Token(models.Model):
    """Leave for a machine to act as an account in one role at one place, in [begins, ends).

    Only the SHA-256 digest of the secret is kept. `ended_at` ends it before its time.
    """

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="tokens"
    )
    role = models.CharField(max_length=40)
    establishment = models.CharField(max_length=250)
    digest = models.CharField(max_length=64, unique=True)
    label = models.CharField(max_length=100)
    made_at = models.DateTimeField()
    begins = models.DateTimeField()
    ends = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="token_role_known", condition=Q(role__in=list(Role))),
            models.CheckConstraint(name="token_has_a_place", condition=~Q(establishment="")),
            models.CheckConstraint(name="token_has_a_label", condition=~Q(label="")),
            models.CheckConstraint(
                name="token_keeps_only_a_digest", condition=Q(digest__regex=r"^[0-9a-f]{64}$")
            ),
            models.CheckConstraint(
                name="token_ends_after_it_begins", condition=Q(ends__gt=F("begins"))
            ),
            models.CheckConstraint(
                name="token_is_not_ended_before_it_is_made",
                condition=Q(ended_at=None) | Q(ended_at__gte=F("made_at")),
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.ReadOnly(name="tokens_are_only_ended", exclude=["ended_at"]),
            pgtrigger.Protect(
                name="ended_token_stays_so",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__ended_at__isnull=False),
            ),
            pgtrigger.Protect(name="tokens_are_not_deleted", operation=pgtrigger.Delete),
        ]


class KeptAnswer(models.Model):
    """What a changing request was answered, so that its repetition changes nothing twice.

    `body` can be opened only with the token's secret, which is not kept. Until `expires_at`.
    """

    token = models.ForeignKey(Token, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=128)
    request_digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    content_type = models.CharField(max_length=100)
    body = models.BinaryField()
    expires_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="answer_kept_once_for_a_key", fields=["token", "key"]),
            models.CheckConstraint(
                name="answer_of_a_failure_is_not_kept",
                condition=Q(status__gte=200, status__lt=500),
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(name="kept_answers_are_not_changed", operation=pgtrigger.Update)
        ]


class FailedToken(models.Model):
    """One attempt with a token that opens nothing. What was presented is not kept.

    `address` is None where the web server tells none (it listens on a Unix socket).
    """

    address = models.GenericIPAddressField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["address", "at"], name="failed_token_by_address"),)
