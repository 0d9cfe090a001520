"""The page as it was known on an earlier day: `?known=2026-03-04` on each section of custody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from django.utils import timezone

from throughcare.web.request import Request

_LEAST: Final = timedelta(microseconds=1)
_FIRST: Final = date(1900, 1, 1)  # no file tells of a day before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """`at`: what was recorded after it does not count. `day` None: now. `wrong`: no such day."""

    at: datetime
    day: date | None = None
    wrong: str = ""

    @property
    def asked(self) -> str:
        """The question as it stands in an address, so that it goes along to the next section."""
        return f"?known={self.day.isoformat()}" if self.day else ""


def known_of(request: Request) -> Known:
    """What the page asks for: the end of a day by the clock on the wall.

    Today is now. A day that cannot be read or has not come is answered as now, and said on the
    page: whoever mistypes must not take today's answer for that of the day.
    """
    said = request.GET.get("known", "").strip()
    if not said:
        return Known(at=request.at)
    try:
        day = date.fromisoformat(said)
        next_day = datetime.combine(day + timedelta(days=1), time())
    except (ValueError, OverflowError):
        return Known(at=request.at, wrong=said)
    today = timezone.localtime(request.at).date()
    if not _FIRST <= day <= today:
        return Known(at=request.at, wrong=said)
    if day == today:
        return Known(at=request.at)
    return Known(at=timezone.make_aware(next_day) - _LEAST, day=day)
