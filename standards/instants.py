"""Instants: points on the UTC line, as whole microseconds since 1970 (patterns.md 1.1).

Microseconds are exact and compare alike in Python and in every database.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

Instant = int

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

# Bounds of the interval algebra. They stand for "no beginning known" and "no end yet"
# and are turned into None before anything leaves the engine.
ALWAYS = -(2**61)
OPEN = 2**61

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class BadInstant(ValueError):
    """A text that is not one point in time."""


class UnknownZone(ValueError):
    """A time zone that the tz database does not have."""


@cache
def zone_info(name: str) -> ZoneInfo:
    """The named zone. Raises UnknownZone."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UnknownZone(f"'{name}' is not a time zone; write one like Africa/Tunis") from error


def parse_instant(text: str | datetime) -> Instant:
    """Read ISO 8601 with an offset, for example 2026-03-01T10:00+01:00. Raises BadInstant."""
    if isinstance(text, datetime):
        moment = text
    else:
        try:
            moment = datetime.fromisoformat(text)
        except (TypeError, ValueError) as error:
            raise BadInstant(
                f"'{text}' is not a date and time; write 2026-03-01T10:00+01:00"
            ) from error
    if moment.tzinfo is None:
        raise BadInstant(f"'{text}' has no offset; write 2026-03-01T10:00+01:00")
    return from_datetime(moment)


def from_datetime(moment: datetime) -> Instant:
    """The instant of an aware datetime."""
    return (moment - _EPOCH) // _MICROSECOND


def to_datetime(instant: Instant, zone: str) -> datetime:
    """The instant as a clock in that zone shows it."""
    return (_EPOCH + timedelta(microseconds=instant)).astimezone(zone_info(zone))


def format_instant(instant: Instant, zone: str) -> str:
    """ISO 8601 with the offset of that zone; seconds only where there are any."""
    moment = to_datetime(instant, zone)
    if moment.microsecond:
        return moment.isoformat()
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def on_clock(day: date, zone: str, *, hour: int = 0, minute: int = 0) -> Instant:
    """The instant of a clock reading; see civil.from_wall for readings that do not exist."""
    wall = datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone_info(zone))
    return from_datetime(wall)
