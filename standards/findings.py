"""What the engine says: findings with a status, a stretch of time, flags and evidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from standards.instants import Instant, format_instant


class Status(StrEnum):
    """The five answers of patterns.md 1.6."""

    MET = "met"
    DUE = "due"
    BREACHED = "breached"
    LAPSED = "lapsed"
    UNKNOWN = "unknown"


class Flag(StrEnum):
    """What a reader should know beside the status (patterns.md 1.6)."""

    INFERRED_END = "inferred_end"
    PRESUMED_CHILD = "presumed_child"
    NO_CONTACT_LOG = "no_contact_log"
    PROVISIONAL = "provisional"
    PLANNED_PAST_LIMIT = "planned_past_limit"


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer about one duty or stretch.

    `since` and `until` are the *from* and *to* of patterns.md 1.6; `until` None is going on.
    `duty` is the instant at which the duty or joined spell began: findings with the same rule,
    who, key and duty are about one thing. `evidence` names the records used; two findings are
    equal whatever their evidence (patterns.md 4.27), and so the population engine may leave
    it empty.
    """

    rule: str
    status: Status
    who: str
    since: Instant
    until: Instant | None
    flags: frozenset[Flag]
    key: str | None
    duty: Instant
    evidence: tuple[str, ...] = ()

    def answer(self) -> tuple[str, str, str, int, int | None, tuple[str, ...], str]:
        """What must agree between engines: everything but evidence and the duty's beginning."""
        flags = tuple(sorted(self.flags))
        return (self.rule, self.status, self.who, self.since, self.until, flags, self.key or "")

    def as_json(self, zone: str) -> dict[str, object]:
        """The form of the case files, instants with the offset of the zone."""
        return {
            "rule": self.rule,
            "status": str(self.status),
            "who": self.who,
            "from": format_instant(self.since, zone),
            "to": None if self.until is None else format_instant(self.until, zone),
            "flags": sorted(str(flag) for flag in self.flags),
        }
