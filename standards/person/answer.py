"""How a finding about a joined spell is written down; shared by the patterns over states."""

from __future__ import annotations

from collections.abc import Iterable

from standards.checks import Check
from standards.durations import Duration
from standards.findings import Finding, Flag, Status
from standards.instants import OPEN, Instant
from standards.person.file import ANY_KEY, PersonFile
from standards.spells import Joined


def subjects(check: Check, file: PersonFile, state: str) -> Iterable[object]:
    """Under which keys the state is judged: each thing apart when `per` names one (1.8)."""
    return file.keys(state) if check.is_per_thing else (ANY_KEY,)


def key_of(subject: object) -> str | None:
    return subject if isinstance(subject, str) else None


def about(
    check: Check,
    file: PersonFile,
    subject: object,
    status: Status,
    since: Instant,
    until: Instant | None,
    *,
    duty: Instant,
    flags: Iterable[str] = (),
    evidence: tuple[str, ...] = (),
) -> Finding:
    """A finding; an OPEN end becomes None."""
    return Finding(
        rule=check.rule,
        status=status,
        who=file.who,
        since=since,
        until=None if until == OPEN else until,
        flags=frozenset(Flag(flag) for flag in flags),
        key=key_of(subject),
        duty=duty,
        evidence=evidence,
    )


def met_flags(spell: Joined, gap: Duration, as_of: Instant) -> frozenset[str]:
    """The flags of a `met` over a joined spell: provisional while a part could join (4.6)."""
    if not gap.is_zero and as_of <= spell.reach:
        return spell.end_flags() | {Flag.PROVISIONAL}
    return spell.end_flags()


def unknown_spells(check: Check, file: PersonFile, state: str, gap: Duration) -> list[Finding]:
    """One `unknown` for each joined spell in which the state may or may not have held."""
    return [
        about(
            check,
            file,
            subject,
            Status.UNKNOWN,
            spell.start,
            spell.end,
            duty=spell.start,
            flags=spell.end_flags(),
            evidence=spell.evidence,
        )
        for subject in subjects(check, file, state)
        for spell in file.joined(state, group=check.group, gap=gap, key=subject, uncertain=True)
    ]
