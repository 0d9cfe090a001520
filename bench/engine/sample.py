"""A part of the made-up records as an archive, for the person engine.

Whole prisons are taken, with everybody who was ever in them, their officers, units, cells and
workshops: nobody is moved from one prison to another here, so that rules about those who share
a place see the same company as in the whole. The smallest prisons are taken first. That leaves
out the large ones, in which the person engine would take longer for each record (it compares
each with each), so that what is scaled up from the sample rather flatters the person engine.
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
from bench.engine.world import ZONES
from standards.civil import calendar_day, local_day
from standards.findings import Flag
from standards.population.columns import MEASURES, NONE
from standards.records import Archive, Filling, Person, Place, Record

_BATCH = 100_000


@dataclass(slots=True)
class Sample:
    """An archive of some prisons, and how much of the whole it is."""

    archive: Archive
    records: int
    of: int
    prisons: list[str]


def make_sample(folder: Path, share: float) -> Sample:
    """At least `share` of the records: whole prisons, the smallest first."""
    names = bench_names(folder)
    total = pq.ParquetFile(folder / "records.parquet").metadata.num_rows
    prison_of = _prisons(folder, names)
    sizes = _sizes(folder, prison_of)
    chosen: list[str] = []
    taken = 0
    for prison, size in sorted(sizes.items(), key=lambda pair: (pair[1], pair[0])):
        if taken >= share * total:
            break
        chosen.append(prison)
        taken += size
    whose = {who for who, prison in prison_of.items() if prison in set(chosen)}
    archive = Archive(zone=ZONES[0])
    archive.records = _records(folder, names, whose)
    _add_persons(archive, folder, names, whose)
    _add_places(archive, folder, names, set(chosen))
    return Sample(archive, len(archive.records), total, chosen)


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


def _sizes(folder: Path, prison_of: dict[int, str]) -> dict[str, int]:
    counts = pq.read_table(folder / "records.parquet", columns=["who"])["who"].value_counts()
    sizes: dict[str, int] = defaultdict(int)
    for pair in counts.to_pylist():
        sizes[prison_of[pair["values"]]] += pair["counts"]
    return sizes


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


__all__ = ["NONE", "Sample", "make_sample", "record_of"]
