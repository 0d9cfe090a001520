"""Whole archives of prison records, messy ones included, drawn for a set of checks.

A history is one person's records. Names come from the checks asked, times from a small grid,
so that what the patterns look at does meet: spells touch, answers come at the deadline, a
correction corrects a correction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from standards.checks import Check
from standards.civil import calendar_day
from standards.instants import DAY, HOUR, Instant
from standards.records import Archive, Filling, Person, Place, Record
from tests.standards.properties.chance import Chance
from tests.standards.properties.moments import ZONES, Grid, grid
from tests.standards.properties.vocabulary import fields_of, names_of

PATHS = (
    "E1/P1/U1/C1",
    "E1/P1/U1/C1",
    "E1/P1/U1/C2",
    "E1/P1/U2/C1",
    "E1/P2/U1/C1",
    "E2/P1/U1/C1",
    "E1/P1/U1",
    "E1/P1",
    "E1",
)
KEYS = ("k1", "k2")
KINDS = ("face_to_face", "family_visit", "programme", "food_hatch", "roll_call")
# Custody, inferred ends and the sources of derived states belong to every history.
COMMON = (
    ("admission", "event"),
    ("release", "event"),
    ("in_custody", "spell"),
    ("placement", "spell"),
    ("general_population", "spell"),
    ("separation", "spell"),
    ("contact_log", "spell"),
    ("death", "event"),
    ("custody", "spell"),
)
AMOUNTS = (0.0, 0.5, 1.0, 2.0, 15.0, 30.0, 45.0, 60.0)


@dataclass(slots=True)
class Situation:
    """An archive with the moment at which it is judged and the checks it was drawn for."""

    archive: Archive
    checks: list[Check]
    as_of: Instant
    known_at: Instant
    persons: list[str] = field(default_factory=list)


def drawn_situation(
    chance: Chance,
    checks: Sequence[Check],
    persons: int,
    *,
    records: int = 16,
    zones: tuple[str, ...] = ZONES,
) -> Situation:
    """Persons with records for some of the checks, officers, places, and a moment."""
    times = grid(chance, zones)
    as_of = times.moment(chance, -2, 2)
    ids = [f"A{n}" for n in range(persons)]
    archive = Archive(
        zone=times.zone,
        persons={who: _person(chance, who, times) for who in ids if chance.often(90)},
        places=_places(chance, times.zones),
        kept=chance.pick((None, None, frozenset({"contact_log"}), frozenset())),
        assumptions=frozenset(
            name for name in ("segregation_is_solitary", "persons_are_adults") if chance.often(25)
        ),
    )
    fields = fields_of(checks)
    for who in ids:
        focus = [chance.pick(checks) for _ in range(chance.number(1, 3))]
        names = [name for check in focus for name in names_of(check)] * 2
        names += [chance.pick(COMMON) for _ in range(2)]
        archive.records += drawn_records(
            chance, times, who, names, chance.number(2, records), others=ids, fields=fields
        )
    archive.records += _of_staff_and_places(chance, times, checks, persons)
    return Situation(archive, list(checks), as_of, _known_at(chance, times, as_of), ids)


def drawn_records(
    chance: Chance,
    times: Grid,
    who: str | None,
    names: Sequence[tuple[str, str]],
    count: int,
    *,
    others: Sequence[str] = (),
    fields: dict[str, list[str]] | None = None,
) -> list[Record]:
    """One history: records of the given names in no order."""
    records: list[Record] = []
    for number in range(count):
        name, form = chance.pick(names)
        record = _record(chance, times, f"{who}-{number}", who, name, form, others)
        asked = (fields or {}).get(name)
        if asked:
            record = replace(record, fields=_fields(chance, times, record, asked))
        if records and chance.often(8):
            corrected = chance.pick(records)
            # The corrected record often is of the same type: a correction of a time.
            kind = corrected.type if chance.often(70) else record.type
            record = replace(record, supersedes=corrected.id, type=kind)
        records.append(record)
    return records


def _record(
    chance: Chance,
    times: Grid,
    name_id: str,
    who: str | None,
    name: str,
    form: str,
    others: Sequence[str],
) -> Record:
    start = times.moment(chance)
    key = chance.perhaps(50, KEYS)
    values: dict[str, Any] = {}
    if form == "plan":
        values["planned_at"] = times.moment(chance, -6, 40)
        values["recorded_at"] = start
        form = "note"
    elif form == "pair":
        key, form = chance.perhaps(75, others or KEYS), "spell"
    elif chance.often(4):
        form = "event" if form == "spell" else "spell"
    if form == "spell":
        values["since"] = start
        values["until"] = times.later(chance, start) if chance.often(60) else None
    elif form == "event":
        values["at"] = start
    values.setdefault("recorded_at", _entered(chance, times, start) if chance.often(35) else None)
    return Record(
        id=name_id,
        type=name,
        who=who,
        key=key,
        place=chance.perhaps(85 if name in ("placement", "roster") else 15, PATHS),
        zone=chance.perhaps(12, times.zones),
        amount=chance.perhaps(60, AMOUNTS),
        by_staff=chance.perhaps(20, ("S1", "S2", "nobody")),
        made_at=times.moment(chance) if chance.often(20) else None,
        voided_at=times.moment(chance) if chance.often(6) else None,
        kind=chance.perhaps(80, KINDS),
        **values,
    )


def _entered(chance: Chance, times: Grid, start: Instant) -> Instant:
    if chance.often(30):
        return times.moment(chance)
    return start + chance.pick((0, 0, HOUR, DAY, 3 * DAY, -HOUR, -DAY, 30 * DAY))


def _fields(
    chance: Chance, times: Grid, record: Record, asked: Sequence[str]
) -> dict[str, Filling]:
    """Filled, blank, not known with and without a reason, or not carried at all."""
    found = {}
    for name in asked:
        if not chance.often(75):
            continue
        entered = times.moment(chance) if chance.often(50) else record.time
        found[name] = chance.pick(
            (
                Filling(entered),
                Filling(entered),
                Filling(None),
                Filling(entered, unknown=True, reasoned=True),
                Filling(entered, unknown=True),
            )
        )
    return found


def _person(chance: Chance, who: str, times: Grid) -> Person:
    born: date | None = None
    form = chance.number(0, 4)
    if form == 1:  # comes of age near the anchor
        day = calendar_day(times.anchor + chance.number(-8, 4))
        born = date(day.year - 18, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)
    elif form == 2:
        born = chance.pick((date(2008, 2, 29), date(1980, 5, 5), date(2015, 1, 1)))
    elif form == 3:
        born = date(calendar_day(times.anchor).year - 18 - chance.number(0, 1), 12, 31)
    return Person(
        id=who,
        birth_date=born,
        birth_date_is_latest=form == 3 or (born is not None and chance.often(10)),
        sex=chance.perhaps(85, ("f", "m", "female", "Man", "unknown")),
        zone=chance.perhaps(25, times.zones),
    )


def _places(chance: Chance, zones: tuple[str, ...]) -> dict[str, Place]:
    """Measures present, missing and zero; zones on some nodes of the tree."""
    found = {}
    nodes = sorted({"/".join(path.split("/")[:n]) for path in PATHS for n in (1, 2, 3, 4)})
    for node in nodes:
        if not chance.often(80):
            continue
        measures = {
            name: chance.pick(values)
            for name, values in (
                ("floor_area_m2", (0.0, 8.0, 12.0, 7.9)),
                ("certified_capacity", (0.0, 1.0, 2.0, 4.0)),
                ("design_capacity", (1.0, 2.0)),
                ("health_staff_fte", (0.0, 0.5, 1.0)),
                ("specialist_fte", (0.5, 1.0)),
            )
            if chance.often(75)
        }
        closed = chance.pick((True, True, False, None))
        zone = chance.perhaps(15, zones)
        found[node] = Place(id=node, measures=measures, closed=closed, zone=zone)
    return found


def _of_staff_and_places(
    chance: Chance, times: Grid, checks: Sequence[Check], persons: int
) -> list[Record]:
    """Certificates of officers, exemptions of places, and things that are nobody's."""
    guards = sorted({c.guard for c in checks if hasattr(c, "guard")})
    records: list[Record] = []
    for staff in ("S1", "S2"):
        if guards and chance.often(70):
            names = [(name, form) for name in guards for form in ("event", "spell")]
            records += drawn_records(chance, times, staff, names, chance.number(1, 3))
    exempting = sorted(
        {
            name
            for c in checks
            for part in ("unless", "exempt_if", "excuse")
            if (name := getattr(c, part, None)) is not None
        }
    )
    for number in range(chance.number(0, 1 + persons // 8) if exempting else 0):
        form = chance.pick(("spell", "spell", "event"))
        name = chance.pick(exempting)
        record = _record(chance, times, f"place-{number}", None, name, form, ())
        records.append(replace(record, place=chance.pick(PATHS)))
    things = [check for check in checks if check.is_per_thing]
    if things and chance.often(50):
        names = [name for _ in range(2) for name in names_of(chance.pick(things))]
        if names:
            records += drawn_records(chance, times, "T1", names, chance.number(1, 6))
    return records


def _known_at(chance: Chance, times: Grid, as_of: Instant) -> Instant:
    if chance.often(75):
        return as_of
    return times.moment(chance, -10, 10)
