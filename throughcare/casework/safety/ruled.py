"""What a rule says, and its numbers: read from the rulebook, never repeated here."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from standards.durations import Duration, parse_duration
from standards.instants import from_datetime, to_datetime
from throughcare.casework.safety.limits import rulebook

# How a rule is called on a screen, by the first part of its name in the rulebook.
_SHORT: Final = (
    ("juv-hr-", "Havana Rules"),
    ("nmr-", "Nelson Mandela Rules"),
    ("br-", "Bangkok Rules"),
)


def words_of(rule: str) -> str:
    """The rule as it is shown in a refusal: where it stands, and what it says."""
    entry = rulebook().entries[rule]
    short = next((name for prefix, name in _SHORT if rule.startswith(prefix)), entry.instrument)
    return f"{short} {entry.cite} ({rule}): {entry.says}"


def length_of(rule: str, parameter: str, on: date) -> Duration:
    """A length of time that a rule gives, as it holds on a day."""
    effective = rulebook().entries[rule].effective_on(on)
    if effective is None:
        raise LookupError(f"{rule} gives no numbers")
    return parse_duration(effective[parameter])


def after(moment: datetime, length: Duration, zone: str) -> datetime:
    """The moment this long after, by the clock of the place."""
    return to_datetime(length.after(from_datetime(moment), zone), zone)
