"""A part of the made-up records as an archive, for the person engine.

Whole prisons are taken, with everybody who was ever in them, their officers, units, cells and
workshops: nobody is moved from one prison to another here, so that rules about those who share
a place see the same company as in the whole. Prisons come in two sizes, and the person engine
takes longer for a record where more people share a place; so at least one prison of each size
is taken, and the time of each is scaled to all records of prisons of that size.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from bench.engine.load import BenchNames, bench_names
from bench.engine.world import LARGE, ZONES
from standards.civil import calendar_day, local_day
from standards.findings import Flag
from standards.population.columns import MEASURES
from standards.records import Archive, Filling, Person, Place, Record

_BATCH = 100_000


@dataclass(slots=True)
class Sample:
    """An archive of some prisons of one size, and how many records all such prisons have."""

    archive: Archive
    records: int
    of: int
    prisons: list[str]


def make_samples(folder: Path, share: float) -> list[Sample]:
    """For each size of prison at least `share` of the records, the most usual ones first."""
    prison_of = _prisons(folder, bench_names(folder))
    records, persons = _sizes(folder, prison_of)
    samples = []
    for large in (False, True):
        own = [p for p in sorted(records) if (persons[p] >= LARGE) is large]
        if own:
            usual = sorted(records[prison] for prison in own)[len(own) // 2]
            own.sort(key=lambda prison: abs(records[prison] - usual))
            total = sum(records[prison] for prison in own)
            samples.append(_sample(folder, prison_of, _first(own, records, share * total), total))
    return samples


def whole_archive(folder: Path) -> Archive:
    """Everything, for small numbers of records."""
    prison_of = _prisons(folder, bench_names(folder))
    return _sample(folder, prison_of, sorted(set(prison_of.values())), 0).archive


def _first(prisons: list[str], sizes: dict[str, int], wanted: float) -> list[str]:
    taken: list[str] = []
    while prisons[len(taken) :] and sum(sizes[prison] for prison in taken) < wanted:
        taken.append(prisons[len(taken)])
    return taken


def _sample(folder: Path, prison_of: dict[int, str], prisons: list[str], total: int) -> Sample:
    names = bench_names(folder)
    chosen = set(prisons)
    whose = {who for who, prison in prison_of.items() if prison in chosen}
    archive = Archive(zone=ZONES[0])
    archive.records = _records(folder, names, whose)
    _add_persons(archive, folder, names, whose)
    _add_places(archive, folder, names, chosen)
    return Sample(archive, len(archive.records), total, prisons)


def _prisons(folder: Path, names: BenchNames) -> dict[int, str]:
    """The prison of each person and thing. Persons are where they are placed."""
    prison: dict[int, str] = {}
    for number, text in enumerate(names.texts):
        head = text.partition("/")[0]
        if head[:1] in "ESW" and head[1:].partition("-")[0].isdigit():
            prison[number] = "E" + head[1:].partition("-")[0]
    placed = pq.read_table(
        folder / "records.parquet",
        columns=["who", "place"],
        filters=[("typ", "=", names.number("placement"))],
    ).to_pydict()
    for who, place in zip(placed["who"], placed["place"], strict=True):
        prison[who] = prison[place]
    return prison


def _sizes(folder: Path, prison_of: dict[int, str]) -> tuple[dict[str, int], dict[str, int]]:
    """How many records and persons each prison has."""
    counts = pq.read_table(folder / "records.parquet", columns=["who"])["who"].value_counts()
    records: dict[str, int] = defaultdict(int)
    persons: dict[str, int] = defaultdict(int)
    for pair in counts.to_pylist():
        records[prison_of[pair["values"]]] += pair["counts"]
    for who in pq.read_table(folder / "persons.parquet")["who"].to_pylist():
        persons[prison_of[who]] += 1
    return records, persons


def _rows(folder: Path, table: str, whose: set[int]) -> Any:
    wanted = pa.array(sorted(whose))
    file = pq.ParquetFile(folder / f"{table}.parquet")
    for batch in file.iter_batches(_BATCH):
        yield from batch.filter(pc.is_in(batch["who"], value_set=wanted)).to_pylist()


def _records(folder: Path, names: BenchNames, whose: set[int]) -> list[Record]:
    fields: dict[int, dict[str, Filling]] = defaultdict(dict)
    for row in _rows(folder, "fields", whose):
        name = names.text(row["field"])
        assert name is not None
        fields[row["rid"]][name] = Filling(row["entered"], row["isunknown"], row["reasoned"])
    return [
        record_of(row, names, fields.get(row["rid"], {})) for row in _rows(folder, "records", whose)
    ]


def record_of(row: dict[str, Any], names: BenchNames, fields: dict[str, Filling]) -> Record:
    """A row of columns as a record; what a place is named in `who` stays there."""
    text = names.text
    spell = row["spell"]
    return Record(
        id=text(row["name"]) or "",
        type=text(row["typ"]) or "",
        who=text(row["who"]),
        at=None if spell else row["t0"],
        since=row["t0"] if spell else None,
        until=row["t1"],
        planned_at=row["planned"],
        key=text(row["key"]),
        place=text(row["place"]),
        zone=ZONES[row["zone"]],
        amount=row["amount"],
        by_staff=text(row["staff"]),
        recorded_at=row["known"],
        made_at=row["made"],
        voided_at=row["voided"],
        supersedes=text(row["supersedes"]),
        fields=fields,
        flags=frozenset({Flag.NO_CONTACT_LOG}) if row["nolog"] else frozenset(),
    )


def _add_persons(archive: Archive, folder: Path, names: BenchNames, whose: set[int]) -> None:
    zone_of = {record.who: record.zone for record in archive.records}
    for row in _rows(folder, "persons", whose):
        who = names.text(row["who"]) or ""
        # Whoever has no record has no file either.
        zone = zone_of.get(who) or archive.zone
        born = None
        if row["ofage"] is not None:
            day = calendar_day(local_day(row["ofage"], zone))
            born = day.replace(year=day.year - 18)
        archive.persons[who] = Person(
            id=who,
            birth_date=born,
            birth_date_is_latest=row["latest"],
            sex="f" if row["female"] else "m" if row["male"] else None,
            zone=zone,
        )


def _add_places(archive: Archive, folder: Path, names: BenchNames, chosen: set[str]) -> None:
    for row in pq.read_table(folder / "nodes.parquet").to_pylist():
        node = names.text(row["node"]) or ""
        if node.partition("/")[0] in chosen:
            archive.places[node] = Place(
                id=node,
                measures={m: row[m] for m in MEASURES if row[m] is not None},
                closed=row["closed"],
                zone=ZONES[row["zone"]],
            )
