"""The page as it was known on an earlier day: `?known=2026-03-04` on each section of custody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from throughcare.web.request import Request

_LEAST = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """`at`: what was recorded after it does not count. `day` None: now. `wrong`: no such day."""

    at: datetime
    day: date | None = None
    wrong: str = ""


def known_of(request: Request) -> Known:
    """What the page asks for: the end of a day by the clock on the wall, never after now.

    A day that cannot be read or has not come is answered as now, and said on the page.
    """
    said = request.GET.get("known", "").strip()
    if not said:
        return Known(at=request.at)
    try:
        day = date.fromisoformat(said)
        next_day = datetime.combine(day + timedelta(days=1), time())
        ends = timezone.make_aware(next_day) - _LEAST
    except (ValueError, OverflowError):
        return Known(at=request.at, wrong=said)
    if day > timezone.localtime(request.at).date():
        return Known(at=request.at, wrong=said)
    return Known(at=min(ends, request.at), day=day)
