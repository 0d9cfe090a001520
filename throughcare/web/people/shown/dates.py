"""Dates as far as they are known, in the language of the page."""

from __future__ import annotations

from django.utils import formats
from django.utils.translation import gettext as _

from throughcare.kernel.partial_dates import Precision, parse

_FORMS = {Precision.DAY: "DATE_FORMAT", Precision.MONTH: "YEAR_MONTH_FORMAT"}


def date_shown(text: object) -> str:
    """A date that is kept, in words: to the day, the month or the year."""
    if not text:
        return ""
    date = parse(str(text))
    if date.precision is Precision.UNKNOWN or date.earliest is None:
        return _("not known")
    if date.precision is Precision.YEAR:
        return str(date.year)
    return formats.date_format(date.earliest, _FORMS[date.precision])
