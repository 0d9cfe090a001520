"""Between the password and the second factor: who it is, since when, and where it leads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.http import HttpRequest

_PENDING: Final = "pending"


@dataclass(frozen=True, slots=True)
class Pending:
    """Somebody whose password was right and whose second factor is awaited."""

    account: int
    way: str


def begin(request: HttpRequest, *, account: int, way: str, at: datetime) -> None:
    """Remember whose password was right, under a new session key."""
    request.session.cycle_key()
    request.session[_PENDING] = {"account": account, "way": way, "since": at.timestamp()}


def pending(request: HttpRequest, *, at: datetime) -> Pending | None:
    """Who is awaited, unless it took too long."""
    found = request.session.get(_PENDING)
    longest = timedelta(minutes=settings.SECOND_FACTOR_MINUTES).total_seconds()
    if found is None or at.timestamp() - found["since"] >= longest:
        return None
    return Pending(found["account"], found["way"])


def forget(request: HttpRequest) -> None:
    """Nobody is awaited any more."""
    request.session.pop(_PENDING, None)
