"""The population engine's queries are written once and compile for several databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import ibis
import pytest
from ibis.config import Config

from standards.population.published import QUERIES, publish, with_moment
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
    checks = tuple(load_rulebook().checks(date(2026, 1, 1)).values())
    published = publish(checks, has_uncertain=True, dialect=dialect)
    found = [name.removeprefix("findings_") for name in published.answers]
    assert {name.rpartition("_")[0].rpartition("_")[0] for name in found} >= set(QUERIES)
    assert all(text.lstrip("( \n").startswith(("SELECT", "WITH")) for _, text in published.steps)


def test_a_published_query_is_asked_about_a_moment_by_its_marks() -> None:
    assert with_moment("t0 <= 1111111111111111111", [(1111111111111111111, 42)]) == "t0 <= 42"


def test_the_same_checks_are_published_with_the_same_text() -> None:
    checks = tuple(load_rulebook().checks(date(2026, 1, 1)).values())[:20]
    first, second = publish(checks), publish.__wrapped__(checks)
    assert first.steps == second.steps
    assert first.names.texts == second.names.texts
