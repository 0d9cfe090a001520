"""People to whom a regime does the same are judged once: a wing of 300 is a handful of cases.

Of each person only what the rules of the plan ask is looked at, without names of rows. Custody
counts from the first of these records or from the plan on, an adult as an adult.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from standards.checks import Check
from standards.groups import MEN, WOMEN, comes_of_age
from standards.instants import Instant, to_datetime
from standards.knowledge import known_records
from standards.person.custody import custody
from standards.person.engine import open_files
from standards.prepare import Preparation
from standards.records import Archive, Person, Record
from throughcare.duties.kinds import names_of
from throughcare.duties.rules import rulebook
from throughcare.duties.what_if.plans import Plan

_LONG_GROWN: Final = date(1970, 1, 1)
_CUSTODY: Final = frozenset(
    {"in_custody", "custody", "admission", "release", "death", "death_in_custody"}
)


@dataclass(frozen=True, slots=True)
class Alike:
    """Cases that stand for others: the archive of them, and whom each stands for."""

    archive: Archive
    whom: Mapping[str, Sequence[str]]


def alike(archive: Archive, checks: Sequence[Check], plan: Plan, *, now: Instant) -> Alike:
    """The cases under these rules, as known now, until the plan ends."""
    begins, ends = plan.begins, plan.ends(archive.zone)
    wanted = {name for check in checks for some in names_of(check) for name in some}
    derived = {one.state: one for one in rulebook().derivations}
    for name in wanted & set(derived):
        wanted |= {derived[name].source, getattr(derived[name], "contact", "")}
    known = known_records(archive.records, as_of=now, known_at=now)
    whom: dict[object, list[str]] = defaultdict(list)
    cases: dict[object, tuple[list[Record], Person]] = {}
    prepared = open_files(replace(archive, records=known), Preparation(known, now), as_of=now)
    for who, person in archive.persons.items():
        file = prepared.get(who)
        own = [one for name in wanted - _CUSTODY for one in (file.of_type(name) if file else ())]
        since = min([begins, *(one.time for one in own if one.time is not None)])
        held = custody(file) if file else []
        stays = [(max(one.start, since), one.end) for one in held if one.end > since]
        seen = _seen(person, archive.zone, (since, ends), wanted)
        key = (seen.birth_date, seen.birth_date_is_latest, seen.sex, seen.zone, tuple(stays),
               _told(own))  # fmt: skip
        whom[key].append(who)
        if key not in cases:
            cases[key] = ([*own, *_stays(stays, who, now)], replace(seen, id=who))
    records = [one for some, _person in cases.values() for one in some]
    persons = {person.id: person for _records, person in cases.values()}
    small = replace(archive, records=records, persons=persons)
    return Alike(small, {whom[key][0]: whom[key] for key in cases})


def _seen(
    person: Person, zone: str, time: tuple[Instant, Instant], wanted: Set[str]
) -> Person:  # fmt: skip
    """Whoever is grown, or a child, all of this time is that and no more.

    A woman or a man only where a rule asks for it.
    """
    since, ends = time
    if not wanted & {WOMEN, MEN}:
        person = replace(person, sex=None)
    grown = comes_of_age(person, zone)
    if grown is None or since < grown <= ends:
        return person
    born = _LONG_GROWN if grown <= since else to_datetime(ends, zone).date()
    return replace(person, birth_date=born, birth_date_is_latest=False)


def _told(records: Sequence[Record]) -> tuple[object, ...]:
    """What records say, whatever they are called; which of them belong together by their keys."""
    order = sorted(records, key=lambda one: (one.type, one.time or 0, one.until or 0, one.id))
    keys: dict[str | None, int] = {}
    return tuple(
        (one.type, one.at, one.since, one.until, one.planned_at, one.kind, one.amount, one.place,
         one.zone, one.flags, one.known_from, keys.setdefault(one.key, len(keys)))
        for one in order
    )  # fmt: skip


def _stays(stays: Sequence[tuple[Instant, Instant]], who: str, now: Instant) -> list[Record]:
    return [
        Record(
            id=f"stay:{who}:{number}", type="in_custody", who=who, since=since,
            until=None if until > now else until, recorded_at=min(since, now),
        )
        for number, (since, until) in enumerate(stays)
    ]  # fmt: skip
