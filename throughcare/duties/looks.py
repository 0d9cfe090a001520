"""When to look at a file again although nothing was written in it.

What the engine says of a file changes with time alone only at certain instants: when a deadline has
passed, a spell that is planned to end ends, a birthday comes, a local day is over. The earliest of
them after the moment of the judgement is kept with the findings. One too many costs a judgement
that changes nothing; one too few would leave an answer standing that is no longer true: a property
test looks for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields

from standards.checks import Check, Quota
from standards.civil import local_day, midnight
from standards.durations import Duration
from standards.findings import Finding, Status
from standards.groups import comes_of_age
from standards.instants import DAY, Instant
from standards.person.quota import UNIT_SIZES
from standards.records import Archive, Record
from standards.rulebook.derivations import Derivation, SolitaryByLocalDay
from throughcare.duties.kinds import names_of

# The first instant at which a limit that is reached has been exceeded.
_JUST_AFTER = 1
_LONGEST_MONTH = 31


def look_again(
    archive: Archive, checks: Sequence[Check], findings: Iterable[Finding],
    derivations: Sequence[Derivation], *, after: Instant,
) -> Instant | None:  # fmt: skip
    """The earliest instant after a judgement at which another answer is possible. None: never."""
    by_type: dict[str, list[Record]] = defaultdict(list)
    for record in archive.records:
        if record.voided_at is None or record.voided_at > after:
            by_type[record.type].append(record)
    for derivation in derivations:
        by_type[derivation.state] += by_type[derivation.source]
    candidates = [
        *_of_findings(findings),
        *_of_records(by_type),
        *_birthdays(archive),
        *_of_lengths(by_type, checks, archive.zone, after),
        *_of_days(by_type, checks, derivations, archive.zone, after),
        *_of_windows(by_type, checks, after),
    ]
    later = [one for one in candidates if one > after]
    return min(later, default=None)


def _of_findings(findings: Iterable[Finding]) -> Iterator[Instant]:
    for one in findings:
        if one.status == Status.DUE and one.until is not None:
            yield one.until
            yield one.until + _JUST_AFTER


def _of_records(by_type: Mapping[str, Sequence[Record]]) -> Iterator[Instant]:
    """What is planned, or was entered for later."""
    for records in by_type.values():
        for record in records:
            yield from _instants(record)
            if record.recorded_at is not None:
                yield record.recorded_at
            if record.voided_at is not None:
                yield record.voided_at
            for filling in record.fields.values():
                if filling.entered_at is not None:
                    yield filling.entered_at


def _instants(record: Record) -> Iterator[Instant]:
    for instant in (record.at, record.since, record.until, record.planned_at, record.made_at):
        if instant is not None:
            yield instant


def _birthdays(archive: Archive) -> Iterator[Instant]:
    for person in archive.persons.values():
        born = comes_of_age(person, archive.zone)
        if born is not None:
            yield born


def _of_lengths(
    by_type: Mapping[str, Sequence[Record]], checks: Sequence[Check], zone: str, after: Instant
) -> Iterator[Instant]:
    """A length of a rule counted from an instant of a record that the rule asks for."""
    for check in checks:
        lengths = _lengths(check)
        if not lengths:
            continue
        said, answers = names_of(check)
        for name in (*said, *answers):
            for record in by_type.get(name, ()):
                yield from _shifted(record, lengths, record.zone or zone, after)


def _lengths(check: Check) -> list[Duration]:
    values = (getattr(check, one.name) for one in fields(check))
    return [one for one in values if isinstance(one, Duration) and not one.is_zero]


def _shifted(
    record: Record, lengths: Sequence[Duration], zone: str, after: Instant
) -> Iterator[Instant]:
    moments = [*_instants(record)]
    if record.recorded_at is not None:
        moments.append(record.recorded_at)
    for length in lengths:
        reach = (length.months * _LONGEST_MONTH + length.days + 2) * DAY + length.elapsed
        for moment in moments:
            if moment + reach > after:
                yield length.after(moment, zone)
                yield length.after(moment, zone) + _JUST_AFTER
            if record.planned_at is not None and moment - reach < record.planned_at:
                yield length.before(moment, zone)
                yield length.before(moment, zone) + _JUST_AFTER


def _of_days(
    by_type: Mapping[str, Sequence[Record]], checks: Sequence[Check],
    derivations: Sequence[Derivation], zone: str, after: Instant,
) -> Iterator[Instant]:  # fmt: skip
    """The end of the local day, where a rule counts days of a state that goes on."""
    counted = [name for c in checks if isinstance(c, Quota) and c.period for name in names_of(c)[0]]
    for name in counted:
        for record in by_type.get(name, ()):
            if _goes_on(record, after):
                yield _next_midnight(record.zone or zone, after)
    for derivation in derivations:
        if isinstance(derivation, SolitaryByLocalDay):
            going = [r for r in by_type.get(derivation.source, ()) if _goes_on(r, after)]
            for record in going:
                yield _next_midnight(record.zone or zone, after)
                yield from _alone_again(derivation, record, by_type, zone, after)


def _alone_again(
    derivation: SolitaryByLocalDay, separation: Record, by_type: Mapping[str, Sequence[Record]],
    zone: str, after: Instant,
) -> Iterator[Instant]:  # fmt: skip
    """When the contact of today no longer suffices, should none follow (the share of rule 44)."""
    local = separation.zone or zone
    share, of = derivation.alone_share
    spells = [r for r in by_type.get(derivation.contact, ()) if r.since is not None]
    for start in (midnight(local_day(after, local), local), separation.since or after):
        talked = sum(_inside(record, start, after) for record in spells)
        if talked:
            yield start - (-talked * of // (of - share))  # the first instant of so much alone


def _inside(record: Record, start: Instant, end: Instant) -> int:
    """How much of [start, end) a spell takes."""
    since = start if record.since is None else max(record.since, start)
    return max(0, (end if record.until is None else min(record.until, end)) - since)


def _of_windows(
    by_type: Mapping[str, Sequence[Record]], checks: Sequence[Check], after: Instant
) -> Iterator[Instant]:
    """The earliest instant at which a rolling window can be full, while its amount still grows."""
    for check in checks:
        if not isinstance(check, Quota) or check.rolling is None or check.max is None:
            continue
        spells = [r for r in by_type.get(check.amount_of, ()) if r.since is not None]
        if not any(_goes_on(record, after) for record in spells):
            continue
        window = check.rolling.as_elapsed()
        inside = sum(_inside(record, after - window, after) for record in spells)
        left = int(check.max * UNIT_SIZES[check.unit]) - inside
        if left >= 0:
            yield after + left + _JUST_AFTER


def _goes_on(record: Record, after: Instant) -> bool:
    begun = record.since is not None and record.since <= after
    return begun and (record.until is None or record.until > after)


def _next_midnight(zone: str, after: Instant) -> Instant:
    return midnight(local_day(after, zone) + 1, zone)
