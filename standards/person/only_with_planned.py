"""`only_with` over a planned event: is the guard there in time before it? (patterns.md 2.5)"""

from __future__ import annotations

from itertools import groupby

from standards.checks import CUSTODY, OnlyWith
from standards.findings import Finding, Status
from standards.instants import OPEN, Instant
from standards.person.answer import about
from standards.person.custody import CUSTODY_ENDS
from standards.person.file import PersonFile
from standards.person.guards import agree
from standards.records import Record
from standards.spells import Stretch

_Plan = tuple[Instant, Instant, Record]  # known since, planned for, record


def only_with_planned(check: OnlyWith, file: PersonFile) -> list[Finding]:
    """One finding for the latest version of each plan."""
    findings = []
    for known, planned, record, end in _latest_plans(check, file):
        member = _member(check, file, end)
        if member is not None:
            findings.append(_judge(check, file, known, planned, record, end, member))
    return findings


def _latest_plans(
    check: OnlyWith, file: PersonFile
) -> list[tuple[Instant, Instant, Record, Instant]]:
    """The plans with the end of each duty: the event, a death or the end of custody.

    Versions known before the same end are versions of one plan; the one entered last counts.
    """
    assert check.planned is not None
    ends = sorted({t for kind in (check.planned, *CUSTODY_ENDS[1:]) for t, _ in file.events(kind)})
    plans = []
    for record in file.of_type(f"planned_{check.planned}"):
        known = record.known_from
        if known is None or record.planned_at is None:
            continue
        window = file.window_at(CUSTODY, known)
        if window is None:
            continue
        event = next((t for t in ends if t >= known), OPEN)
        plans.append((min(event, window.end), (known, record.planned_at, record)))
    plans.sort(key=lambda pair: (pair[0], pair[1][0], pair[1][1], pair[1][2].id))
    latest = []
    for end, versions in groupby(plans, key=lambda pair: pair[0]):
        *_, (_, (known, planned, record)) = versions
        latest.append((known, planned, record, end))
    return latest


def _member(check: OnlyWith, file: PersonFile, end: Instant) -> Stretch | None:
    """The group at `as_of`, or right up to the event once it has happened (1.4)."""
    if check.group is None or end == OPEN:
        return file.in_group(check.group, file.as_of)
    return next((s for s in file.group(check.group) if s.start < end <= s.end), None)


def _judge(
    check: OnlyWith,
    file: PersonFile,
    known: Instant,
    planned: Instant,
    record: Record,
    end: Instant,
    member: Stretch,
) -> Finding:
    zone = file.zone_of(record)
    deadline = max(check.min_lead.before(planned, zone), check.short_notice.after(known, zone))
    deadline = min(deadline, planned)
    guard = _first_guard(check, file, planned, record, end, zone)
    status, since, until = Status.DUE, known, deadline
    if guard is not None and guard[0] <= deadline:
        # A guard given before the plan was known counts at that moment (4.9).
        status, since, until = Status.MET, known, max(guard[0], known)
    elif guard is not None:
        status, since, until = Status.BREACHED, deadline, guard[0]
    elif end <= deadline:
        status, since, until = Status.LAPSED, known, end
    elif end != OPEN or file.as_of > deadline:
        status, since, until = Status.BREACHED, deadline, end
    evidence = (record.id,) if guard is None else (record.id, guard[1])
    keyed = check.key is not None or check.is_per_thing
    return about(
        check, file, record.key if keyed else None, status, since, until,
        duty=known, flags=member.flags, evidence=evidence,
    )  # fmt: skip


def _first_guard(
    check: OnlyWith,
    file: PersonFile,
    planned: Instant,
    record: Record,
    end: Instant,
    zone: str,
) -> tuple[Instant, str] | None:
    """The first guard that is not too old for the planned time nor after the end."""
    oldest = None if check.max_age is None else check.max_age.before(planned, zone)
    given = [
        (max(when, guard.made_at or when), guard.id)
        for when, guard in file.events(check.guard)
        if agree(record.key, guard.key)
    ]
    return min(
        (g for g in given if g[0] <= end and (oldest is None or g[0] >= oldest)), default=None
    )
