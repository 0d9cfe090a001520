"""A small builder, so that a test reads like an entry in a book.

Times are written `06-01 10:00` and mean 2026 by the clock in Kampala (+03:00, no clock change),
or `2025-06-01 10:00`; another zone is handed in. Answers come back as one line each:
`breached 06-02 10:00 to 06-02 10:01 [inferred_end] of B key k1`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from itertools import count
from typing import Any

from standards.checks import Check, parse_check
from standards.findings import Finding
from standards.instants import Instant, from_datetime, to_datetime, zone_info
from standards.person.engine import evaluate_archive
from standards.records import Archive, Filling, Person, Place, Record

KAMPALA, ROME, TUNIS = "Africa/Kampala", "Europe/Rome", "Africa/Tunis"
YEAR = 2026
_NUMBERS = count(1)


def at(text: str, zone: str = KAMPALA) -> Instant:
    """The instant of a clock reading."""
    written = text if text.count("-") > 1 else f"{YEAR}-{text}"
    return from_datetime(datetime.fromisoformat(written).replace(tzinfo=zone_info(zone)))


def clock(instant: Instant | None, zone: str = KAMPALA) -> str:
    """The clock reading of an instant."""
    if instant is None:
        return "now on"
    moment = to_datetime(instant, zone)
    seconds = ":%S" if moment.second else ""
    year = "" if moment.year == YEAR else "%Y-"
    return moment.strftime(f"{year}%m-%d %H:%M{seconds}")


_TIMES = ("at", "since", "until", "planned_at", "recorded_at", "made_at", "voided_at")


def record(kind: str, /, who: str | None = "A", *, tz: str = KAMPALA, **written: Any) -> Record:
    """A record; every time is a clock reading, and `fields` map to one, None or a Filling."""
    times = {name: at(written.pop(name), tz) for name in _TIMES if written.get(name) is not None}
    fields = {name: _filling(value, tz) for name, value in written.pop("fields", {}).items()}
    name = written.pop("id", None) or f"{kind} {next(_NUMBERS)}"
    return Record(id=name, type=kind, who=who, fields=fields, **times, **written)


def _filling(value: Filling | str | None, tz: str) -> Filling:
    if isinstance(value, Filling):
        return value
    return Filling(None if value is None else at(value, tz))


def event(kind: str, when: str, /, who: str | None = "A", **more: Any) -> Record:
    """Something that happened."""
    return record(kind, who, at=when, **more)


def spell(
    kind: str, since: str, /, until: str | None = None, who: str | None = "A", **more: Any
) -> Record:
    """Something that held for a time; without an end it goes on."""
    return record(kind, who, since=since, until=until, **more)


def placed(place: str, since: str, until: str | None = None, who: str = "A", **more: Any) -> Record:
    """A placement."""
    return spell("placement", since, until, who, place=place, **more)


def born(who: str, day: str | None = None, **more: Any) -> Person:
    """A person with a birth date, a sex or neither."""
    return Person(id=who, birth_date=None if day is None else date.fromisoformat(day), **more)


def place(name: str, *, closed: bool | None = None, zone: str | None = None, **m: float) -> Place:
    """A place and its measures."""
    return Place(id=name, closed=closed, zone=zone, measures=m)


def check(pattern: str, **parameters: Any) -> Check:
    """A rule named `rule` with the parameters as a rulebook writes them."""
    given = {name.rstrip("_"): value for name, value in parameters.items()}
    return parse_check("rule", {"pattern": pattern, **given})


def archive(
    records: Iterable[Record],
    *,
    zone: str = KAMPALA,
    persons: Iterable[Person] = (),
    places: Iterable[Place] = (),
    kept: Iterable[str] | None = None,
    assumptions: Iterable[str] = (),
) -> Archive:
    """Everything handed to the engine."""
    return Archive(
        zone=zone,
        records=list(records),
        persons={person.id: person for person in persons},
        places={node.id: node for node in places},
        kept=None if kept is None else frozenset(kept),
        assumptions=frozenset(assumptions),
    )


def findings(
    rule: Check, *records: Record, as_of: str, known_at: str | None = None, **more: Any
) -> list[Finding]:
    """What the person engine says, in the order of what happened."""
    zone = more.get("zone", KAMPALA)
    found = evaluate_archive(
        archive(records, **more),
        [rule],
        as_of=at(as_of, zone),
        known_at=None if known_at is None else at(known_at, zone),
    )
    return sorted(found, key=lambda finding: (finding.since, finding.who, finding.status))


def ask(
    rule: Check, *records: Record, as_of: str, known_at: str | None = None, **more: Any
) -> list[str]:
    """What the person engine says, one line for each finding."""
    found = findings(rule, *records, as_of=as_of, known_at=known_at, **more)
    return [line(finding, more.get("zone", KAMPALA)) for finding in found]


def line(finding: Finding, zone: str = KAMPALA) -> str:
    """A finding as a line."""
    flags = f" [{', '.join(sorted(finding.flags))}]" if finding.flags else ""
    who = "" if finding.who == "A" else f" of {finding.who}"
    key = "" if finding.key is None else f" key {finding.key}"
    since, until = clock(finding.since, zone), clock(finding.until, zone)
    return f"{finding.status} {since} to {until}{flags}{who}{key}"


def because(rule: Check, *records: Record, as_of: str, **more: Any) -> list[tuple[str, str, str]]:
    """The status of each finding, when its duty began, and the records it rests on."""
    zone = more.get("zone", KAMPALA)
    return [
        (finding.status.value, clock(finding.duty, zone), ", ".join(finding.evidence))
        for finding in findings(rule, *records, as_of=as_of, **more)
    ]
