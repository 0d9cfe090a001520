"""The population engine's door: an archive or columns in, findings out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa

from standards.checks import Check
from standards.findings import Finding, Flag
from standards.groups import ADULTS_ASSUMED
from standards.instants import Instant
from standards.population import ground, rows
from standards.population.calendar_tables import calendar_tables
from standards.population.columns import Columns, Names, from_archive
from standards.population.published import Published, publish, with_moment
from standards.prepare import added_records
from standards.records import Archive
from standards.rulebook.derivations import Derivation

Progress = Callable[[int, int], None]


class Database:
    """A connection that holds the tables of one evaluation: DuckDB, reached through Ibis.

    The one part that knows a database. Another one needs only these methods.
    """

    def __init__(self, connection: Any) -> None:
        self.connection = connection
        self.made: list[str] = []

    def load(self, name: str, source: pa.Table | Path) -> None:
        """Bring in a table of numbers, or a Parquet file as it lies."""
        if isinstance(source, Path):
            self.connection.read_parquet(source, table_name=name)
        else:
            lent = f"{name}_lent"
            self.connection.con.register(lent, source)
            self.compute(name, f"SELECT * FROM {lent}")
            self.connection.con.unregister(lent)

    def compute(self, name: str, query: str) -> None:
        """Compute a table once and keep it for this session."""
        self.connection.raw_sql(f"CREATE TEMPORARY TABLE {name} AS {query}")
        self.made.append(name)

    def drop(self, name: str) -> None:
        """Give back the memory of a table."""
        self.connection.raw_sql(f"DROP TABLE {name}")
        self.made.remove(name)

    def read(self, name: str) -> pa.Table:
        return self.connection.table(name).to_pyarrow()

    def clear(self) -> None:
        """Forget what was made."""
        for name in list(self.made):
            self.drop(name)


def run(
    published: Published,
    columns: Columns,
    database: Database,
    *,
    as_of: Instant,
    known_at: Instant | None = None,
    progress: Progress | None = None,
) -> list[str]:
    """Run published queries over columns; gives the names of the tables of findings.

    `columns.names` must be a copy of `published.names` to which others were added.
    """
    moment = as_of if known_at is None else known_at
    marks = [
        (ground.AS_OF, as_of),
        (ground.KNOWN_AT, moment),
        (ground.LAST_ENTRY, min(as_of, moment)),
        (ground.HOME_ZONE, columns.zone),
    ]
    span = (min(columns.span[0], as_of), max(columns.span[1], as_of))
    if published.about_adults and columns.first_of_age is not None:
        # Custody whose beginning is not recorded begins, for an adult, on coming of age.
        span = (min(span[0], columns.first_of_age), span[1])
    tables = {
        **columns.tables,
        **calendar_tables(columns.zones, span, published.pad_days),
        **published.parameters,
    }
    for name, source in tables.items():
        database.load(name, source)
    for done, (name, text) in enumerate(published.steps, start=1):
        database.compute(name, with_moment(text, marks))
        for unused in published.last_uses.get(name, ()):
            database.drop(unused)
        if progress is not None:
            progress(done, len(published.steps))
    return published.answers


def evaluate_archive(
    archive: Archive,
    checks: Sequence[Check],
    *,
    as_of: Instant,
    known_at: Instant | None = None,
    derivations: Sequence[Derivation] = (),
    progress: Progress | None = None,
    connection: Any = None,
) -> list[Finding]:
    """All findings for everybody; the same as those of the person engine, without evidence.

    `connection` is an Ibis connection; by default a DuckDB in memory. Each rule may be asked
    only once.
    """
    if not checks or not archive.records:
        return []
    added = added_records(archive, checks, as_of=as_of, known_at=known_at, derivations=derivations)
    published = publish(
        tuple(checks),
        adult_if_unknown=ADULTS_ASSUMED in archive.assumptions,
        has_uncertain=any(record.uncertain for record in added),
    )
    columns = from_archive(archive, added, names=published.names.copy())
    own = ibis.duckdb.connect() if connection is None else None
    database = Database(connection if own is None else own)
    try:
        answers = run(
            published, columns, database, as_of=as_of, known_at=known_at, progress=progress
        )
        return [
            finding
            for name in answers
            for finding in read_findings(database.read(name).to_pylist(), columns.names)
        ]
    finally:
        if own is None:
            database.clear()
        else:
            own.disconnect()


def read_findings(found: Iterable[dict[str, Any]], names: Names) -> Iterator[Finding]:
    """Rows of findings as findings."""
    for row in found:
        yield Finding(
            rule=names.text(row["rule"]) or "",
            status=rows.STATUSES[row["status"]],
            who=names.text(row["who"]) or "",
            since=row["since"],
            until=row["until"],
            flags=frozenset(Flag(flag) for name, flag in rows.FLAGS.items() if row[name]),
            key=names.text(row["key"]),
            duty=row["duty"],
        )
