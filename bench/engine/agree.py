"""Do both engines give the same findings about the made-up records?

python -m bench.engine.agree FOLDER
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import ibis

from bench.engine.generate import AS_OF, monitored
from bench.engine.load import bench_names, open_columns
from bench.engine.sample import whole_archive
from standards.findings import Finding
from standards.person.engine import evaluate_archive as person_engine
from standards.population.engine import Database, read_findings, run
from standards.population.engine import evaluate_archive as population_engine
from standards.population.published import publish

Answers = Counter[tuple[Any, ...]]
_SHOWN = 10


def from_columns(folder: Path) -> list[Finding]:
    """The population engine over the Parquet files."""
    published = publish(tuple(monitored()))
    database = Database(ibis.duckdb.connect())
    columns = open_columns(folder, published.names)
    names = bench_names(folder)
    tables = run(published, columns, database, as_of=AS_OF)
    return [f for name in tables for f in read_findings(database.read(name).to_pylist(), names)]


def answers(findings: Iterable[Finding]) -> Answers:
    """What must agree, with the beginning of the duty."""
    return Counter((*finding.answer(), finding.duty) for finding in findings)


def differences(folder: Path) -> dict[str, tuple[Answers, Answers]]:
    """What one side says and the other does not: of the archive, and of the Parquet files."""
    archive = whole_archive(folder)
    checks = monitored()
    person = answers(person_engine(archive, checks, as_of=AS_OF))
    rules = len({answer[0] for answer in person})
    print(f"{len(archive.records)} records, {person.total()} findings of {rules} rules")
    found = {}
    for way, findings in (
        ("archive", population_engine(archive, checks, as_of=AS_OF)),
        ("parquet", from_columns(folder)),
    ):
        columns = answers(findings)
        found[way] = (person - columns, columns - person)
    return found


def main(folder: str) -> int:
    bad = 0
    for way, (only_person, only_population) in differences(Path(folder)).items():
        print(f"{way}: {only_person.total()} only person, {only_population.total()} only columns")
        bad += only_person.total() + only_population.total()
        for side, found in (("person", only_person), ("population", only_population)):
            print(Counter(answer[0] for answer in found).most_common(_SHOWN))
            for answer in list(found)[:_SHOWN]:
                print(f"  {side} only: {answer}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
