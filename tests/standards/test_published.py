"""The population engine's queries are written once and compile for several databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import ibis
import pytest
from ibis.config import Config

from standards.instants import parse_instant
from standards.population.engine import QUERIES
from standards.population.published import query_texts
from standards.rulebook.load import load_rulebook


class _SparkSettings(Config):
    """What Ibis asks of its Spark settings when Spark itself is not installed."""

    treat_nan_as_null: bool = False


@pytest.fixture
def spark_settings() -> Iterator[None]:
    before = ibis.options.pyspark
    if before is None:
        ibis.options.pyspark = _SparkSettings()
    yield
    ibis.options.pyspark = before


@pytest.mark.parametrize("dialect", ["duckdb", "pyspark", "postgres"])
@pytest.mark.usefixtures("spark_settings")
def test_all_monitored_rules_compile_for_the_database(dialect: str) -> None:
    checks = list(load_rulebook().checks(date(2026, 1, 1)).values())
    as_of = parse_instant("2026-01-01T00:00+00:00")
    texts = query_texts(checks, as_of=as_of, dialect=dialect)
    found = [name.removeprefix("findings_") for name in texts if name.startswith("findings_")]
    assert {name.rpartition("_")[0] for name in found} >= set(QUERIES)
    assert all(text.lstrip("( \n").startswith(("SELECT", "WITH")) for text in texts.values())
