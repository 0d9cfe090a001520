"""Durations: ISO 8601, civil for days and longer, elapsed for hours and shorter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from standards.civil import add_months, from_wall, to_wall
from standards.instants import DAY, HOUR, MINUTE, SECOND, Instant

_FORM = re.compile(
    r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+)S)?)?"
)


class BadDuration(ValueError):
    """A text that is not an ISO 8601 duration."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: `months` and `days` by the calendar, `elapsed` in microseconds."""

    months: int = 0
    days: int = 0
    elapsed: int = 0

    @property
    def is_zero(self) -> bool:
        return not (self.months or self.days or self.elapsed)

    @property
    def is_civil(self) -> bool:
        return bool(self.months or self.days)

    def after(self, instant: Instant, zone: str) -> Instant:
        """The instant this long after; the civil part first (patterns.md 4.21)."""
        return _shift(instant, self.months, self.days, zone) + self.elapsed

    def before(self, instant: Instant, zone: str) -> Instant:
        """The instant this long before; the civil part first."""
        return _shift(instant, -self.months, -self.days, zone) - self.elapsed

    def as_elapsed(self) -> int:
        """Microseconds, a day being 24 hours: only for rolling windows (patterns.md 2.8)."""
        if self.months:
            raise BadDuration("a rolling window is counted in days or hours, not months")
        return self.days * DAY + self.elapsed

    def __str__(self) -> str:
        hours, rest = divmod(self.elapsed, HOUR)
        minutes, rest = divmod(rest, MINUTE)
        years, months = divmod(self.months, 12)
        parts = zip((years, months, self.days), "YMD", strict=True)
        clock = zip((hours, minutes, rest // SECOND), "HMS", strict=True)
        civil = "".join(f"{number}{unit}" for number, unit in parts if number)
        elapsed = "".join(f"{number}{unit}" for number, unit in clock if number)
        if not civil and not elapsed:
            return "PT0S"
        return f"P{civil}" + (f"T{elapsed}" if elapsed else "")


ZERO = Duration()


@lru_cache(maxsize=4096)
def parse_duration(text: str) -> Duration:
    """Read a duration such as P15D, PT24H or P1DT2H. Raises BadDuration."""
    match = _FORM.fullmatch(text) if isinstance(text, str) else None
    if match is None or not any(match.groupdict().values()) or text.endswith("T"):
        raise BadDuration(f"'{text}' is not a duration; write P15D for days, PT24H for hours")
    number = {name: int(value or 0) for name, value in match.groupdict().items()}
    return Duration(
        months=number["years"] * 12 + number["months"],
        days=number["weeks"] * 7 + number["days"],
        elapsed=number["hours"] * HOUR + number["minutes"] * MINUTE + number["seconds"] * SECOND,
    )


def _shift(instant: Instant, months: int, days: int, zone: str) -> Instant:
    """Move by the calendar, the clock on the wall staying the same."""
    if not (months or days):
        return instant
    day, clock = divmod(to_wall(instant, zone), DAY)
    if months:
        day = add_months(day, months)
    return from_wall((day + days) * DAY + clock, zone)
