"""Dates as files write them. A form is always stated or ISO; nothing is guessed.

A form is written with the letters D or DD, M or MM, MON (Jan, January), YYYY or YY, hh, mm, ss
and am (am or pm), for example `D/M/YYYY hh:mm`. `%d/%m/%Y` is read too. `excel` is the number of
days that Excel counts. `ISO` (or `YYYY-MM-DD`) is the default and may carry a time and an offset.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from standards.civil import day_number, from_wall, midnight
from standards.instants import DAY, Instant, from_datetime

ISO, EXCEL = "ISO", "excel"
_EXCEL_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - a clock reading, not an instant
_ISO = re.compile(
    r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)?)?", re.ASCII
)
_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d))?", re.ASCII)
_PARTS = {
    "YYYY": r"(?P<year>\d{4})",
    "YY": r"(?P<short>\d{2})",
    "MON": r"(?P<name>[A-Za-z]{3,9})\.?",
    "MM": r"(?P<month>\d{1,2})",
    "M": r"(?P<month>\d{1,2})",
    "DD": r"(?P<day>\d{1,2})",
    "D": r"(?P<day>\d{1,2})",
    "hh": r"(?P<hour>\d{1,2})",
    "h": r"(?P<hour>\d{1,2})",
    "mm": r"(?P<minute>\d{2})",
    "ss": r"(?P<second>\d{2})",
    "am": r"(?P<half>[AaPp]\.?[Mm]\.?)",
}
_TOKEN = re.compile("|".join(_PARTS))
_PERCENT = {
    "%d": "DD",
    "%m": "MM",
    "%Y": "YYYY",
    "%y": "YY",
    "%b": "MON",
    "%B": "MON",
    "%H": "hh",
    "%I": "hh",
    "%M": "mm",
    "%S": "ss",
    "%p": "am",
}
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_NOON = 12
_SECONDS_A_DAY = 86_400


class BadForm(ValueError):
    """A date form that cannot be used; the text says why and what to write."""


class Misfit(ValueError):
    """A value that is no date in the stated form."""


@dataclass(frozen=True, slots=True)
class DateForm:
    """One way of writing dates, compiled."""

    name: str
    pattern: re.Pattern[str] | None = None
    century_from: int | None = None

    def read(self, text: str) -> date | datetime | None:
        """The date, with a clock reading where there is one; None if it does not fit."""
        if self.name == ISO:
            return _read_iso(text)
        if self.name == EXCEL:
            return _read_serial(text)
        assert self.pattern is not None
        match = self.pattern.fullmatch(text)
        return self._build(match.groupdict()) if match else None

    def _build(self, part: dict[str, str | None]) -> date | datetime | None:
        month = _month(part)
        year = self._year(part)
        try:
            day = date(year, month, int(part.get("day") or 1))
            if part.get("hour") is None:
                return day
            hour = _hour(int(part["hour"] or 0), part.get("half"))
            minute, second = int(part.get("minute") or 0), int(part.get("second") or 0)
            return datetime(day.year, day.month, day.day, hour, minute, second)  # noqa: DTZ001
        except ValueError:
            return None

    def _year(self, part: dict[str, str | None]) -> int:
        if part.get("year"):
            return int(part["year"] or 0)
        pivot, short = self.century_from or 0, int(part["short"] or 0)
        return pivot + (short - pivot) % 100


def compile_form(text: str, century_from: int | None = None) -> DateForm:
    """Read a form as a mapping writes it. Raises BadForm."""
    if text.strip().lower() == EXCEL:
        return DateForm(EXCEL)
    if text.strip().upper() in (ISO, "YYYY-MM-DD"):
        return DateForm(ISO)
    plain = re.sub(r"%[A-Za-z]", lambda found: _PERCENT.get(found[0], found[0]), text.strip())
    tokens = _TOKEN.findall(plain)
    kinds = [_PARTS[token] for token in tokens]
    if "YY" in tokens and century_from is None:
        raise BadForm(
            f"'{text}' has years of two digits; write `century_from: 1950` (for 1950 to 2049) "
            "beside it, or export years of four digits"
        )
    has_year = "YYYY" in tokens or "YY" in tokens
    has_month = any(token in tokens for token in ("M", "MM", "MON"))
    has_day = any(token in tokens for token in ("D", "DD"))
    if not (has_year and has_month and has_day) or len(set(kinds)) != len(kinds):
        raise BadForm(
            f"'{text}' is not a date form; write day, month and year once each, "
            "for example D/M/YYYY, M/D/YYYY, D.M.YYYY hh:mm or excel"
        )
    return DateForm(plain, re.compile(_as_pattern(plain), re.ASCII), century_from)


def order_clash(forms: Sequence[DateForm]) -> tuple[str, str] | None:
    """Two forms that differ only in the order of day and month, so that values fit both."""
    seen: dict[str, str] = {}
    for form in forms:
        shape = re.sub("DD?|MM?(?!ON)", "#", form.name) if form.pattern else form.name
        if shape in seen and seen[shape] != form.name:
            return seen[shape], form.name
        seen[shape] = form.name
    return None


def read_date(value: object, forms: Sequence[DateForm]) -> date | datetime:
    """A cell as a date. A cell that its file types as a date is one in any form. Raises Misfit."""
    if isinstance(value, date):
        return value
    text = str(value)
    for form in forms:
        found = form.read(text)
        if found is not None:
            return found
    stated = " or ".join(form.name for form in forms)
    raise Misfit(f"is not a date in the form {stated}")


def read_birth_date(value: object, forms: Sequence[DateForm]) -> tuple[date, bool]:
    """A birth date, and whether it is only the latest that it can be (year or month known)."""
    match = _PARTIAL.fullmatch(str(value))
    if match is None:
        found = read_date(value, forms)
        return (found.date() if isinstance(found, datetime) else found), False
    year, month = int(match[1]), int(match[2] or _NOON)
    try:
        following = date(year + month // _NOON, month % _NOON + 1, 1)
    except ValueError as error:
        raise Misfit("is not a birth date; write 1990-05-17, 1990-05 or 1990") from error
    return following - timedelta(days=1), True


def to_instant(found: date | datetime, zone: str) -> Instant:
    """The instant; a date without clock time means 00:00 local, a clock without offset local."""
    if not isinstance(found, datetime):
        return midnight(day_number(found), zone)
    if found.tzinfo is not None:
        return from_datetime(found)
    clock = found - datetime(found.year, found.month, found.day)  # noqa: DTZ001
    microseconds = clock // timedelta(microseconds=1)
    return from_wall(day_number(found.date()) * DAY + microseconds, zone)


def _read_iso(text: str) -> date | datetime | None:
    if not _ISO.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError:
        return None


def _read_serial(text: str) -> date | datetime | None:
    try:
        # Excel keeps clock times as fractions; a second is its finest honest grain.
        seconds = round(float(text) * _SECONDS_A_DAY)
        moment = _EXCEL_ZERO + timedelta(seconds=seconds)
    except (ValueError, OverflowError):
        return None
    if seconds < _SECONDS_A_DAY:
        return None
    return moment.date() if seconds % _SECONDS_A_DAY == 0 else moment


def _as_pattern(plain: str) -> str:
    built, end = "", 0
    for token in _TOKEN.finditer(plain):
        built += re.escape(plain[end : token.start()]) + _PARTS[token[0]]
        end = token.end()
    return built + re.escape(plain[end:])


def _month(part: dict[str, str | None]) -> int:
    name = part.get("name")
    if name is None:
        return int(part["month"] or 0)
    found = [n for n, month in enumerate(_MONTHS, 1) if month.startswith(name.lower())]
    return found[0] if len(found) == 1 else 0


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    if not 1 <= hour <= _NOON:
        raise ValueError("no such hour on a clock of twelve")
    return hour % _NOON + (_NOON if half[0] in "pP" else 0)
