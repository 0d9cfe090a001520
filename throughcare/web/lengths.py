"""How long something lasts, in words: each language has its own plurals (CLDR, by Babel)."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from babel.lists import format_list
from babel.units import format_unit
from django.utils.translation import get_language

_DAY: Final = timedelta(days=1)
_HOUR: Final = timedelta(hours=1)


def length(*, years: int = 0, months: int = 0, days: int = 0) -> str:
    """Years, months and days in the language of the page, without those that are none."""
    parts = (("year", years), ("month", months), ("day", days))
    said = [unit_words(number, unit) for unit, number in parts if number]
    return format_list(said, "standard", locale=_language()) if said else ""


def lasting(time: timedelta) -> str:
    """In whole days, or in whole hours before the first day is over."""
    if time >= _DAY:
        return unit_words(time.days, "day")
    return unit_words(max(0, time // _HOUR), "hour")


def unit_words(number: int, unit: str) -> str:
    """A number of years, months, days, hours or minutes."""
    name, language = f"duration-{unit}", _language()
    long = format_unit(number, name, "long", locale=language)
    # Where the long form is the short one, CLDR leaves it out, and Babel answers with the name.
    return format_unit(number, name, "short", locale=language) if name in long else long


def _language() -> str:
    return get_language() or "en"
