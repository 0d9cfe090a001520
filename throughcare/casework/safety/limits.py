"""How long anybody may be separated in a row, and who says so: read from the rulebook.

The numbers stand in rulebooks/ and, stricter, in the profile of the country; what is counted is
counted by the engine's own algebra of spells. No number of a rule stands in this room.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from django.conf import settings

from standards.checks import MaxDuration, RecurWithin
from standards.durations import Duration, parse_duration
from standards.instants import OPEN, from_datetime, to_datetime
from standards.rulebook.load import load_rulebook
from standards.rulebook.model import Rulebook
from standards.rulebook.profile import load_profile
from standards.spells import Joined, Stretch, join

PROLONGED: Final = "nmr-43-1-b"
REVIEWED: Final = "nmr-45-1-review"
_EXCEPTIONS: Final = Path(__file__).with_name("exceptions.yaml")


@dataclass(frozen=True, slots=True)
class Limit:
    """The longest lawful spell in a row, which gap still joins two, and the rule's own words."""

    longest: Duration
    gap: Duration
    rule: str
    cite: str
    says: str


@dataclass(frozen=True, slots=True)
class LawfulException:
    """By which a country lets a separation last longer. It stays a breach of the rule."""

    name: str
    says: str
    longest: Duration
    source: str
    confirmed_by: str


@dataclass(frozen=True, slots=True)
class Spell:
    """One spell of separation: [since, until), counted on the clocks of the zone it began in."""

    since: datetime
    until: datetime | None
    zone: str


def rulebook() -> Rulebook:
    """The rules, with the profile of the country that the settings name."""
    return _rulebook(_country())


def limit_on(day: date) -> Limit:
    """The limit in force on a day."""
    entry = rulebook().entries[PROLONGED]
    check = entry.check_on(day)
    assert isinstance(check, MaxDuration)
    return Limit(check.limit, check.merge_gap, entry.id, entry.cite, entry.says)


def review_every(day: date) -> Duration:
    """How often a separation must be reviewed, as the rulebook has it on a day."""
    check = rulebook().entries[REVIEWED].check_on(day)
    assert isinstance(check, RecurWithin)
    return check.limit


def lawful_exceptions() -> dict[str, LawfulException]:
    """The exceptions of the country, by name."""
    return _named(_exceptions().get(_country(), []))


def every_exception() -> dict[str, LawfulException]:
    """Those of every country: the database holds them all, an action those of its own country."""
    return _named([one for of_country in _exceptions().values() for one in of_country])


def _named(read: Iterable[dict[str, Any]]) -> dict[str, LawfulException]:
    return {
        one["name"]: LawfulException(
            one["name"], one["says"], parse_duration(one["longest"]), one["source"],
            one["confirmed_by"] or "",
        )
        for one in read
    }  # fmt: skip


def joined(spells: Iterable[Spell], gap: Duration) -> list[Joined]:
    """The spells, those at most a gap apart as one, whatever their ground, cell or prison."""
    return join(
        [
            Stretch(
                from_datetime(one.since),
                OPEN if one.until is None else from_datetime(one.until),
                one.zone,
            )
            for one in spells
            if one.until is None or one.until > one.since
        ],
        gap,
    )


def joined_at(spells: Iterable[Spell], at: datetime, gap: Duration) -> Joined | None:
    """The joined spell that holds the moment, or that a spell beginning then would join."""
    moment = from_datetime(at)
    return next((one for one in joined(spells, gap) if one.start <= moment <= one.reach), None)


def latest_end(
    spells: Iterable[Spell], begins: Spell, longest: Duration, gap: Duration
) -> datetime:
    """The last lawful moment of a spell, counted from where the spells it joins began."""
    whole = joined_at([*spells, begins], begins.since, gap)
    start, zone = (whole.start, whole.zone) if whole else (from_datetime(begins.since), begins.zone)
    return to_datetime(longest.after(start, zone), begins.zone)


def full_days(whole: Joined, at: datetime) -> int:
    """How many days in a row have been full, by the calendar on the wall."""
    moment = from_datetime(at)
    guess = max((moment - whole.start) // Duration(days=1).as_elapsed(), 0)
    # A day of summer time is shorter or longer than the others, so the guess may be one off.
    return max(
        (n for n in (guess - 1, guess, guess + 1)
         if n >= 0 and Duration(days=n).after(whole.start, whole.zone) <= moment),
        default=0,
    )  # fmt: skip


def _country() -> str:
    return str(getattr(settings, "COUNTRY", ""))


@cache
def _rulebook(country: str) -> Rulebook:
    book = load_rulebook()
    return book.with_profile(load_profile(country)) if country else book


@cache
def _exceptions() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(_EXCEPTIONS.read_text(encoding="utf-8"))["exceptions"]
    return read
