"""The drafts of an account, and where its forms led: nobody else's."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from throughcare.web.drafts.errors import SentAlready
from throughcare.web.drafts.models import Draft, Sent


def drafts_of(account: int, *, at: datetime) -> list[Draft]:
    """The account's drafts that are not too old, the latest first."""
    since = at - timedelta(days=settings.DRAFT_DAYS)
    mine = Draft.objects.filter(account=account, kept_at__gt=since)
    return list(mine.order_by("-kept_at"))


def draft_of(account: int, key: UUID, *, at: datetime) -> Draft | None:
    """The account's own draft of the form with this key, if there is one and it is not too old."""
    since = at - timedelta(days=settings.DRAFT_DAYS)
    return Draft.objects.filter(account=account, key=key, kept_at__gt=since).first()


def is_spent(account: int, key: UUID) -> bool:
    """Whether the account has sent the form with this key."""
    return Sent.objects.filter(account=account, key=key).exists()


def where_it_led(account: int, key: UUID, digest: str) -> str:
    """Where the account's form with this key led. Raises SentAlready for other words in it."""
    sent = Sent.objects.get(account=account, key=key)
    if sent.digest != digest:
        raise SentAlready(
            _("this form was sent before, with other words in it"),
            remedy=_("look at the file: if this is a further entry, send it again"),
        )
    return sent.led_to
