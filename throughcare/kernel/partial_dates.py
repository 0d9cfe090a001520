"""A date as far as it is known: to the day, the month, the year, or not at all.

Many people know only the year in which they were born. A missing month is not January: every
comparison answers yes, no, or None when the missing part decides.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _

from throughcare.kernel.errors import BadDate

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
UNKNOWN_TEXT = "unknown"


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date with the parts that are known; a part without the one above it cannot be.

    Raises BadDate for a day that no calendar holds.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if (self.day is not None and self.month is None) or (
            self.month is not None and self.year is None
        ):
            raise BadDate(
                _("a day was given without its month, or a month without its year"),
                remedy=_("give the larger part too, or leave the smaller one out"),
            )
        _refuse_impossible(self.year, self.month, self.day)

    @property
    def precision(self) -> Precision:
        """Up to which part the date is known."""
        if self.day is not None:
            return Precision.DAY
        if self.month is not None:
            return Precision.MONTH
        return Precision.YEAR if self.year is not None else Precision.UNKNOWN

    @property
    def earliest(self) -> date | None:
        """The first day that it may stand for; None if nothing is known."""
        if self.year is None:
            return None
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date | None:
        """The last day that it may stand for; None if nothing is known."""
        if self.year is None:
            return None
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def may_be(self, day: date) -> bool:
        """May it stand for this day?"""
        first, last = self.earliest, self.latest
        return first is None or last is None or first <= day <= last

    def is_before(self, other: PartialDate | date) -> bool | None:
        """Is it before the other? None when what is not known decides."""
        one, two = _span(self), _span(other)
        if one is None or two is None:
            return None
        if one[1] < two[0]:
            return True
        return False if one[0] >= two[1] else None

    def is_same_day(self, other: PartialDate | date) -> bool | None:
        """Is it the same day as the other? None when what is not known decides."""
        one, two = _span(self), _span(other)
        if one is None or two is None:
            return None
        if one[1] < two[0] or two[1] < one[0]:
            return False
        return True if one[0] == one[1] == two[0] == two[1] else None

    def __str__(self) -> str:
        """The form that `parse` reads: 1990-05-17, 1990-05, 1990 or unknown."""
        if self.year is None:
            return UNKNOWN_TEXT
        rest = "".join(f"-{part:02}" for part in (self.month, self.day) if part is not None)
        return f"{self.year:04}{rest}"


def parse(text: str) -> PartialDate:
    """Read 1990, 1990-05, 1990-05-17 or unknown. Raises BadDate."""
    if text == UNKNOWN_TEXT:
        return UNKNOWN
    found = _FORM.fullmatch(text)
    if found is None:
        raise BadDate(
            _("'%(text)s' is not written as a date") % {"text": text},
            remedy=_("write what is known: 1990, 1990-05 or 1990-05-17"),
        )
    return PartialDate(*(int(part) if part else None for part in found.groups()))


def of_day(day: date) -> PartialDate:
    """A date that is known to the day."""
    return PartialDate(day.year, day.month, day.day)


def _span(moment: PartialDate | date) -> tuple[date, date] | None:
    if isinstance(moment, date):
        return moment, moment
    first, last = moment.earliest, moment.latest
    return None if first is None or last is None else (first, last)


def _refuse_impossible(year: int | None, month: int | None, day: int | None) -> None:
    if year is not None and not 1 <= year <= 9999:
        raise BadDate(
            _("there is no year %(year)s") % {"year": year},
            remedy=_("write the year with four digits, from 0001 to 9999"),
        )
    if month is not None and not 1 <= month <= 12:
        raise BadDate(
            _("there is no month %(month)s") % {"month": month},
            remedy=_("months go from 01 to 12; the order is year, month, day"),
        )
    if year is None or month is None or day is None:
        return
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise BadDate(
            _("there is no day %(day)s in month %(month)s of %(year)s")
            % {"day": day, "month": month, "year": year},
            remedy=_("that month has %(last)s days; if the day is not known, leave it out")
            % {"last": last},
        )


UNKNOWN = PartialDate()
