"""Publishing: the queries of some checks written once, to be run for any records and moment.

Compiling costs seconds, running does not need it: so it is done when a rulebook is published,
and the text can be kept beside the rulebook's digest or read (architecture.md, decision 4).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from standards.checks import PATTERN_OF, Check
from standards.groups import ADULTS
from standards.population.columns import Names
from standards.population.facts import Facts, state_checks
from standards.population.ground import pad_days
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

DUCKDB = "duckdb"
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


@dataclass(slots=True)
class Published:
    """The queries in the order of computing, with the parameters of the rules.

    `steps` are names and texts; `answers` name those that are findings (rows.COLUMNS). The
    texts hold the marks of ground.py in place of the moment. `names` are the numbers used.
    `about_adults` tells that states are cut to the time since somebody came of age.
    `last_uses` tells which tables nobody reads once a step is done.
    """

    dialect: str
    names: Names
    pad_days: int
    about_adults: bool = False
    steps: list[tuple[str, str]] = field(default_factory=list)
    parameters: dict[str, pa.Table] = field(default_factory=dict)
    answers: list[str] = field(default_factory=list)
    last_uses: dict[str, list[str]] = field(default_factory=dict)

    def keep(self, name: str, table: ir.Table) -> ir.Table:
        """Write a step down and give its table back as a name."""
        unique = f"{name}_{len(self.steps)}"
        self.steps.append((unique, str(ibis.to_sql(table, dialect=self.dialect, pretty=False))))
        return ibis.table(table.schema(), name=unique)

    def parameters_table(self, table: pa.Table) -> ir.Table:
        unique = f"parameters_{len(self.parameters)}"
        self.parameters[unique] = table
        return ibis.table(ibis.schema(table.schema), name=unique)


class _Writer:
    """The store that the queries see while they are written."""

    def __init__(self, published: Published) -> None:
        self.keep = published.keep
        self.parameters = published.parameters_table


@lru_cache(maxsize=64)
def publish(
    checks: tuple[Check, ...],
    *,
    adult_if_unknown: bool = False,
    has_uncertain: bool = False,
    dialect: str = DUCKDB,
) -> Published:
    """Write the queries for these checks. `has_uncertain` adds those about uncertain states.

    `dialect` is one that Ibis knows: duckdb, pyspark, postgres.
    """
    about_adults = any(check.group == ADULTS for check in checks)
    published = Published(dialect, Names(), pad_days(checks), about_adults)
    writer = _Writer(published)
    facts = Facts(checks, published.names, writer, adult_if_unknown=adult_if_unknown)
    for pattern, query in QUERIES.items():
        own = [check for check in checks if PATTERN_OF[type(check)] == pattern]
        before = len(published.steps)
        for number, table in enumerate(query(facts, own) if own else ()):
            _answer(published, f"findings_{pattern}_{number}", table)
        made = [name for name, _ in published.steps[before:] if name not in published.answers]
        published.last_uses[published.steps[-1][0]] = made
    if has_uncertain and state_checks(checks):
        _answer(published, "findings_unknown", unknown(facts, checks))
    return published


def _answer(published: Published, name: str, table: ir.Table) -> None:
    published.answers.append(published.keep(name, table).get_name())


def with_moment(text: str, marks: Sequence[tuple[int, int]]) -> str:
    """A published text asked about a moment: marks become its numbers."""
    for mark, value in marks:
        text = text.replace(str(mark), str(value))
    return text
