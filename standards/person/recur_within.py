"""While the state holds, does the response come at least every limit? (patterns.md 2.2)"""

from __future__ import annotations

from standards.checks import RecurWithin
from standards.findings import Finding, Status
from standards.instants import Instant
from standards.person.answer import about, met_flags, subjects, unknown_spells
from standards.person.file import ANY_KEY, PersonFile
from standards.spells import Joined


def recur_within(check: RecurWithin, file: PersonFile) -> list[Finding]:
    """Every breach; one `due` for an open spell; `met` for a closed one without breach."""
    findings = unknown_spells(check, file, check.state, check.merge_gap)
    for subject in subjects(check, file, check.state):
        responses = [
            (when, record.id)
            for when, record in file.events(check.response)
            if subject is ANY_KEY or record.key == subject
        ]
        for spell in file.joined(check.state, group=check.group, gap=check.merge_gap, key=subject):
            inside = [pair for pair in responses if spell.start <= pair[0] <= spell.end]
            findings += _judge(check, file, subject, spell, inside)
    return findings


def _judge(
    check: RecurWithin,
    file: PersonFile,
    subject: object,
    spell: Joined,
    responses: list[tuple[Instant, str]],
) -> list[Finding]:
    zone = spell.zone
    first = check.limit if check.first_within is None else check.first_within
    last, last_id = spell.start, ""
    deadline = check.grace.after(first.after(spell.start, zone), zone)
    found: list[Finding] = []

    def breach(until: Instant, flags: frozenset[str], *ids: str) -> None:
        evidence = (*spell.evidence, *(name for name in ids if name))
        found.append(
            about(
                check, file, subject, Status.BREACHED, deadline, until,
                duty=spell.start, flags=flags, evidence=evidence,
            )
        )  # fmt: skip

    for when, name in responses:
        if when > deadline:
            breach(when, spell.flags, last_id, name)
        last, last_id = when, name
        deadline = check.grace.after(check.limit.after(when, zone), zone)

    evidence = (*spell.evidence, *(name for _, name in responses))
    if spell.is_open and file.as_of <= deadline:
        found.append(
            about(
                check, file, subject, Status.DUE, last, deadline,
                duty=spell.start, flags=spell.flags, evidence=evidence,
            )
        )  # fmt: skip
    elif deadline < spell.end:
        breach(spell.end, spell.end_flags(), last_id)
    elif not found:
        flags = met_flags(spell, check.merge_gap, file.as_of)
        found.append(
            about(
                check, file, subject, Status.MET, spell.start, spell.end,
                duty=spell.start, flags=flags, evidence=evidence,
            )
        )  # fmt: skip
    return found
