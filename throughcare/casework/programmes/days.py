"""On which days a group meets: its weekday, within its dates, and on no public holiday."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import yaml
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.custody.release_dates.profiles import profile_of_zone
from throughcare.casework.programmes.errors import DayOff
from throughcare.casework.programmes.models import Group

_FILE: Final = Path(__file__).with_name("days_off.yaml")


def is_holiday(day: date, establishment: str) -> bool:
    """Whether it is a public holiday of the country in which the prison lies."""
    return is_holiday_in(day, str(zone_of(establishment)))


def is_holiday_in(day: date, zone: str) -> bool:
    """The same of the country in which clocks keep this time."""
    country = profile_of_zone(zone).code
    said = _read()["countries"].get(country, {"fixed": (), "days": ()})
    return f"{day:%m-%d}" in said["fixed"] or day.isoformat() in map(str, said["days"])


def need_meeting_day(group: Group, day: date) -> None:
    """Refuse a day on which the group does not meet. Raises DayOff with the day and why."""
    told = {"day": date_format(day), "group": group.name}
    if is_holiday(day, group.place):
        raise DayOff(
            _("%(day)s is a public holiday: no group meets on it") % told,
            remedy=_("look at the day; a session held instead is written on its own day"),
        )
    if not group.starts_on <= day <= group.ends_on:
        raise DayOff(
            _("%(day)s lies outside the dates of %(group)s") % told,
            remedy=_("look at the day, or change the dates of the group"),
        )
    if day.weekday() != group.weekday:
        raise DayOff(
            _("%(group)s does not meet on %(day)s: it is another day of the week") % told,
            remedy=_("look at the day, or change the day of the group"),
        )


def hours_of(group: Group, day: date) -> tuple[datetime, datetime]:
    """When the session of that day begins and ends, by the clock of the prison."""
    zone = zone_of(group.place)
    return _at(day, group.begins_at, zone), _at(day, group.ends_at, zone)


def meeting_days(group: Group, *, until: date) -> Iterator[date]:
    """Every day on which the group has met or meets up to `until`, the latest first."""
    day = min(until, group.ends_on)
    day -= timedelta(days=(day.weekday() - group.weekday) % 7)
    while day >= group.starts_on:
        if not is_holiday(day, group.place):
            yield day
        day -= timedelta(days=7)


def _at(day: date, said: str, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.fromisoformat(said), zone)


@cache
def _read() -> dict[str, Any]:
    held: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return held
