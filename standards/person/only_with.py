"""Did it happen, or hold, only under a valid guard? (patterns.md 2.5; `planned` beside)"""

from __future__ import annotations

from dataclasses import dataclass

from standards.checks import OnlyWith
from standards.durations import ZERO
from standards.findings import Finding, Status
from standards.instants import OPEN, Instant
from standards.person.answer import about, key_of, subjects, unknown_spells
from standards.person.company import Company
from standards.person.file import PersonFile
from standards.person.guards import (
    agree,
    exempt_at,
    exempt_spells,
    guards_of,
    holds_at,
    validity,
)
from standards.person.only_with_planned import only_with_planned
from standards.spells import Joined


def only_with(check: OnlyWith, file: PersonFile, company: Company) -> list[Finding]:
    """An answer for each event, joined spell or plan."""
    if check.event is not None:
        return _events(check, file, company)
    if check.planned is not None:
        return only_with_planned(check, file)
    assert check.state is not None
    findings = unknown_spells(check, file, check.state, ZERO)
    for subject in subjects(check, file, check.state):
        for spell in file.joined(check.state, group=check.group, key=subject):
            findings += _cover(check, file, subject, spell)
    return findings


def _events(check: OnlyWith, file: PersonFile, company: Company) -> list[Finding]:
    assert check.event is not None
    findings = []
    for when, event in file.events(check.event):
        member = file.in_group(check.group, when)
        if member is None or exempt_at(check.exempt_if, file, when, event.key):
            continue
        guard = next(
            (
                record.id
                for owner, record in guards_of(check, file, company, staff=event.by_staff)
                if agree(event.key, record.key)
                and (valid := validity(check, owner, record)) is not None
                and holds_at(record, valid, when)
            ),
            None,
        )
        keyed = check.key is not None or check.is_per_thing
        findings.append(
            about(
                check, file, event.key if keyed else None,
                Status.BREACHED if guard is None else Status.MET, when, when,
                duty=when, flags=member.flags,
                evidence=(event.id,) if guard is None else (event.id, guard),
            )
        )  # fmt: skip
    return findings


def _cover(check: OnlyWith, file: PersonFile, subject: object, spell: Joined) -> list[Finding]:
    """Holes in the cover of one joined spell, and what is due for an open one."""
    cover = _covering(check, file, subject)
    grace_end = check.grace.after(spell.start, spell.zone)
    now = _cover_now(cover, file.as_of) if spell.is_open else None
    # Limits are broken only when exceeded: the end of the grace is still in time (1.1).
    in_grace = file.as_of <= grace_end and not check.grace.is_zero
    holes = _holes(cover, grace_end, spell.end, to_the_end=now is None and not in_grace)
    findings = [
        about(
            check, file, subject, Status.BREACHED, start, end,
            duty=spell.start, evidence=spell.evidence,
            flags=spell.end_flags() if end == spell.end else spell.flags,
        )
        for start, end in holes
    ]  # fmt: skip

    def add(status: Status, until: Instant, flags: frozenset[str]) -> list[Finding]:
        evidence = (*spell.evidence, *(name for part in cover for name in part.evidence))
        finding = about(
            check, file, subject, status, spell.start, until,
            duty=spell.start, flags=flags, evidence=evidence,
        )  # fmt: skip
        return [*findings, finding]

    if not spell.is_open:
        return findings or add(Status.MET, spell.end, spell.end_flags())
    if now is None:
        return add(Status.DUE, grace_end, spell.flags) if in_grace else findings
    if now != OPEN:
        return add(Status.DUE, now, spell.flags)
    # A `met` without end is not reported beside an earlier breach; `due` is (4.7).
    return findings or add(Status.MET, OPEN, spell.flags)


@dataclass(frozen=True, slots=True)
class _Cover:
    """Time under a guard; the end instant belongs to it where the guard is an event."""

    start: Instant
    end: Instant
    with_end: bool
    evidence: tuple[str, ...]


def _covering(check: OnlyWith, file: PersonFile, subject: object) -> list[_Cover]:
    """The guards that began by `as_of`, and exempt time, in the order of their beginning."""
    key = key_of(subject)
    cover = [
        _Cover(part.start, part.end, False, part.evidence)
        for part in exempt_spells(check.exempt_if, file)
    ]
    for guard in file.of_type(check.guard):
        valid = validity(check, file, guard)
        # A guard that starts after as_of does not prolong the present cover (4.8).
        if valid is not None and valid[0] <= file.as_of and agree(key, guard.key):
            cover.append(_Cover(*valid, guard.at is not None, (guard.id,)))
    return sorted(cover, key=lambda part: part.start)


def _cover_now(cover: list[_Cover], as_of: Instant) -> Instant | None:
    """The end of the present cover; None if there is none."""
    ends = [p.end for p in cover if as_of < p.end or (p.with_end and as_of == p.end)]
    return max(ends, default=None)


def _holes(
    cover: list[_Cover], start: Instant, end: Instant, *, to_the_end: bool
) -> list[tuple[Instant, Instant]]:
    """The stretches of [start, end) without cover; an open spell's last one if `to_the_end`."""
    holes = []
    reached = start
    for part in cover:
        if part.start >= end:
            # What is given after the spell is over covers nothing of it.
            break
        if part.start > reached:
            holes.append((reached, part.start))
        reached = max(reached, part.end)
    if reached < end and (end != OPEN or to_the_end):
        holes.append((min(reached, end), end))
    return holes
