"""Dates in full, exact lengths, and names without a trace of how they are written in files."""

from __future__ import annotations

import re
import unicodedata

from standards.civil import to_wall
from standards.durations import Duration
from standards.instants import DAY, HOUR, MINUTE, SECOND, Instant, to_datetime
from throughcare.report.words import moment_words, plural, term

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WRITTEN_NAME = re.compile(r"\b[a-z]+(?:_[a-z0-9]+)+\b")
_FIRST_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_RIGHT_TO_LEFT = ("R", "AL", "RLE", "RLO", "RLI")
# What a parameter of a rule is called where it stands in a note for readers.
PARAMETERS = {
    "limit": "the limit",
    "merge_gap": "the longest break that still counts as one spell",
    "grace": "the time of grace",
    "first_within": "the time for the first one",
    "accept_early": "how early it may be done",
    "min_lead": "how long before it must be done",
    "max_age": "how old it may be",
    "short_notice": "the time where notice is short",
    "min": "the least",
    "max": "the most",
    "by": "the time to write it down",
}


def full(instant: Instant, zone: str) -> str:
    """The moment in full on a 24 hour clock: Friday 11 May 2018 00:00."""
    moment = to_datetime(instant, zone)
    seconds = f":{moment:%S}" if moment.second else ""
    return f"{_WEEKDAYS[moment.weekday()]} {moment_words(instant, zone)}{seconds}"


def exact(length: int) -> str:
    """A length with nothing left out: 15 days 2 hours 1 minute."""
    said = []
    rest = max(length, 0)
    for size, word in ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute"), (SECOND, "second")):
        number, rest = divmod(rest, size)
        if number:
            said.append(plural(number, word))
    return " ".join(said) or "no time"


def between(start: Instant, end: Instant, zone: str, *, by_calendar: bool = True) -> str:
    """How long it was: by the clock on the wall for limits in days, else as time that passed."""
    if by_calendar:
        return exact(to_wall(end, zone) - to_wall(start, zone))
    # A day of elapsed time is never said: twenty-four hours need not be one day.
    hours, rest = divmod(max(end - start, 0), HOUR)
    parts = [plural(hours, "hour") if hours else "", exact(rest) if rest else ""]
    said = " ".join(part for part in parts if part) or "no time"
    return f"{said} ({exact(end - start)})" if end - start > 2 * DAY else said


def clock_changed(start: Instant, end: Instant, zone: str) -> bool:
    """Was the clock put forward or back in between?"""
    return to_wall(end, zone) - to_wall(start, zone) != end - start


def by_calendar(limit: Duration, zone: str) -> str:
    """How the end of a limit is found, to be set between two commas."""
    return f"by the calendar in {town(zone)}" if limit.is_civil else "hour by hour"


def town(zone: str) -> str:
    """The place that a time zone is named after: Los Angeles."""
    return zone.rpartition("/")[2].replace("_", " ")


def name(written: str) -> str:
    """A name of the rulebook for the middle of a sentence; several words stand in quotes."""
    said = term(written)
    if "_" not in written or said != written.replace("_", " "):
        return said
    return f'"{said}"'


def sentence_name(written: str) -> str:
    """The name at the beginning of a sentence."""
    return capital(name(written))


def capital(text: str) -> str:
    """The first letter large, also behind a quotation mark."""
    first = 1 if text.startswith('"') else 0
    return text[:first] + text[first : first + 1].upper() + text[first + 1 :]


def a_or_an(written: str) -> str:
    """The name with the article that its first letter asks for."""
    return f"{'an' if term(written)[:1] in 'aeiou' else 'a'} {name(written)}"


def plain(note: str) -> str:
    """A note of the rulebook without the names that only programs use."""
    return _WRITTEN_NAME.sub(lambda m: PARAMETERS.get(m[0], m[0].replace("_", " ")), note)


def isolated(text: str) -> str:
    """A name from the data, kept from turning the line around it if written right to left."""
    if any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text):
        return f"{_FIRST_ISOLATE}{text}{_END_ISOLATE}"
    return text
