"""The question "as known on": which day somebody asks about, in the address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from throughcare.web.request import Request


@dataclass(frozen=True, slots=True)
class KnownOn:
    """`at`: what was known up to then, or None for now. `day` as it was typed, for the form."""

    day: str
    at: datetime | None

    @property
    def asked(self) -> bool:
        """Whether somebody asks about a day that has passed."""
        return self.at is not None


def known_on(request: Request) -> KnownOn:
    """The day in `?known=2026-03-04`, up to its end by the clock of the place.

    A day that is none, or has not ended, is now.
    """
    typed = request.GET.get("known", "")[:10]
    try:
        day = date.fromisoformat(typed)
        ends = datetime.combine(day + timedelta(days=1), time())
        at = timezone.make_aware(ends) - timedelta(microseconds=1)
    except (ValueError, OverflowError):
        return KnownOn("", None)
    return KnownOn(typed, at) if day.year > 1900 and at < request.at else KnownOn("", None)
