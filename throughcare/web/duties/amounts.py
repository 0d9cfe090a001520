"""How much of something a rule asks for: at least 60 minutes in one day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from standards.checks import Quota
from throughcare.web.duties.words import limit_words, number_words
from throughcare.web.lengths import unit_words

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_PERIODS: Final[dict[str, StrOrPromise]] = {
    "local_day": gettext_lazy("one day"), "local_week": gettext_lazy("one week"),
    "local_month": gettext_lazy("one month"),
}  # fmt: skip
_UNITS: Final = {"minutes": "minute", "hours": "hour", "days": "day"}


def owed_words(check: Quota) -> str:
    """What a rule about an amount asks for in each of its periods."""
    rolling = check.rolling
    period = _PERIODS.get(check.period, "") if rolling is None else limit_words(rolling)
    return _("%(bound)s in %(period)s") % {
        "bound": bound_words(check.min, check.max, check.unit), "period": period
    }  # fmt: skip


def bound_words(low: float | None, high: float | None, unit: str = "count") -> str:
    """The least or the most that is allowed."""
    if low is not None:
        return _("at least %(amount)s") % {"amount": _amount(low, unit)}
    return _("at most %(amount)s") % {"amount": _amount(high or 0, unit)}


def _amount(number: float, unit: str) -> str:
    if unit in _UNITS and float(number).is_integer():
        return unit_words(int(number), _UNITS[unit])
    return number_words(number)
