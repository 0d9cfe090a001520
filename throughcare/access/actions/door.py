"""Through the door, in and out."""

from __future__ import annotations

from datetime import datetime

from throughcare.access.models import Account
from throughcare.register.actions import record


def signed_in(*, account: Account, at: datetime) -> None:
    """Somebody came through the door: written in the transaction that opens the session."""
    _at_the_door("signed_in", account, at)


def signed_out(*, account: Account, at: datetime) -> None:
    """Somebody left by the door."""
    _at_the_door("signed_out", account, at)


def _at_the_door(event: str, account: Account, at: datetime) -> None:
    record(
        event=event, by=str(account.pk), role="account", place="", happened_at=at, at=at,
    )  # fmt: skip
