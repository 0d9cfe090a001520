"""Which of two values of a parameter is the stricter one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import Enum
from functools import cache
from typing import Any

from standards.checks import LEVELS
from standards.durations import BadDuration, Duration, parse_duration
from standards.instants import DAY, HOUR


class Direction(Enum):
    """What makes a value of the parameter stricter."""

    LOWER = "lower"
    HIGHER = "higher"
    FALSE = "false"
    HIGHER_PLACE = "a larger place"


class Order(Enum):
    """How a new value stands to the one before."""

    STRICTER = "stricter"
    EQUAL = "equal"
    LOOSER = "looser"
    UNCLEAR = "not comparable"


_CYCLE_MONTHS, _CYCLE_DAYS = 400 * 12, 146_097
_LOWER, _HIGHER, _FALSE = Direction.LOWER, Direction.HIGHER, Direction.FALSE
_COMMON: Mapping[str, Direction] = {"merge_gap": _HIGHER}
# Parameters that are not here belong to the rule itself: a profile cannot change them.
STRICTER: Mapping[str, Mapping[str, Direction]] = {
    "respond_within": {"limit": _LOWER, "accept_early": _LOWER, "to_end_of_day": _FALSE},
    "recur_within": {"limit": _LOWER, "first_within": _LOWER, "grace": _LOWER, **_COMMON},
    "max_duration": {"limit": _LOWER, **_COMMON},
    "never": {},
    "only_with": {
        "min_lead": _HIGHER,
        "max_age": _LOWER,
        "grace": _LOWER,
        "short_notice": _LOWER,
    },
    "separate": {"level": Direction.HIGHER_PLACE},
    "requires_fields": {"by": _LOWER, "allow_unknown": _FALSE, "enough": _HIGHER},
    "quota": {"min": _HIGHER, "max": _LOWER},
    "within_ratio": {"min": _HIGHER, "max": _LOWER, "min_length": _LOWER},
}
# What holds where the parameter is not written. None: there is then no bound at all.
DEFAULTS: Mapping[str, Any] = {
    **dict.fromkeys(("merge_gap", "grace", "accept_early"), "PT0S"),
    **dict.fromkeys(("min_lead", "short_notice", "min_length"), "PT0S"),
    **dict.fromkeys(("allow_unknown", "to_end_of_day"), False),
}


def compare(check: Mapping[str, Any], parameter: str, after: Any) -> Order:
    """How `after` stands to what the parameter is in a check as a rulebook writes it.

    Durations that some calendar or clock change would order either way, such as P1M and P30D,
    are UNCLEAR. So is a longer `merge_gap` beside `first_within`: spells that join begin no new
    cycle, whose first deadline might have been the earlier one.
    """
    direction = STRICTER[check["pattern"]][parameter]
    before = in_force(check, parameter)
    if before is None:
        # A bound where there was none, such as an age.
        return Order.STRICTER if direction is Direction.LOWER else Order.UNCLEAR
    match direction:
        case Direction.HIGHER_PLACE:
            return _ordered(LEVELS.index(after), LEVELS.index(before))
        case Direction.FALSE:
            return _ordered(bool(after), bool(before))
    sign = _sign(after, before)
    if sign is None:
        return Order.UNCLEAR
    if sign and parameter == "merge_gap" and "first_within" in check:
        return Order.UNCLEAR
    return _ordered(sign, 0) if direction is Direction.LOWER else _ordered(-sign, 0)


def in_force(check: Mapping[str, Any], parameter: str) -> Any:
    """What holds for the parameter, written or not; None if there is no bound at all."""
    written = check.get(parameter)
    if written is not None:
        return written
    match parameter:
        case "first_within":
            return check["limit"]
        case "enough":
            return len(check["fields"])
    return DEFAULTS.get(parameter)


def _ordered(after: float, before: float) -> Order:
    """Lower is stricter."""
    if after == before:
        return Order.EQUAL
    return Order.STRICTER if after < before else Order.LOOSER


def _sign(one: Any, other: Any) -> int | None:
    """-1, 0 or 1 as `one` is below, equal to or above `other`; None where it depends."""
    if isinstance(one, str) and isinstance(other, str):
        return _duration_sign(parse_duration(one), parse_duration(other))
    return int(one > other) - int(one < other)


def _duration_sign(one: Duration, other: Duration) -> int | None:
    if one == other:
        return 0
    if _never_longer(one, other):
        return -1
    return 1 if _never_longer(other, one) else None


def _never_longer(one: Duration, other: Duration) -> bool:
    """Is one at most as long as the other, wherever and whenever both begin?"""
    same_or_fewer = (
        one.months <= other.months and one.days <= other.days and one.elapsed <= other.elapsed
    )
    fewer_days = _days(one)[1] <= _days(other)[0] and one.elapsed <= other.elapsed
    return same_or_fewer or fewer_days or _longest(one) <= _shortest(other)


def _days(duration: Duration) -> tuple[int, int]:
    """The fewest and the most calendar days of the civil part."""
    fewest, most = _month_days(duration.months)
    return fewest + duration.days, most + duration.days


def _shortest(duration: Duration) -> int:
    """The least time it can last: the shortest months, and a clock put forward."""
    return _days(duration)[0] * DAY + duration.elapsed - (HOUR if duration.is_civil else 0)


def _longest(duration: Duration) -> int:
    """The most time it can last: the longest months, and a clock put back."""
    return _days(duration)[1] * DAY + duration.elapsed + (HOUR if duration.is_civil else 0)


@cache
def _month_days(months: int) -> tuple[int, int]:
    """The fewest and the most days that so many calendar months can have."""
    if not months:
        return 0, 0
    # The calendar repeats itself every 400 years.
    if months >= _CYCLE_MONTHS:
        cycles, rest = divmod(months, _CYCLE_MONTHS)
        fewest, most = _month_days(rest)
        return cycles * _CYCLE_DAYS + fewest, cycles * _CYCLE_DAYS + most
    # Years that hold every order of long, short and missing leap years.
    years = (*range(1896, 1905), *range(2000, 2005))
    starts = [date(year, month, 1) for year in years for month in range(1, 13)]
    lengths = [_after(start, day, months) for start in starts for day in (1, 28, _days_in(start))]
    return min(lengths), max(lengths)


def _after(start: date, day: int, months: int) -> int:
    """Days from a day of the month to the same day months later, or to that month's last."""
    total = start.year * 12 + start.month - 1 + months
    landing = date(total // 12, total % 12 + 1, 1)
    reached = landing.replace(day=min(day, _days_in(landing)))
    return (reached - start.replace(day=day)).days


def _days_in(month: date) -> int:
    following = (month.replace(day=28) + timedelta(days=4)).replace(day=1)
    return (following - month.replace(day=1)).days


def is_readable(parameter: str, value: Any) -> bool:
    """Can the value be compared: a duration, number, truth or level as the parameter wants."""
    if parameter == "level":
        return isinstance(value, str) and value in LEVELS
    if parameter in ("allow_unknown", "to_end_of_day"):
        return isinstance(value, bool)
    if parameter in ("min", "max", "enough"):
        return isinstance(value, int | float) and not isinstance(value, bool)
    try:
        return isinstance(value, str) and parse_duration(value) is not None
    except BadDuration:
        return False
