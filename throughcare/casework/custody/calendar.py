"""The calendar on the wall of a prison: which day it is there. Asks nobody."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from throughcare.casework.people.asked_once import once
from throughcare.kernel.models import Place

_DAY = timedelta(days=1)


def zone_of(establishment: str | None) -> ZoneInfo:
    """The time that the clocks of an establishment show; UTC for one that is not in the tree."""
    return once(("zone", establishment), lambda: _zone_of(establishment))


def _zone_of(establishment: str | None) -> ZoneInfo:
    place = Place.objects.filter(path=establishment).first() if establishment else None
    return ZoneInfo(place.zone() if place else "UTC")


def today_at(establishment: str | None, *, at: datetime) -> date:
    """The day that it is at an establishment at the moment."""
    return at.astimezone(zone_of(establishment)).date()


def has_come(day: date, establishment: str | None, *, at: datetime) -> bool:
    """Whether the day has begun at the establishment. Of a day long past no clock is asked."""
    return day <= at.date() - _DAY or day <= today_at(establishment, at=at)
