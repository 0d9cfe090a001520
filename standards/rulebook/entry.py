"""One rule as it stands in a rulebook, and its check on a given day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from standards.checks import Check, parse_check
from standards.durations import Duration
from standards.rulebook.stricter import Order, compare

MONITORED, ATTESTED, PRINCIPLE = "monitored", "attested", "principle"
KINDS = (MONITORED, ATTESTED, PRINCIPLE)
SEVERITIES = ("critical", "high", "medium", "low")
SET_BY = ("rule", "policy")
NOT_CONFIRMED = "not yet confirmed against the official text"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule is written: the instrument's name, the place in it, and how sure we are."""

    name: str
    at: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class DatedValues:
    """The numbers of a check from a day on, until the next set."""

    since: date
    values: Mapping[str, Any]
    line: int = 0
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileValue:
    """One number of a rule as a country has it. `confirmed` means read in the source."""

    rule: str
    parameter: str
    value: Any
    source: str
    since: date | None = None
    source_date: str = ""
    confidence: str = ""
    confirmed: bool = False
    confirmed_by: str = ""
    note: str = ""
    line: int = 0

    @property
    def standing(self) -> str:
        """How sure the value is, in words to show beside it."""
        if self.confirmed_by:
            return f"confirmed by {self.confirmed_by}"
        if self.confirmed:
            return "read in public sources, not confirmed by a local lawyer"
        return "not confirmed"

    def holds_on(self, day: date) -> bool:
        """Is the value in force on the day?"""
        return self.since is None or self.since <= day


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One rule of an instrument.

    `check` holds pattern and names, `values` the dated numbers beside them (monitored rules
    only). `set_by` tells whether the numbers are the instrument's own or local policy. `file`
    and `line` are where it stands. `text_note` says what the words are worth (a paraphrase).
    `laid_over` are the values of a country profile.
    """

    id: str
    cite: str
    title: str
    says: str
    kind: str
    applies_to: tuple[str, ...]
    instrument: str
    reference: str
    adopted: date
    part: str
    chapter: str
    text_note: str
    file: str
    line: int
    severity: str = ""
    number: int | None = None
    check: Mapping[str, Any] | None = None
    values: tuple[DatedValues, ...] = ()
    set_by: str = ""
    set_by_note: str = ""
    question: str = ""
    answers: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    ask_every: Duration | None = None
    derivation: str = ""
    age_rule: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    mended: str = ""
    needs: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    checked_on: date | None = None
    laid_over: tuple[ProfileValue, ...] = ()

    @property
    def pattern(self) -> str:
        """The pattern of the check; empty for a rule that is not monitored."""
        return str(self.check.get("pattern", "")) if self.check is not None else ""

    @property
    def confirmed(self) -> str:
        """What to show everywhere: who may rely on the words of this entry."""
        if self.checked_on is None:
            return NOT_CONFIRMED
        return f"checked against the official text on {self.checked_on.isoformat()}"

    def values_on(self, day: date) -> DatedValues | None:
        """The numbers in force on the day; the earliest where the day is before all of them."""
        earlier = [dated for dated in self.values if dated.since <= day]
        if earlier:
            return max(earlier, key=lambda dated: dated.since)
        return min(self.values, key=lambda dated: dated.since, default=None)

    def written_on(self, day: date) -> dict[str, Any] | None:
        """The check as the instrument has it on the day, as written; None if not monitored."""
        dated = self.values_on(day)
        if self.check is None or dated is None:
            return None
        return {**self.check, **dated.values}

    def effective_on(self, day: date) -> dict[str, Any] | None:
        """The check on the day, the stricter of instrument and country applying."""
        written = self.written_on(day)
        if written is None:
            return None
        stricter = {
            parameter: value.value
            for parameter, value in self.country_values_on(day).items()
            if compare(written, parameter, value.value) is Order.STRICTER
        }
        return written | stricter

    def country_values_on(self, day: date) -> dict[str, ProfileValue]:
        """The latest value of the country for each parameter, of those in force on the day."""
        held = [value for value in self.laid_over if value.holds_on(day)]
        held.sort(key=lambda value: value.since or date.min)
        return {value.parameter: value for value in held}

    def check_on(self, day: date) -> Check | None:
        """The typed check with the values in force on the day; None if not monitored."""
        effective = self.effective_on(day)
        return None if effective is None else parse_check(self.id, effective)
