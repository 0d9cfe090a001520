"""One measurement, in a process of its own: prints one line of JSON.

python -m bench.engine.measure WHAT FOLDER [OPTION]
"""

from __future__ import annotations

import json
import resource
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import ibis

from bench.engine.generate import AS_OF, monitored
from bench.engine.load import open_columns
from bench.engine.sample import make_samples
from standards.person.engine import evaluate_archive as person_engine
from standards.population.engine import Database, run
from standards.population.published import QUERIES, publish

MEMORY_LIMIT = "6GB"
THREADS = 2
_SCANS = 3


def connect(spill: str) -> Any:
    """DuckDB in memory, with the settings that the README states."""
    return ibis.duckdb.connect(
        memory_limit=MEMORY_LIMIT, threads=THREADS, temp_directory=spill,
        preserve_insertion_order=False,
    )  # fmt: skip


class TimedDatabase(Database):
    """Notes how long each table took, and how many rows it has."""

    def __init__(self, connection: Any) -> None:
        super().__init__(connection)
        self.times: list[tuple[str, float, int]] = []

    def compute(self, name: str, query: str) -> None:
        start = time.perf_counter()
        super().compute(name, query)
        taken = time.perf_counter() - start
        self.times.append((name, taken, self.count(name)))

    def count(self, name: str) -> int:
        return int(self.connection.con.sql(f"SELECT count(*) FROM {name}").fetchall()[0][0])


def scan(folder: Path) -> dict[str, Any]:
    """Read every column of `records` once: group by typ, count, bounds and sums."""
    with tempfile.TemporaryDirectory() as spill:
        connection = connect(spill).con
        path = folder / "records.parquet"
        relation = connection.sql(f"SELECT * FROM read_parquet('{path}') LIMIT 0")
        shown = []
        for name, kind in zip(relation.columns, relation.types, strict=True):
            value = f"CAST({name} AS INT)" if str(kind) == "BOOLEAN" else name
            shown.append(f"min({value}), max({value})")
            if name not in ("t0", "typ"):
                shown.append(f"sum({value})")
        query = f"SELECT typ, count(*), {', '.join(shown)} FROM read_parquet('{path}') GROUP BY typ"
        times = []
        for _ in range(_SCANS):
            start = time.perf_counter()
            connection.sql(query).fetchall()
            times.append(time.perf_counter() - start)
    return {"seconds": statistics.median(times), "all": times}


def population(folder: Path, *, profile: bool = False) -> dict[str, Any]:
    """All monitored rules from the Parquet files to findings in tables."""
    checks = monitored()
    start = time.perf_counter()
    published = publish(tuple(checks))
    publishing = time.perf_counter() - start
    with tempfile.TemporaryDirectory() as spill:
        start = time.perf_counter()
        connection = connect(spill)
        columns = open_columns(folder, published.names)
        database = TimedDatabase(connection) if profile else Database(connection)
        answers = run(published, columns, database, as_of=AS_OF)
        seconds = time.perf_counter() - start
        found = sum(
            int(connection.con.sql(f"SELECT count(*) FROM {name}").fetchall()[0][0])
            for name in answers
        )
    result: dict[str, Any] = {
        "seconds": seconds, "publishing": publishing, "findings": found, "rules": len(checks)
    }  # fmt: skip
    if isinstance(database, TimedDatabase):
        result["tables"] = database.times
    return result


def person(folder: Path, share: float) -> dict[str, Any]:
    """The person engine over whole prisons with at least `share` of the records, scaled."""
    checks = monitored()
    result: dict[str, Any] = {"seconds": 0.0, "records": 0, "scaled": 0.0, "findings": 0}
    result["prisons"] = []
    for sample in make_samples(folder, share):
        start = time.perf_counter()
        findings = person_engine(sample.archive, checks, as_of=AS_OF)
        seconds = time.perf_counter() - start
        result["seconds"] += seconds
        result["records"] += sample.records
        result["scaled"] += seconds * sample.of / sample.records
        result["findings"] += len(findings)
        result["prisons"] += sample.prisons
    return result


def by_pattern(tables: list[tuple[str, float, int]]) -> dict[str, float]:
    """The seconds of the facts and of each of the nine queries, from the kept tables."""
    sums: dict[str, float] = defaultdict(float)
    waiting = 0.0
    facts = True
    for name, seconds, _ in tables:
        waiting += seconds
        if name.startswith("joined_") and facts:
            sums["facts"] = waiting
            waiting, facts = 0.0, False
        for pattern in QUERIES:
            if name.startswith(f"findings_{pattern}"):
                sums[pattern] += waiting
                waiting = 0.0
    return dict(sums)


def peak_bytes() -> int:
    """The most memory this process ever held (ru_maxrss is in KiB on Linux)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main(what: str, folder: str, option: str = "") -> None:
    path = Path(folder)
    match what:
        case "scan":
            result = scan(path)
        case "population":
            result = population(path, profile=option == "profile")
        case "person":
            result = person(path, float(option or 0.02))
        case "one":
            from bench.engine.one import one_person

            result = one_person(path, int(option or 40))
        case _:
            raise SystemExit(f"'{what}' is not scan, population, person or one")
    result["peak_bytes"] = peak_bytes()
    print(json.dumps(result))


if __name__ == "__main__":
    main(*sys.argv[1:])
