"""Did the event happen, or the state hold, for the group? (patterns.md 2.4)"""

from __future__ import annotations

from standards.checks import Never
from standards.durations import ZERO
from standards.findings import Finding, Status
from standards.person.answer import about, subjects, unknown_spells
from standards.person.file import PersonFile


def never(check: Never, file: PersonFile) -> list[Finding]:
    """A breach for each event or stretch; nothing when clean."""
    if check.event is not None:
        return [
            about(
                check, file, record.key if check.is_per_thing else None,
                Status.BREACHED, when, when,
                duty=when, flags=member.flags, evidence=(record.id, *member.evidence),
            )
            for when, record in file.events(check.event)
            if (member := file.in_group(check.group, when)) is not None
        ]  # fmt: skip
    assert check.state is not None
    return unknown_spells(check, file, check.state, ZERO) + [
        about(
            check, file, subject, Status.BREACHED, spell.start, spell.end,
            duty=spell.start, flags=spell.end_flags(), evidence=spell.evidence,
        )
        for subject in subjects(check, file, check.state)
        for spell in file.joined(check.state, group=check.group, key=subject)
    ]  # fmt: skip
