"""A case: a person or thing with records for one rule, and the answers that must come out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from standards.checks import CUSTODY, Check
from standards.durations import Duration
from standards.findings import Status
from standards.groups import ADULTS, CHILDREN, MADE_OF, MEN, WOMEN
from standards.instants import DAY, MINUTE, Instant, from_datetime
from standards.records import Archive, Person, Place, Record

ZONE = "Africa/Kampala"
AS_OF = from_datetime(datetime(2026, 1, 15, 9, tzinfo=UTC))
LONG_AGO = AS_OF - 3650 * DAY
NOW = AS_OF - MINUTE  # a minute before the moment asked about
MET, BREACHED = frozenset({Status.MET}), frozenset({Status.BREACHED})
DUE, LAPSED = frozenset({Status.DUE}), frozenset({Status.LAPSED})
UNKNOWN = frozenset({Status.UNKNOWN})
NOTHING: frozenset[Status] = frozenset()
_LEAP_MONTH = 31


@dataclass(slots=True)
class Case:
    """`about` says in a word how it came to be; `expected` is every status it must show."""

    check: Check
    about: str
    expected: frozenset[Status]
    judged: str = ""
    records: list[Record] = field(default_factory=list)
    persons: dict[str, Person] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    @property
    def who(self) -> str:
        """The person or thing whose findings count: nobody else has this name."""
        return self.judged or f"{self.check.rule} {self.about}"

    @property
    def key(self) -> str:
        return f"key of {self.who}"

    def person(self, who: str, group: str | None = None, *, key: str | None = None) -> Case:
        """A grown-up man, or one of the group for as long as anybody can tell."""
        born = date(2014, 5, 5) if group == CHILDREN else date(1980, 5, 5)
        sex = "f" if group == WOMEN else "m"
        self.persons[who] = Person(id=who, birth_date=born, sex=sex)
        if group not in (None, CHILDREN, ADULTS, WOMEN, MEN):
            self.spell(MADE_OF.get(group, (group,))[0], LONG_AGO, who=who, key=key)
        return self

    def event(self, kind: str, at: Instant, **more: Any) -> Case:
        return self.record(kind, at=at, **more)

    def spell(self, kind: str, since: Instant, until: Instant | None = None, **more: Any) -> Case:
        return self.record(kind, since=since, until=until, **more)

    def state(self, since: Instant, until: Instant | None = None) -> Case:
        """The state of the check, under the case's key where it is judged thing by thing."""
        name = getattr(self.check, "state", None) or CUSTODY
        return self.spell(name, since, until, key=self.own_key)

    @property
    def own_key(self) -> str | None:
        """The key, where the rule looks at keys."""
        keyed = self.check.is_per_thing or getattr(self.check, "key", None) is not None
        return self.key if keyed else None

    def record(self, kind: str, *, who: str | None = None, **more: Any) -> Case:
        """A record of any form, about the judged person unless `who` is another."""
        name = f"{self.who} {len(self.records):04d}"
        self.records.append(Record(id=name, type=kind, who=who or self.who, **more))
        return self


def case(check: Check, about: str, expected: frozenset[Status]) -> Case:
    """A case about one person of the rule's group."""
    made = Case(check, about, expected)
    return made.person(made.who, check.group)


def archive_of(cases: Iterable[Case]) -> Archive:
    """All cases in one archive."""
    archive = Archive(zone=ZONE)
    for one in cases:
        archive.records += one.records
        archive.persons |= one.persons
        archive.places |= one.places
    return archive


def at_most(*durations: Duration | None) -> int:
    """A length in microseconds that none of them together is longer than."""
    real = [duration for duration in durations if duration is not None]
    return sum((d.months * _LEAP_MONTH + d.days + 1) * DAY + d.elapsed for d in real)
