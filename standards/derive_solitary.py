"""When a stretch of separation is solitary confinement (Mandela Rule 44; nmr-44)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import accumulate

from standards.civil import local_day, midnight
from standards.findings import Flag
from standards.instants import MINUTE, Instant
from standards.person.file import PersonFile
from standards.records import Record
from standards.rulebook.derivations import SolitaryByLocalDay
from standards.spells import Joined, Stretch, join, union

_NO_LOG = frozenset({Flag.NO_CONTACT_LOG})


def solitary_by_local_day(
    derivation: SolitaryByLocalDay, file: PersonFile, *, contact_kept: bool, assumed: bool
) -> list[Record]:
    """The solitary stretches inside a person's separation, as records of the derived state.

    Where the source keeps no contact log at all, nobody can tell: the whole separation is an
    uncertain state, unless the assumption is declared. It is then taken as solitary and every
    finding shows no_contact_log. Where logs are kept, each local day is judged (ADR 0008).
    """
    sources = file.of_type(derivation.source)
    if not contact_kept:
        return [
            replace(
                record,
                type=derivation.state,
                uncertain=not assumed,
                flags=record.flags | _NO_LOG if assumed else record.flags,
            )
            for record in sources
        ]
    template = sources[0]
    contacts = _Contacts(derivation, file)
    return [
        _record(derivation, template, spell, stretch)
        for spell in join(part for _, part in file.state(derivation.source))
        for stretch in _solitary_days(derivation, file, spell, contacts)
    ]


def _record(
    derivation: SolitaryByLocalDay, template: Record, spell: Joined, stretch: Stretch
) -> Record:
    """A derived record; it stays open, planned or without a written end as its source is."""
    until: Instant | None = stretch.end
    if stretch.inferred:
        until = spell.plan if spell.is_open else (None if spell.inferred else spell.end)
    return Record(
        id=stretch.evidence[0] if stretch.evidence else template.id,
        type=derivation.state,
        who=template.who,
        since=stretch.start,
        until=until,
        zone=stretch.zone,
        recorded_at=template.known_from,
        flags=stretch.flags,
    )


def _solitary_days(
    derivation: SolitaryByLocalDay, file: PersonFile, spell: Joined, contacts: _Contacts
) -> list[Stretch]:
    """Neighbouring solitary days joined; `inferred` tells that it runs to the spell's end."""
    end = file.as_of if spell.is_open else spell.end
    days: list[Stretch] = []
    day = local_day(spell.start, spell.zone)
    while (start := max(midnight(day, spell.zone), spell.start)) < end or start == spell.start:
        whole = midnight(day + 1, spell.zone)
        stop = min(whole, end)
        is_whole = start == midnight(day, spell.zone) and stop == whole
        logged = contacts.logged(start, stop)
        if not logged or _is_alone(derivation, contacts.talked(start, stop), start, stop, is_whole):
            flags = spell.flags if logged else spell.flags | _NO_LOG
            at_end = stop == end
            days.append(Stretch(start, stop, spell.zone, at_end, None, flags, spell.evidence))
        if stop >= end:
            break
        day += 1
    return [_one(group) for group in _touching(days)]


def _touching(days: list[Stretch]) -> list[list[Stretch]]:
    groups: list[list[Stretch]] = []
    for day in days:
        if groups and groups[-1][-1].end == day.start:
            groups[-1].append(day)
        else:
            groups.append([day])
    return groups


def _one(days: list[Stretch]) -> Stretch:
    first, last = days[0], days[-1]
    flags = frozenset[str]().union(*(day.flags for day in days))
    return replace(first, end=last.end, inferred=last.inferred, flags=flags)


def _is_alone(
    derivation: SolitaryByLocalDay, talked: int, start: Instant, stop: Instant, is_whole: bool
) -> bool:
    """Was the time without meaningful contact long enough in this day or part of a day?"""
    alone = (stop - start) - talked
    if is_whole:
        return alone >= derivation.alone_for.as_elapsed()
    share, of = derivation.alone_share
    return alone * of >= (stop - start) * share


class _Contacts:
    """A person's log of contacts, to be asked of many days: each answer looks at that day alone."""

    def __init__(self, derivation: SolitaryByLocalDay, file: PersonFile) -> None:
        logs = sorted((start, until) for start, until, _ in _log_times(derivation, file))
        self.log_starts = [start for start, _ in logs]
        # The latest end so far; a moment ends after itself, so that it counts in [start, stop).
        ends = (until + 1 if start == until else until for start, until in logs)
        self.log_ends = list(accumulate(ends, max))
        spells, events = _contact(derivation, file)
        self.starts, self.ends = [one.start for one in spells], [one.end for one in spells]
        self.events = sorted(events)
        self.moments = [when for when, _ in self.events]

    def logged(self, start: Instant, stop: Instant) -> bool:
        """Was any contact at all written of [start, stop)?"""
        before = bisect_left(self.log_starts, stop)
        return before > 0 and self.log_ends[before - 1] > start

    def talked(self, start: Instant, stop: Instant) -> int:
        """The meaningful contact in [start, stop): spells are joined, and so in their order."""
        spells = range(bisect_right(self.ends, start), bisect_left(self.starts, stop))
        time = sum(min(self.ends[n], stop) - max(self.starts[n], start) for n in spells)
        events = range(bisect_left(self.moments, start), bisect_left(self.moments, stop))
        return time + sum(self.events[n][1] for n in events)


def _log_times(
    derivation: SolitaryByLocalDay, file: PersonFile
) -> list[tuple[Instant, Instant, Record]]:
    """When each contact was, whatever its kind."""
    times = []
    for record in file.of_type(derivation.contact):
        if record.at is not None:
            times.append((record.at, record.at, record))
        elif record.since is not None:
            until = file.as_of if record.until is None else min(record.until, file.as_of)
            times.append((record.since, until, record))
    return times


def _contact(
    derivation: SolitaryByLocalDay, file: PersonFile
) -> tuple[list[Stretch], list[tuple[Instant, int]]]:
    """Meaningful contact: spells joined, events with their minutes. No kind is no proof."""
    meaningful = [
        (start, until, record)
        for start, until, record in _log_times(derivation, file)
        if record.kind in derivation.meaningful_kinds
    ]
    spells = [Stretch(s, u, file.zone) for s, u, record in meaningful if s < u]
    events = [(s, int((record.amount or 0) * MINUTE)) for s, _, record in meaningful if record.at]
    return union(spells), events
