"""What was typed and not sent, and which forms were sent. Both belong to one account."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q


class Draft(models.Model):
    """What an account typed into a form, under the key of the form.

    `way` is the page of the form, by which it is opened again; `typed` holds each field's values.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.UUIDField()
    form = models.TextField()
    way = models.TextField()
    typed = models.JSONField()
    kept_at = models.DateTimeField()

    class Meta:
        indexes = (
            models.Index(fields=("account", "-kept_at"), name="drafts_of_account"),
            models.Index(fields=("kept_at",), name="drafts_by_age"),
        )
        constraints = (
            models.UniqueConstraint(fields=("account", "key"), name="drafts_one_for_each_form"),
            models.CheckConstraint(
                condition=Q(way__startswith="/") & ~Q(way__startswith="//"),
                name="drafts_lead_to_a_page_of_the_service",
            ),
        )


class Sent(models.Model):
    """A form that was sent: its key, what was in it as a digest, and where it led."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.UUIDField()
    digest = models.CharField(max_length=64)
    led_to = models.TextField(default="")
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("at",), name="sent_by_age"),)
        constraints = (
            models.UniqueConstraint(fields=("account", "key"), name="sent_once"),
            models.CheckConstraint(
                condition=Q(digest__regex=r"^[0-9a-f]{64}$"), name="sent_digest_is_a_digest"
            ),
        )
