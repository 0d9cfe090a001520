"""Does a joined spell of the state last at most the limit? (patterns.md 2.3)"""

from __future__ import annotations

from standards.checks import MaxDuration
from standards.findings import Finding, Flag, Status
from standards.person.answer import about, met_flags, subjects, unknown_spells
from standards.person.file import PersonFile
from standards.spells import Joined


def max_duration(check: MaxDuration, file: PersonFile) -> list[Finding]:
    """One finding for each joined spell."""
    return unknown_spells(check, file, check.state, check.merge_gap) + [
        _judge(check, file, subject, spell)
        for subject in subjects(check, file, check.state)
        for spell in file.joined(check.state, group=check.group, gap=check.merge_gap, key=subject)
    ]


def _judge(check: MaxDuration, file: PersonFile, subject: object, spell: Joined) -> Finding:
    limit = check.limit.after(spell.start, spell.zone)
    past = [p.start for p in spell.parts if min(p.end, file.as_of) > limit]
    evidence = spell.evidence
    if past:
        return about(
            check, file, subject, Status.BREACHED, max(limit, min(past)), spell.end,
            duty=spell.start, flags=spell.end_flags(), evidence=evidence,
        )  # fmt: skip
    if spell.is_open:
        late = spell.plan is not None and spell.plan > limit
        flags = spell.flags | {Flag.PLANNED_PAST_LIMIT} if late else spell.flags
        return about(
            check, file, subject, Status.DUE, spell.start, limit,
            duty=spell.start, flags=flags, evidence=evidence,
        )  # fmt: skip
    return about(
        check, file, subject, Status.MET, spell.start, spell.end,
        duty=spell.start, flags=met_flags(spell, check.merge_gap, file.as_of), evidence=evidence,
    )  # fmt: skip
