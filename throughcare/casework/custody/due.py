"""When a release is due or overdue. Computed from what stands: there is nothing to switch off."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

import yaml


class Due(StrEnum):
    """How near the day of release is."""

    OVERDUE = "overdue"
    TODAY = "today"
    FIRST = "within_7"
    SECOND = "within_30"
    THIRD = "within_90"
    LATER = "later"


@cache
def alert_days() -> tuple[int, int, int]:
    """How many days ahead a release is announced, nearest first (release_alerts.yaml)."""
    text = files("throughcare.casework.custody").joinpath("release_alerts.yaml").read_text("utf-8")
    near, middle, far = sorted(int(one) for one in yaml.safe_load(text)["days"]["value"])
    return near, middle, far


def due(final: date, *, at: datetime, zone: ZoneInfo, hour: time | None) -> Due:
    """How the day of release stands at the moment, on the clocks of the establishment.

    Overdue from midnight after that day, and on the day itself from the hour that the profile
    knows.
    """
    here = at.astimezone(zone)
    if here.date() > final or (here.date() == final and hour is not None and here.time() >= hour):
        return Due.OVERDUE
    left = (final - here.date()).days
    near, middle, far = alert_days()
    steps = ((0, Due.TODAY), (near, Due.FIRST), (middle, Due.SECOND), (far, Due.THIRD))
    return next((name for most, name in steps if left <= most), Due.LATER)


def days_since(final: date, *, at: datetime, zone: ZoneInfo) -> int:
    """Days from the day of release to today there; negative before it."""
    return (at.astimezone(zone).date() - final) // timedelta(days=1)
