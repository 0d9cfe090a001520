"""The lock of this door: too many wrong tokens from an address, and it stays shut for a while.

The limits are those of the door that people use.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings

from throughcare.api.models import FailedToken


def is_locked(*, address: str | None, at: datetime) -> bool:
    """Whether this address has presented too many wrong tokens in the last minutes."""
    recent = FailedToken.objects.filter(address=address, at__gt=at - _window())
    return recent.count() >= settings.LOCK_AFTER_FOR_ADDRESS


def remember_failure(*, address: str | None, at: datetime) -> None:
    """Write a failure down, and forget those of this address that no longer count."""
    FailedToken.objects.filter(address=address, at__lte=at - _window()).delete()
    FailedToken.objects.create(address=address, at=at)


def _window() -> timedelta:
    return timedelta(minutes=settings.LOCK_MINUTES)
