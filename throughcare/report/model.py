"""What a report is made of: findings with their source, rules in words, rows and assumptions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from standards.checks import Check, MaxDuration
from standards.findings import Finding, Status
from standards.instants import Instant

UNKNOWN = "unknown"
SEVERITIES = ("critical", "high", "medium", "low")

# The order in which a reader wants them: what is wrong first, what is well last.
STATUSES = (Status.BREACHED, Status.DUE, Status.MET, Status.LAPSED, Status.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule as a reader sees it. `set_by` is `rule`, or `policy` for a number of our own.

    `laid_over` says each number that a country profile has put in place of the rule's;
    `lacking` names what is not recorded, so that the rule is answered in part only.
    """

    id: str
    cite: str
    title: str
    says: str
    check: Check
    severity: str = "medium"
    set_by: str = "rule"
    instrument: str = ""
    confirmed_on: date | None = None
    needs: tuple[str, ...] = ()
    set_by_note: str = ""
    laid_over: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()

    @property
    def limits_length(self) -> bool:
        """Whether the rule says how long something may last."""
        return isinstance(self.check, MaxDuration)


@dataclass(frozen=True, slots=True)
class Source:
    """The row of a file that a finding rests on."""

    file: str
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A finding with what its source says around it. `zone` is that of its first record."""

    finding: Finding
    zone: str
    place: str = UNKNOWN
    source: tuple[Source, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)

    @property
    def duty(self) -> tuple[str, str, str, int]:
        """What makes two findings one duty: rule, person or thing, case, beginning."""
        found = self.finding
        return (found.rule, found.who, found.key or "", found.duty)


@dataclass(frozen=True, slots=True)
class DamagedRow:
    """A row that could not be read as it stands, and why."""

    file: str
    row: int | None
    reason: str
    column: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Assumed:
    """A declared assumption and the number of records that it touches."""

    name: str
    text: str
    records_touched: int


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A monitored rule that these records cannot answer, and what they would have to hold."""

    rule: str
    cite: str
    title: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything one check found. Made once; every format is a view of it."""

    files: tuple[str, ...]
    as_of: Instant
    as_of_from_clock: bool
    known_at: Instant
    zone: str
    engine: str
    profile: str | None
    digest: str
    rules: Mapping[str, Rule]
    lines: tuple[Line, ...]
    read: int
    accepted: int
    damaged: tuple[DamagedRow, ...] = ()
    notices: tuple[str, ...] = ()
    assumptions: tuple[Assumed, ...] = ()
    label_names: tuple[str, ...] = ()
    answerable: tuple[str, ...] = ()
    unanswered: tuple[Unanswered, ...] = ()
    kept: frozenset[str] = frozenset()

    def of_rule(self, rule: str) -> list[Line]:
        """The lines of one rule, in the order found."""
        return [line for line in self.lines if line.finding.rule == rule]
