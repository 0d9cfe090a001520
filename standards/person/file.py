"""One person's file as the patterns read it: records by type, states, groups, custody."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from standards.checks import CUSTODY
from standards.durations import ZERO, Duration
from standards.findings import Flag
from standards.groups import (
    ADULTS,
    BEGIN_WHEN_KNOWN,
    CHILDREN,
    MADE_OF,
    MEN,
    WOMEN,
    comes_of_age,
    has_sex,
)
from standards.instants import ALWAYS, OPEN, Instant
from standards.person.custody import CUSTODY_ENDS, custody
from standards.records import Person, Record, reaching
from standards.spells import NO_FLAGS, Joined, Stretch, cut, join, union

PLACEMENT = "placement"
GENERAL_POPULATION = "general_population"
SEPARATED_STATES = frozenset({"solitary", "separated", "separation"})
ANY_KEY = object()


class PersonFile:
    """The known records of one person or thing, ready to be asked.

    `records` are those that count (see knowledge.known_records). `zone_of` gives the zone of a
    record. `adult_if_unknown` is the declared assumption persons_are_adults.
    """

    def __init__(
        self,
        who: str,
        records: Iterable[Record],
        *,
        person: Person | None,
        as_of: Instant,
        zone: str,
        zone_of: Callable[[Record], str],
        adult_if_unknown: bool = False,
    ) -> None:
        self.who = who
        self.person = person
        self.as_of = as_of
        self.zone = zone
        self.zone_of = zone_of
        self.adult_if_unknown = adult_if_unknown
        by_type: dict[str, list[Record]] = defaultdict(list)
        for record in records:
            by_type[record.type].append(record)
        for found in by_type.values():
            found.sort(key=_order)
        self.by_type = by_type
        self._states: dict[tuple[str, bool], list[tuple[str | None, Stretch]]] = {}
        self._groups: dict[str, list[Stretch]] = {}
        self._joined: dict[tuple[object, ...], list[Joined]] = {}
        self._windows: dict[str, list[Stretch]] = {}

    def of_type(self, name: str) -> Sequence[Record]:
        """The records of a type in the order of what happened."""
        return self.by_type.get(name, ())

    def events(self, name: str) -> list[tuple[Instant, Record]]:
        """When each record of a type happened or began."""
        return [(r.time, r) for r in self.of_type(name) if r.time is not None]

    def excepting(self, name: str) -> Sequence[Record]:
        """The records that keep a duty from arising: the person's own, and those of places."""
        own, of_places = self.of_type(name), self.of_type(reaching(name))
        return sorted([*own, *of_places], key=_order) if of_places else own

    # -- states ---------------------------------------------------------------------------

    def state(self, name: str, *, uncertain: bool = False) -> list[tuple[str | None, Stretch]]:
        """The raw stretches of a state with the key of each record, ends inferred (1.3)."""
        known = self._states.get((name, uncertain))
        if known is None:
            if name == CUSTODY:
                known = [] if uncertain else [(None, part) for part in custody(self)]
            else:
                known = [
                    (record.key, self.stretch(record))
                    for record in self.of_type(name)
                    if record.uncertain is uncertain and _holds(record)
                ]
            self._states[(name, uncertain)] = known
        return known

    def stretch(self, record: Record) -> Stretch:
        """A spell record as a stretch; an absent end is inferred where a record tells it."""
        since, until = record.since, record.until
        assert since is not None
        end, inferred, plan = OPEN, False, None
        if until is not None:
            if until > self.as_of:
                plan = until
            else:
                end = until
        else:
            told = self._told_end(record.type, since)
            if told is not None:
                end, inferred = told, True
        flags = record.flags
        return Stretch(since, end, self.zone_of(record), inferred, plan, flags, (record.id,))

    def _told_end(self, name: str, since: Instant) -> Instant | None:
        """The first strictly later record that contradicts an open spell of the type."""
        types = list(CUSTODY_ENDS)
        if name == PLACEMENT:
            types.append(PLACEMENT)
        elif name in SEPARATED_STATES:
            types.append(GENERAL_POPULATION)
        later = (t for kind in types for t, r in self.events(kind) if t > since and _is_real(r))
        return min(later, default=None)

    def joined(
        self,
        state: str,
        *,
        group: str | None = None,
        gap: Duration = ZERO,
        key: object = ANY_KEY,
        uncertain: bool = False,
    ) -> list[Joined]:
        """Joined spells of a state that have a beginning, cut by the group first (4.26)."""
        ask = (state, group, gap, key, uncertain)
        known = self._joined.get(ask)
        if known is None:
            raw = self.state(state, uncertain=uncertain)
            parts = [part for own, part in raw if key is ANY_KEY or own == key]
            if group is not None:
                parts = cut(parts, self.group(group))
            known = join([part for part in parts if part.has_beginning], gap)
            self._joined[ask] = known
        return known

    def keys(self, state: str) -> list[str | None]:
        """The keys under which a state is recorded."""
        both = (*self.state(state), *self.state(state, uncertain=True))
        return sorted({key for key, _ in both}, key=str)

    # -- custody, while, groups -----------------------------------------------------------

    def windows(self, name: str) -> list[Stretch]:
        """Stretches during which a duty lives: custody, or the state of `while`."""
        known = self._windows.get(name)
        if known is None:
            known = union(part for _, part in self.state(name))
            self._windows[name] = known
        return known

    def window_at(self, name: str, moment: Instant) -> Stretch | None:
        """The one stretch of `windows` that holds the moment."""
        windows = self.windows(name)
        index = bisect_right(windows, moment, key=lambda window: window.start) - 1
        if index >= 0 and moment < windows[index].end:
            return windows[index]
        return None

    def group(self, name: str) -> list[Stretch]:
        """The stretches of belonging to a group (1.4)."""
        known = self._groups.get(name)
        if known is None:
            known = self._find_group(name)
            self._groups[name] = known
        return known

    def group_of_key(self, name: str, key: str | None) -> list[Stretch]:
        """The stretches of a group recorded under one key (an investigation)."""
        records = (record for record in self.of_type(name) if record.key == key)
        return union(m for r in records if (m := self.stretch_as_written(r)) is not None)

    def in_group(self, name: str | None, moment: Instant) -> Stretch | None:
        """The membership that holds at the moment; always, when no group is asked for."""
        if name is None:
            return _EVERYBODY
        return next((s for s in self.group(name) if s.start <= moment < s.end), None)

    def _find_group(self, name: str) -> list[Stretch]:
        if name in (CHILDREN, ADULTS):
            return self._age_group(name)
        spells = [
            member
            for kind in MADE_OF.get(name, (name,))
            for record in self.of_type(kind)
            if (member := self.stretch_as_written(record)) is not None
        ]
        if name in (WOMEN, MEN) and has_sex(self.person, name):
            spells.append(Stretch(ALWAYS, OPEN, self.zone))
        return union(spells)

    def _age_group(self, name: str) -> list[Stretch]:
        of_age = comes_of_age(self.person, self.zone)
        if of_age is None:
            if self.adult_if_unknown:
                return [] if name == CHILDREN else [Stretch(ALWAYS, OPEN, self.zone)]
            presumed = frozenset({Flag.PRESUMED_CHILD})
            whole = Stretch(ALWAYS, OPEN, self.zone, flags=presumed)
            return [whole] if name == CHILDREN else []
        if name == ADULTS:
            return [Stretch(of_age, OPEN, self.zone)] if of_age <= self.as_of else []
        by_year_only = self.person is not None and self.person.birth_date_is_latest
        flags = frozenset({Flag.PRESUMED_CHILD}) if by_year_only else NO_FLAGS
        end = of_age if of_age <= self.as_of else OPEN
        return [Stretch(ALWAYS, end, self.zone, flags=flags)]

    def stretch_as_written(self, record: Record) -> Stretch | None:
        """A spell whose end is never inferred: groups, guards, exemptions (4.22)."""
        start = record.since
        if start is None:
            return None
        if record.type in BEGIN_WHEN_KNOWN and record.known_from is not None:
            start = max(start, record.known_from)
        until = record.until
        end = OPEN if until is None or until > self.as_of else until
        if start >= end or start > self.as_of:
            return None
        return Stretch(start, end, self.zone_of(record), evidence=(record.id,))


_EVERYBODY = Stretch(ALWAYS, OPEN, "UTC")


def _order(record: Record) -> tuple[Instant, str]:
    return (record.time if record.time is not None else ALWAYS, record.id)


def _holds(record: Record) -> bool:
    """Does the spell hold at any instant (4.21)?"""
    if record.since is None:
        return False
    return record.until is None or record.until > record.since


def _is_real(record: Record) -> bool:
    """A spell that holds at no instant contradicts nothing."""
    return record.at is not None or _holds(record)
