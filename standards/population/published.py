"""The queries as text, for a rulebook that is published (architecture.md, decision 4).

Nothing is run: each kept table becomes a name, so that the text can be read, kept beside the
rulebook's digest, or carried to another database.
"""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from standards.checks import Check
from standards.instants import Instant
from standards.population.columns import from_archive
from standards.population.engine import evaluate_columns
from standards.records import Archive


class TextStore:
    """Keeps the text of each table instead of computing it."""

    def __init__(self, dialect: str) -> None:
        self.dialect = dialect
        self.texts: dict[str, str] = {}

    def keep(self, name: str, table: ir.Table) -> ir.Table:
        self.texts[name] = ibis.to_sql(table, dialect=self.dialect)
        return ibis.table(table.schema(), name=name)


def query_texts(checks: Sequence[Check], *, as_of: Instant, dialect: str) -> dict[str, str]:
    """The text of every table for these checks, by name, in the order of computing.

    `dialect` is one that Ibis knows: duckdb, pyspark, postgres.
    """
    store = TextStore(dialect)
    columns = from_archive(Archive(zone="UTC"))
    evaluate_columns(columns, checks, as_of=as_of, store=store, has_uncertain=True)
    return store.texts
