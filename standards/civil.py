"""Civil time: days, weeks and months as a clock on the wall counts them (patterns.md 1.1).

A *wall* is a clock reading as microseconds since 1970-01-01 00:00 on that clock. A reading
that does not exist moves forward by the length of the gap; one that comes twice means the
first. Both are what Python calls fold 0.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta
from functools import lru_cache

from standards.instants import DAY, Instant, from_datetime, to_datetime, zone_info

_EPOCH_DATE = date(1970, 1, 1)
_EPOCH_WALL = datetime(1970, 1, 1)  # noqa: DTZ001 - a reading of a clock, in no zone
_MICROSECOND = timedelta(microseconds=1)
_FIRST_MONDAY = 4  # 1970-01-05
_MONTHS_A_YEAR = 12


def to_wall(instant: Instant, zone: str) -> int:
    """What a clock in the zone shows at the instant."""
    return (to_datetime(instant, zone).replace(tzinfo=None) - _EPOCH_WALL) // _MICROSECOND


def from_wall(wall: int, zone: str) -> Instant:
    """The instant at which a clock in the zone shows the reading."""
    day, rest = divmod(wall, DAY)
    if rest == 0:
        return midnight(day, zone)
    reading = _EPOCH_WALL + timedelta(microseconds=wall)
    return from_datetime(reading.replace(tzinfo=zone_info(zone), fold=0))


@lru_cache(maxsize=200_000)
def midnight(day: int, zone: str) -> Instant:
    """The instant at which local day number `day` (0 is 1 January 1970) begins."""
    reading = _EPOCH_WALL + timedelta(days=day)
    return from_datetime(reading.replace(tzinfo=zone_info(zone), fold=0))


def local_day(instant: Instant, zone: str) -> int:
    """The number of the local day that holds the instant."""
    return to_wall(instant, zone) // DAY


def day_number(day: date) -> int:
    """The number of a calendar day; 0 is 1 January 1970."""
    return (day - _EPOCH_DATE).days


def calendar_day(number: int) -> date:
    """The calendar day of a number."""
    return _EPOCH_DATE + timedelta(days=number)


def week_start(day: int) -> int:
    """The Monday on or before the day."""
    return day - (day - _FIRST_MONDAY) % 7


def month_start(day: int) -> int:
    """The first day of the month of the day."""
    return day_number(calendar_day(day).replace(day=1))


def add_months(day: int, months: int) -> int:
    """The same day so many months on; the last day of the month where there is none."""
    start = calendar_day(day)
    index = start.year * _MONTHS_A_YEAR + start.month - 1 + months
    year, month = divmod(index, _MONTHS_A_YEAR)
    last = monthrange(year, month + 1)[1]
    return day_number(date(year, month + 1, min(start.day, last)))
