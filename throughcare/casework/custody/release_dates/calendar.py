"""Months and years of the civil calendar, added to a day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import MAXYEAR, date, timedelta
from typing import Literal

MonthEnd = Literal["last_day", "first_of_next"]
Period = tuple[date, date]


class TooFar(ValueError):
    """A day after the last one that a calendar of four digits knows."""


def add(start: date, *, months: int, days: int, month_end: MonthEnd) -> date:
    """The day of the same number so many months later, and then so many days. Raises TooFar.

    Where that month has no such day: its last day, or the first day of the next month.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year >= MAXYEAR:
        raise TooFar
    length = monthrange(year, month + 1)[1]
    if start.day <= length:
        there = date(year, month + 1, start.day)
    else:
        there = date(year, month + 1, length)
        there += timedelta(days=month_end == "first_of_next")
    try:
        return there + timedelta(days=days)
    except OverflowError:
        raise TooFar from None


def days_of(periods: Iterable[Period], *, before: date) -> int:
    """How many days lie in any of the half-open periods and before the day; each counts once."""
    counted, reached = 0, date.min
    for begins, ends in sorted(periods):
        begins, ends = max(begins, reached), min(ends, before)
        if ends > begins:
            counted += (ends - begins).days
            reached = ends
    return counted
