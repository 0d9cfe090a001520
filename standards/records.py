"""Records: what a prison wrote down, when it happened and when it was entered (1.2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from standards.instants import Instant


@dataclass(frozen=True, slots=True)
class Filling:
    """A field of a record: whether and when it was filled (patterns.md 2.7).

    `entered_at` None means not filled. `unknown` is True for the values not_known and none,
    which fill a field only where the rule allows it and a reason stands with them.
    """

    entered_at: Instant | None
    unknown: bool = False
    reasoned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record. An event has `at`; a state or guard spell has `since` and perhaps `until`.

    `who` is a person, or the thing the record is about where it names no person; None on a
    record about a place alone. `planned_at` belongs to plans (`planned_release`). `fields` has
    full names (`admission.at`). `uncertain` marks a derived state that may or may not have
    held. `flags` are carried into findings (no_contact_log).
    """

    id: str
    type: str
    who: str | None
    at: Instant | None = None
    since: Instant | None = None
    until: Instant | None = None
    planned_at: Instant | None = None
    key: str | None = None
    place: str | None = None
    zone: str | None = None
    amount: float | None = None
    by_staff: str | None = None
    recorded_at: Instant | None = None
    made_at: Instant | None = None
    voided_at: Instant | None = None
    supersedes: str | None = None
    fields: Mapping[str, Filling] = field(default_factory=dict)
    kind: str | None = None
    uncertain: bool = False
    flags: frozenset[str] = frozenset()

    @property
    def time(self) -> Instant | None:
        """When it happened or began."""
        return self.at if self.at is not None else self.since

    @property
    def known_from(self) -> Instant | None:
        """When it was entered; if not written, when made, else when it happened."""
        for moment in (self.recorded_at, self.made_at, self.at, self.since):
            if moment is not None:
                return moment
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What is known of a person beside the records. Every unknown is None."""

    id: str
    birth_date: date | None = None
    # A date known to the year or month only stands for its last day, and says so here.
    birth_date_is_latest: bool = False
    sex: str | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A node of the tree establishment/premises/unit/cell with its measures.

    `measures` holds numbers by name: floor_area_m2, certified_capacity, design_capacity,
    health_staff_fte, specialist_fte. `closed` tells a closed prison (nmr-89-3).
    """

    id: str
    measures: Mapping[str, float] = field(default_factory=dict)
    closed: bool | None = None
    zone: str | None = None


@dataclass(slots=True, kw_only=True)
class Archive:
    """Everything handed to an engine: records, persons, places and the default zone.

    `kept` names the record types that the source keeps at all; None means those present.
    `assumptions` are the names of declared assumptions (see rulebooks/derivations.yaml).
    """

    zone: str
    records: list[Record] = field(default_factory=list)
    persons: dict[str, Person] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    kept: frozenset[str] | None = None
    assumptions: frozenset[str] = frozenset()

    def by_who(self) -> dict[str, list[Record]]:
        """The records of each person or thing; those about a place alone under its id."""
        groups: dict[str, list[Record]] = defaultdict(list)
        for record in self.records:
            groups[record.who or record.place or ""].append(record)
        return groups


def reaching(name: str) -> str:
    """The type of a place's exemption where it reaches a person in the place (4.24).

    It is another type, so that the copy exempts and is nothing else: no trigger, no state.
    """
    return f"{name} of the place"


def types_of(records: Iterable[Record]) -> frozenset[str]:
    """The record types present."""
    return frozenset(record.type for record in records)
