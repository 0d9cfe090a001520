"""The made-up prisons: places, persons, stays, staff. Nobody in them is real."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from bench.engine.draft import NULL, Bools, Floats, Ints
from standards.civil import calendar_day, day_number, midnight
from standards.instants import DAY, HOUR, from_datetime
from standards.population.columns import MEASURES, NONE, Names

ZONES = ["Africa/Kampala", "Africa/Tunis", "Asia/Almaty"]
ZONE_SHARES = (0.55, 0.40, 0.05)
FIRST_DAY = day_number(date(2023, 1, 1))
AS_OF = from_datetime(datetime(2025, 12, 1, 12, tzinfo=UTC))
# Two sizes of prison: how many persons pass through in three years.
SMALL, LARGE = 420, 1000
UNIT_PLACES = 100
STAFF_EACH = 20
WORKSHOPS_EACH = 2
UNTRIED, SENTENCED, FEMALE, YOUNG = range(4)


@dataclass(slots=True)
class Spans:
    """Stretches of time of persons or things; an end after AS_OF is an open one."""

    who: Ints
    start: Ints
    end: Ints

    def __len__(self) -> int:
        return len(self.who)

    def take(self, chosen: Ints | Bools) -> Spans:
        return Spans(self.who[chosen], self.start[chosen], self.end[chosen])


@dataclass(slots=True)
class World:
    """Everything that exists before the records; `who` and places are numbers of Names."""

    names: Names
    zone_of: Ints
    persons: Ints
    home: Ints  # the prison (by index) of each person
    woman: Bools
    child: Bools
    stays: Spans
    person_of_stay: Ints  # the person's index
    judged_at: Ints  # when sentence was passed; after the end: never
    prisons: Ints
    units: Ints
    unit_prison: Ints
    unit_kind: Ints
    cells: Ints
    cell_unit: Ints
    cell_size: Ints
    staff: Ints
    staff_prison: Ints
    workshops: Ints

    def staff_for(self, rng: np.random.Generator, who: Ints) -> Ints:
        """An officer of the person's own prison."""
        index = self.home[who - self.persons[0]]
        officers: Ints = self.staff[index * STAFF_EACH + rng.integers(0, STAFF_EACH, len(who))]
        return officers


def make_world(names: Names, rng: np.random.Generator, persons: int, folder: Path) -> World:
    """Prisons with units and cells, persons with one or two stays; writes the small tables."""
    shares = _prison_sizes(persons)
    home = np.repeat(np.arange(len(shares)), shares)
    zone = rng.choice(3, len(shares), p=ZONE_SHARES)
    zone[0] = 0
    woman = rng.random(persons) < 0.08
    child = rng.random(persons) < 0.03
    stays, person_of_stay = _stays(rng, persons)
    tree = _tree(names, rng, shares)
    person_numbers = _numbered(names, [f"P{n:07d}" for n in range(persons)])
    count = len(shares)
    staff = _numbered(names, [f"S{e}-{n}" for e in range(count) for n in range(STAFF_EACH)])
    shops = _numbered(names, [f"W{e}-{n}" for e in range(count) for n in range(WORKSHOPS_EACH)])
    zone_of = np.zeros(len(names.texts), np.int64)
    zone_of[tree.prisons] = zone
    zone_of[tree.units] = zone[tree.unit_prison]
    zone_of[tree.cells] = zone[tree.unit_prison[tree.cell_unit]]
    zone_of[person_numbers] = zone[home]
    zone_of[staff] = np.repeat(zone, STAFF_EACH)
    zone_of[shops] = np.repeat(zone, WORKSHOPS_EACH)
    length = stays.end - stays.start
    world = World(
        names=names, zone_of=zone_of, persons=person_numbers, home=home, woman=woman, child=child,
        stays=Spans(person_numbers[stays.who], stays.start, stays.end),
        person_of_stay=person_of_stay,
        judged_at=stays.start + (length * rng.uniform(0.1, 1.4, len(length))).astype(np.int64),
        prisons=tree.prisons, units=tree.units, unit_prison=tree.unit_prison,
        unit_kind=tree.unit_kind, cells=tree.cells, cell_unit=tree.cell_unit,
        cell_size=tree.cell_size, staff=staff, staff_prison=np.repeat(np.arange(count), STAFF_EACH),
        workshops=shops,
    )  # fmt: skip
    _write_persons(world, rng, folder)
    _write_places(world, tree, rng, folder)
    return world


def _prison_sizes(persons: int) -> list[int]:
    """Half of the persons in small prisons, half in large ones; what is left over in one."""
    sizes: list[int] = []
    left = persons
    while left >= SMALL:
        size = LARGE if left >= 2 * LARGE and sum(s for s in sizes if s == LARGE) < persons / 2 \
            else SMALL  # fmt: skip
        sizes.append(size)
        left -= size
    if left and sizes:
        sizes[-1] += left
    return sizes or [persons]


def _stays(rng: np.random.Generator, persons: int) -> tuple[Spans, Ints]:
    """30 to 300 days each, a fifth readmitted; a stay that reaches AS_OF is open."""
    first_day = FIRST_DAY + rng.integers(0, 1040, persons)
    one = Spans(np.arange(persons), _clock(rng, first_day, 7, 20), np.zeros(persons, np.int64))
    one.end = one.start + rng.integers(30 * DAY, 300 * DAY, persons) // HOUR * HOUR
    again = one.take((rng.random(persons) < 0.2) & (one.end < AS_OF - 60 * DAY))
    start = again.end + rng.integers(15 * DAY, 200 * DAY, len(again)) // HOUR * HOUR
    end = start + rng.integers(30 * DAY, 300 * DAY, len(again)) // HOUR * HOUR
    back = start < AS_OF
    two = Spans(again.who, start, end).take(back)
    who = np.concatenate([one.who, two.who])
    both = Spans(who, np.concatenate([one.start, two.start]), np.concatenate([one.end, two.end]))
    return both, who


def _clock(rng: np.random.Generator, day: Ints, first: int, last: int) -> Ints:
    """An instant in the daytime of a day, on the hour or half hour."""
    return day * DAY + rng.integers(first * 2, last * 2, len(day)) * (HOUR // 2)


@dataclass(slots=True)
class _Tree:
    prisons: Ints
    units: Ints
    unit_prison: Ints
    unit_kind: Ints
    cells: Ints
    cell_unit: Ints
    cell_size: Ints
    places: dict[str, tuple[str | None, str | None, str | None, str | None]]


def _tree(names: Names, rng: np.random.Generator, sizes: list[int]) -> _Tree:
    prisons: list[str] = []
    units: list[str] = []
    cells: list[str] = []
    unit_prison: list[int] = []
    unit_kind: list[int] = []
    cell_unit: list[int] = []
    cell_size: list[int] = []
    places: dict[str, tuple[str | None, str | None, str | None, str | None]] = {}
    for e, size in enumerate(sizes):
        prison = f"E{e}"
        prisons.append(prison)
        held = max(12, int(size * 0.17))
        each = max(1, round(held / 2 / UNIT_PLACES))
        kinds = [UNTRIED] * each + [SENTENCED] * each + [FEMALE, YOUNG]
        for u, kind in enumerate(kinds):
            premises = f"{prison}/P{(0, 0, 1, 2)[kind]}"
            unit = f"{premises}/U{u}"
            room = held // 2 // each if kind in (UNTRIED, SENTENCED) else max(8, held // 12)
            for c, places_in in enumerate(_cell_sizes(rng, room)):
                cell = f"{unit}/C{c}"
                cells.append(cell)
                cell_unit.append(len(units))
                cell_size.append(places_in)
                places[cell] = (prison, premises, unit, cell)
            places[unit] = (prison, premises, unit, None)
            places[premises] = (prison, premises, None, None)
            units.append(unit)
            unit_prison.append(e)
            unit_kind.append(kind)
        places[prison] = (prison, None, None, None)
    for path in places:
        names.number(path)
    return _Tree(
        _numbered(names, prisons), _numbered(names, units), np.array(unit_prison),
        np.array(unit_kind), _numbered(names, cells), np.array(cell_unit), np.array(cell_size),
        places,
    )  # fmt: skip


def _cell_sizes(rng: np.random.Generator, room: int) -> list[int]:
    sizes: list[int] = []
    while sum(sizes) < room:
        sizes.append(int(rng.integers(1, 9)))
    return sizes


def _numbered(names: Names, texts: list[str]) -> Ints:
    return np.array([names.number(text) for text in texts], np.int64)


def _write_persons(world: World, rng: np.random.Generator, folder: Path) -> None:
    """Grown-ups of 18 to 70, children of 14 to 17, one in a hundred without a birth date."""
    count = len(world.persons)
    first_seen = np.full(count, AS_OF)
    np.minimum.at(first_seen, world.person_of_stay, world.stays.start)
    years = np.where(world.child, rng.uniform(14.2, 17.9, count), rng.uniform(18, 70, count))
    of_age_day = first_seen // DAY - ((years - 18) * 365.25).astype(np.int64)
    ofage = np.empty(count, np.int64)
    for index, day in enumerate(of_age_day):
        known = calendar_day(int(day))
        if (known.month, known.day) == (2, 29):
            day += 1
        ofage[index] = midnight(int(day), ZONES[world.zone_of[world.persons[index]]])
    unknown = rng.random(count) < 0.01
    table = pa.table(
        {
            "who": pa.array(world.persons),
            "ofage": pa.array(ofage, mask=unknown),
            "latest": pa.array(~unknown & (rng.random(count) < 0.03)),
            "female": pa.array(world.woman),
            "male": pa.array(~world.woman & (rng.random(count) < 0.99)),
        }
    )
    pq.write_table(table, folder / "persons.parquet")


def _write_places(world: World, tree: _Tree, rng: np.random.Generator, folder: Path) -> None:
    number = world.names.number
    paths = sorted(tree.places)
    nodes = {f"n{d + 1}": [number(tree.places[p][d]) for p in paths] for d in range(4)}
    ids = np.array([number(path) for path in paths], np.int64)
    whole = {"place": pa.array(ids), **{n: pa.array(v, pa.int64()) for n, v in nodes.items()}}
    pq.write_table(pa.table(whole), folder / "places.parquet")
    size_of = dict(zip(tree.cells.tolist(), tree.cell_size.tolist(), strict=True))
    depth = np.array([path.count("/") for path in paths])
    size = np.array([size_of.get(int(node), 0) for node in ids], np.float64)
    room = _room_of_prison(tree, world.names, paths)
    measures: dict[str, Floats] = {
        "floor_area_m2": np.where(depth == 3, size * rng.uniform(3.2, 5.0, len(ids)), np.nan),
        "certified_capacity": np.where(depth == 0, np.round(room * 0.95), np.nan),
        "design_capacity": np.where(depth == 3, size, np.nan),
        "health_staff_fte": np.where(depth == 0, np.round(room / 45, 1), np.nan),
        "specialist_fte": np.where(depth == 0, np.round(room / 40, 1), np.nan),
    }
    rows = {
        "node": pa.array(ids),
        "zone": pa.array(world.zone_of[ids]),
        "closed": pa.array((depth == 0) & (np.arange(len(ids)) % 2 == 0)),
        **{m: pa.array(measures[m], mask=np.isnan(measures[m])) for m in MEASURES},
    }
    pq.write_table(pa.table(rows), folder / "nodes.parquet")


def _room_of_prison(tree: _Tree, names: Names, paths: list[str]) -> Floats:
    room = np.bincount(tree.unit_prison[tree.cell_unit], weights=tree.cell_size)
    at = {names.text(int(prison)): room[index] for index, prison in enumerate(tree.prisons)}
    return np.array([at.get(path, 0.0) for path in paths])


__all__ = ["AS_OF", "NONE", "NULL", "ZONES", "Spans", "World", "make_world"]
