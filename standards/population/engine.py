"""The population engine's door: an archive or columns in, findings out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import ibis
import ibis.expr.types as ir

from standards.checks import PATTERN_OF, Check
from standards.findings import Finding, Flag
from standards.groups import ADULTS_ASSUMED
from standards.instants import Instant
from standards.population import rows
from standards.population.columns import Columns, Names, from_archive
from standards.population.facts import Facts, state_checks
from standards.population.max_duration import max_duration
from standards.population.never import never
from standards.population.only_with import only_with
from standards.population.quota import quota
from standards.population.recur_within import recur_within
from standards.population.requires_fields import requires_fields
from standards.population.respond_within import respond_within
from standards.population.separate import separate
from standards.population.unknown import unknown
from standards.population.within_ratio import within_ratio
from standards.prepare import added_records
from standards.records import Archive

Progress = Callable[[int, int], None]
Query = Callable[[Facts, Any], list[ir.Table]]

QUERIES: dict[str, Query] = {
    "respond_within": respond_within,
    "recur_within": recur_within,
    "max_duration": max_duration,
    "never": never,
    "only_with": only_with,
    "separate": separate,
    "requires_fields": requires_fields,
    "quota": quota,
    "within_ratio": within_ratio,
}


class BackendStore:
    """Keeps intermediate tables as temporary tables of an Ibis connection."""

    def __init__(self, backend: Any) -> None:
        self.backend = backend
        self.kept: list[str] = []

    def keep(self, name: str, table: ir.Table) -> ir.Table:
        unique = f"{name}_{len(self.kept)}"
        kept = self.backend.create_table(unique, table, temp=True)
        self.kept.append(unique)
        return kept

    def clear(self) -> None:
        """Forget what was kept."""
        for name in self.kept:
            self.backend.drop_table(name)
        self.kept.clear()


def evaluate_columns(
    columns: Columns,
    checks: Sequence[Check],
    *,
    as_of: Instant,
    known_at: Instant | None = None,
    store: Any,
    adult_if_unknown: bool = False,
    has_uncertain: bool = False,
    progress: Progress | None = None,
) -> list[ir.Table]:
    """Run the nine queries; each answer is a kept table of findings (rows.COLUMNS)."""
    facts = Facts(
        columns,
        checks,
        store,
        as_of=as_of,
        known_at=as_of if known_at is None else known_at,
        adult_if_unknown=adult_if_unknown,
    )
    answers = []
    for done, (pattern, query) in enumerate(QUERIES.items(), start=1):
        own = [check for check in checks if PATTERN_OF[type(check)] == pattern]
        if own:
            for number, table in enumerate(query(facts, own)):
                answers.append(store.keep(f"findings_{pattern}_{number}", table))
        if progress is not None:
            progress(done, len(QUERIES))
    if has_uncertain and state_checks(checks):
        answers.append(store.keep("findings_unknown", unknown(facts, checks)))
    return answers


def evaluate_archive(
    archive: Archive,
    checks: Sequence[Check],
    *,
    as_of: Instant,
    known_at: Instant | None = None,
    derivations: Sequence[Any] = (),
    progress: Progress | None = None,
    backend: Any = None,
) -> list[Finding]:
    """All findings for everybody; the same as those of the person engine, without evidence.

    `backend` is an Ibis connection; by default a DuckDB in memory. Several rules may be asked
    at once, but each only once.
    """
    if not checks or not archive.records:
        return []
    added = added_records(archive, checks, as_of=as_of, known_at=known_at, derivations=derivations)
    columns = from_archive(archive, added)
    connection = ibis.duckdb.connect() if backend is None else backend
    store = BackendStore(connection)
    try:
        answers = evaluate_columns(
            columns,
            checks,
            as_of=as_of,
            known_at=known_at,
            store=store,
            adult_if_unknown=ADULTS_ASSUMED in archive.assumptions,
            has_uncertain=any(record.uncertain for record in added),
            progress=progress,
        )
        return [
            finding
            for table in answers
            for finding in read_findings(table.to_pyarrow().to_pylist(), columns.names)
        ]
    finally:
        if backend is None:
            connection.disconnect()
        else:
            store.clear()


def read_findings(found: Iterable[dict[str, Any]], names: Names) -> Iterable[Finding]:
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
