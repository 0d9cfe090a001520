"""Small reports to look at: findings made by hand, no engine and no files needed."""

from __future__ import annotations

from datetime import date
from typing import Any

from standards.checks import parse_check
from standards.findings import Finding, Flag, Status
from standards.instants import Instant, on_clock
from throughcare.report.model import Line, Rule, Source

ZONE = "Africa/Tunis"
SOLITARY = "nmr-43-1-b"
MEAL = "nmr-22-1-meals"


def day(text: str) -> Instant:
    return on_clock(date.fromisoformat(text), ZONE)


def rule_of(rule_id: str = SOLITARY, **changes: Any) -> Rule:
    check = {"pattern": "max_duration", "state": "solitary", "limit": "P15D", "merge_gap": "PT24H"}
    values: dict[str, Any] = {
        "id": rule_id,
        "cite": "43.1(b)",
        "title": "No prolonged solitary confinement",
        "says": "Solitary confinement of more than fifteen days in a row is forbidden.",
        "severity": "critical",
        "check": parse_check(rule_id, changes.pop("check", check)),
        "needs": ("separation.from", "contact_log.minutes"),
    }
    return Rule(**{**values, **changes})


def spell(
    who: str,
    began: str,
    ended: str | None = None,
    *,
    status: Status = Status.MET,
    place: str = "North",
    rule: str = SOLITARY,
    flags: frozenset[Flag] = frozenset(),
    **labels: str,
) -> Line:
    """A spell of solitary confinement as the engine would find it."""
    start = day(began)
    since = start if status != Status.BREACHED else start + 15 * 86_400_000_000
    until = None if ended is None else day(ended)
    finding = Finding(rule, status, who, since, until, flags, None, start, (f"record of {who}",))
    return Line(
        finding=finding, zone=ZONE, place=place, source=(Source("book.csv", 2),), labels=labels
    )
