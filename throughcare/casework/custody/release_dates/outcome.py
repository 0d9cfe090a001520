"""What comes out: lines to be read from top to bottom, and the dates; words are made above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from throughcare.casework.custody.release_dates.profile import Value


class Said(StrEnum):
    """What a line says; the page has a sentence for each."""

    BEGINS = "begins"
    FOLLOWS = "follows"
    TERM = "term"
    FINE_TERM = "fine_term"
    REMISSION_RULE = "remission_rule"
    REMISSION_NONE = "remission_none"
    REMISSION_GRANTED = "remission_granted"
    REMISSION_LOST = "remission_lost"
    AT_LARGE = "at_large"
    REMAND = "remand"
    PARDON = "pardon"
    NOT_BEFORE = "not_before"
    LATEST = "latest"
    RELEASE_DAY = "release_day"
    REST_DAY = "rest_day"
    CONDITIONAL = "conditional"
    CONDITIONAL_UNKNOWN = "conditional_unknown"


class Unsupported(StrEnum):
    """Why no date is computed, and one is asked for by hand."""

    NO_SENTENCE = "no_sentence"
    LIFE = "life"
    OTHER = "other"
    NO_LENGTH = "no_length"
    TOO_LONG = "too_long"
    GAP = "gap"
    UNKNOWN_VALUE = "unknown_value"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One step: what was done, by which value of the profile, and the end of the term after it.

    `end` is half-open: the first day that is not served. `path` counts the ways through the
    sentences from 1; 0 is what concerns all of them.
    """

    said: Said
    end: date | None
    rule: Value | None = None
    path: int = 0
    given: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditional:
    """The earliest day of conditional release under one share of the profile."""

    name: str
    on: date
    rule: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """The outcome. `final` is the day of release; None where `unsupported` says why.

    `missing` names the values that the profile does not know. `hour` is None where unknown.
    """

    lines: Sequence[Line]
    begins: date | None = None
    final: date | None = None
    hour: time | None = None
    conditional: Sequence[Conditional] = ()
    unsupported: Unsupported | None = None
    missing: Sequence[str] = ()

    @property
    def confirmed(self) -> bool:
        """Whether each value that was used has been confirmed by a lawyer."""
        return all(line.rule.confirmed for line in self.lines if line.rule is not None)
