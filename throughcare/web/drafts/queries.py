"""The drafts of an account: nobody else's."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings

from throughcare.web.drafts.models import Draft


def drafts_of(account: int, *, at: datetime) -> list[Draft]:
    """The account's drafts that are not too old, the latest first."""
    since = at - timedelta(days=settings.DRAFT_DAYS)
    mine = Draft.objects.filter(account=account, kept_at__gt=since)
    return list(mine.order_by("-kept_at"))


def draft_of(account: int, key: UUID, *, at: datetime) -> Draft | None:
    """The account's own draft of the form with this key, if there is one and it is not too old."""
    since = at - timedelta(days=settings.DRAFT_DAYS)
    return Draft.objects.filter(account=account, key=key, kept_at__gt=since).first()
