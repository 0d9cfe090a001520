"""Is enough, or not too much, of the amount in each period? (patterns.md 2.8)"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from standards.checks import Quota
from standards.civil import add_months, local_day, midnight, month_start, week_start
from standards.durations import ZERO
from standards.findings import Finding, Status
from standards.instants import DAY, HOUR, MINUTE, Instant
from standards.person.answer import about, subjects, unknown_spells
from standards.person.file import ANY_KEY, PersonFile
from standards.person.quota_rolling import quota_rolling
from standards.records import Record
from standards.spells import Joined, Stretch, union

# What one unit of an amount is, in microseconds; a count is counted as it is.
UNIT_SIZES = {"minutes": MINUTE, "hours": HOUR, "days": DAY, "count": 1}
COUNT = "count"


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amounts of one subject: spells joined, events each with its size and record.

    `scale` is how much one unit weighs, so that time and counted amounts add up.
    """

    spells: list[Stretch]
    events: list[tuple[Instant, float, str]]
    scale: int

    def within(self, start: Instant, end: Instant) -> float:
        """The amount in [start, end): time cut at the bounds, events added (2.8, 4.14)."""
        time = sum(min(p.end, end) - max(p.start, start) for p in self._touching(start, end))
        return time + sum(size for when, size, _ in self.events if start <= when < end)

    def names_in(self, start: Instant, end: Instant) -> tuple[str, ...]:
        """The records that add to [start, end), each once."""
        names = [name for part in self._touching(start, end) for name in part.evidence]
        names += [name for when, _, name in self.events if start <= when < end]
        return tuple(dict.fromkeys(names))

    def _touching(self, start: Instant, end: Instant) -> list[Stretch]:
        """The spells that reach into [start, end): they are joined, and so in their order."""
        first = bisect_right(self.spells, start, key=lambda part: part.end)
        return self.spells[first : bisect_left(self.spells, end, key=lambda part: part.start)]


def amounts_of(check: Quota, file: PersonFile, subject: object) -> Amounts:
    """The amount records of the subject, open spells running to `as_of`."""
    scale = UNIT_SIZES[check.unit]
    spells, events = [], []
    for record in file.of_type(check.amount_of):
        if record.uncertain or (subject is not ANY_KEY and record.key != subject):
            continue
        if record.since is not None and check.unit != COUNT:
            end = file.as_of if record.until is None else min(record.until, file.as_of)
            if record.since < end:
                spells.append(Stretch(record.since, end, file.zone, evidence=(record.id,)))
        elif record.time is not None and _counts(record):
            size = 1.0 if record.amount is None else record.amount
            events.append((record.time, size * scale, record.id))
    return Amounts(union(spells), events, scale)


def _counts(record: Record) -> bool:
    """A spell counted as one must hold at some instant (4.21)."""
    return record.since is None or record.until is None or record.until > record.since


@dataclass(frozen=True, slots=True)
class Period:
    """A local day, week or month: [start, end), and the numbers of its days."""

    start: Instant
    end: Instant
    first_day: int
    after_day: int


def periods(kind: str, zone: str, start: Instant) -> Iterator[Period]:
    """The periods from the one that holds `start`, without end."""
    day = local_day(start, zone)
    if kind == "local_week":
        day = week_start(day)
    elif kind == "local_month":
        day = month_start(day)
    while True:
        if kind == "local_day":
            after = day + 1
        elif kind == "local_week":
            after = day + 7
        else:
            after = add_months(day, 1)
        yield Period(midnight(day, zone), midnight(after, zone), day, after)
        day = after


def quota(check: Quota, file: PersonFile) -> list[Finding]:
    """Breached and unknown periods, the one that is due, or `met` for a closed spell."""
    if check.rolling is not None:
        return quota_rolling(check, file)
    findings = unknown_spells(check, file, check.state, ZERO)
    for subject in subjects(check, file, check.state):
        spells = file.joined(check.state, group=check.group, key=subject)
        if spells:
            amounts = amounts_of(check, file, subject)
            for spell in spells:
                findings += _judge(check, file, subject, spell, amounts)
    return findings


def _judge(
    check: Quota, file: PersonFile, subject: object, spell: Joined, amounts: Amounts
) -> list[Finding]:
    excused = _excused_days(check, file, spell.zone)
    end = file.as_of if spell.is_open else spell.end
    breached: list[tuple[Instant, Instant]] = []
    unknown: list[tuple[Instant, Instant]] = []
    for period in periods(check.period, spell.zone, spell.start):
        if period.start >= end or (spell.is_open and period.end > end):
            break
        share = _share(period, excused)
        inside = (max(period.start, spell.start), min(period.end, end))
        if share == 0 or not _covers(check, spell.zone, period, inside):
            continue
        if check.unknown_without_data and not amounts.names_in(period.start, period.end):
            _add(unknown, inside)
        elif _is_broken(check, amounts, period, share):
            _add(breached, inside)
    found = [
        about(
            check, file, subject, status, since, until, duty=spell.start,
            flags=spell.end_flags() if until == spell.end else spell.flags,
            evidence=_evidence(spell, amounts, since, until),
        )
        for status, stretches in ((Status.BREACHED, breached), (Status.UNKNOWN, unknown))
        for since, until in stretches
    ]  # fmt: skip
    if spell.is_open:
        return found + _due(check, file, subject, spell, amounts, excused)
    if found:
        return found
    return [
        about(
            check, file, subject, Status.MET, spell.start, spell.end, duty=spell.start,
            flags=spell.end_flags(), evidence=_evidence(spell, amounts, spell.start, spell.end),
        )
    ]  # fmt: skip


def _evidence(spell: Joined, amounts: Amounts, start: Instant, end: Instant) -> tuple[str, ...]:
    """The records of the state, and those of the amount in the stretch judged."""
    return tuple(dict.fromkeys((*spell.evidence, *amounts.names_in(start, end))))


def _due(
    check: Quota,
    file: PersonFile,
    subject: object,
    spell: Joined,
    amounts: Amounts,
    excused: set[int],
) -> list[Finding]:
    """The earliest unfinished period that counts and is not yet filled: this one or the next."""
    if check.min is None:
        return []
    coming = periods(check.period, spell.zone, max(spell.start, file.as_of))
    for period in islice(coming, 2):
        inside = (max(period.start, spell.start), period.end)
        share = _share(period, excused)
        if period.end <= file.as_of or share == 0:
            continue
        if not _covers(check, spell.zone, period, inside):
            continue
        if _is_broken(check, amounts, period, share):
            return [
                about(
                    check, file, subject, Status.DUE, *inside, duty=spell.start,
                    flags=spell.flags, evidence=_evidence(spell, amounts, *inside),
                )
            ]  # fmt: skip
    return []


def _is_broken(check: Quota, amounts: Amounts, period: Period, share: float) -> bool:
    amount = amounts.within(period.start, period.end)
    if check.min is not None:
        return amount < check.min * share * amounts.scale
    assert check.max is not None
    return amount > check.max * amounts.scale


def _covers(check: Quota, zone: str, period: Period, inside: tuple[Instant, Instant]) -> bool:
    """Does the spell cover enough of the period for it to count?"""
    if check.min_overlap is None:
        return inside == (period.start, period.end)
    return check.min_overlap.after(inside[0], zone) <= inside[1]


def _share(period: Period, excused: set[int]) -> float:
    """The share of the period's days that is not excused: the minimum is lowered by it."""
    if not excused:
        return 1.0
    days = period.after_day - period.first_day
    out = sum(1 for day in range(period.first_day, period.after_day) if day in excused)
    return (days - out) / days


def _excused_days(check: Quota, file: PersonFile, zone: str) -> set[int]:
    """The local days on which an excuse stands."""
    days: set[int] = set()
    if check.excuse is None:
        return days
    for record in file.excepting(check.excuse):
        if record.at is not None:
            days.add(local_day(record.at, zone))
        elif record.since is not None:
            end = file.as_of if record.until is None else min(record.until, file.as_of)
            first = local_day(record.since, zone)
            last = local_day(max(end - 1, record.since), zone)
            days.update(range(first, last + 1))
    return days


def _add(stretches: list[tuple[Instant, Instant]], inside: tuple[Instant, Instant]) -> None:
    """Periods that touch are one finding (2.8, 4.16)."""
    if stretches and stretches[-1][1] == inside[0]:
        stretches[-1] = (stretches[-1][0], inside[1])
    else:
        stretches.append(inside)
