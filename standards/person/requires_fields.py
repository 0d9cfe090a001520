"""Does the record carry these facts in time? (patterns.md 2.7, 1.8)"""

from __future__ import annotations

from standards.checks import RequiresFields
from standards.findings import Finding, Status
from standards.instants import Instant
from standards.person.answer import about
from standards.person.file import PersonFile
from standards.records import Filling, Record


def requires_fields(check: RequiresFields, file: PersonFile) -> list[Finding]:
    """One finding for each record of the type."""
    return [
        _judge(check, file, when, record, member.flags)
        for when, record in file.events(check.record)
        if (member := file.in_group(check.group, when)) is not None
    ]


def _judge(
    check: RequiresFields, file: PersonFile, when: Instant, record: Record, flags: frozenset[str]
) -> Finding:
    found = [_filled(check, file, record, name) for name in check.fields]
    filled = sorted(
        (max(moment, when), name) for moment, name in (f for f in found if f is not None)
    )
    deadline = check.by.after(when, file.zone_of(record))
    key = record.key if check.is_per_thing else None
    evidence = (record.id, *dict.fromkeys(name for _, name in filled if name != record.id))
    if len(filled) >= check.wanted:
        last = filled[check.wanted - 1][0]
        if last <= deadline:
            status, since, until = Status.MET, when, last
        else:
            status, since, until = Status.BREACHED, deadline, last
        return about(
            check, file, key, status, since, until, duty=when, flags=flags, evidence=evidence
        )
    if file.as_of < deadline or (file.as_of == deadline and not check.by.is_zero):
        return about(
            check, file, key, Status.DUE, when, deadline, duty=when, flags=flags,
            evidence=evidence,
        )  # fmt: skip
    return about(
        check, file, key, Status.BREACHED, deadline, None, duty=when, flags=flags,
        evidence=evidence,
    )  # fmt: skip


def _filled(
    check: RequiresFields, file: PersonFile, record: Record, name: str
) -> tuple[Instant, str] | None:
    """When the field was filled, and by which record.

    The record's own field governs, filled or blank. One it does not carry is looked for in the
    other record that its name names: the first one entered that counts (1.8).
    """
    if name in record.fields:
        return _entry(check, record.fields[name], record)
    other = name.partition(".")[0]
    if other == check.record:
        return None
    entries = [
        entry
        for candidate in file.of_type(other)
        if (record.key is None or candidate.key is None or candidate.key == record.key)
        and name in candidate.fields
        and (entry := _entry(check, candidate.fields[name], candidate)) is not None
    ]
    return min(entries, default=None)


def _entry(check: RequiresFields, filling: Filling, record: Record) -> tuple[Instant, str] | None:
    if filling.entered_at is None:
        return None
    if filling.unknown and not (check.allow_unknown and filling.reasoned):
        return None
    return (filling.entered_at, record.id)
