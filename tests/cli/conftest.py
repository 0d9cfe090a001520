"""The small demo country in a database of its own, seen as the owner of the tables sees it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from django.db import connections

from throughcare.cli import live
from throughcare.cluster.roles import APP, OWNER
from throughcare.demo.country import Country, country
from throughcare.demo.loading import build
from throughcare.demo.plan import Size

ON = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def owned(own_database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty database, as its owner; the command finds it open already."""

    @contextmanager
    def there() -> Iterator[None]:
        yield

    monkeypatch.setattr(live, "database", there)
    connections.close_all()
    connections["default"].settings_dict["USER"] = OWNER
    yield own_database
    connections.close_all()
    connections["default"].settings_dict["USER"] = APP


@pytest.fixture
def few(owned: str) -> str:
    """A country of 160 people in three prisons."""
    build(Country(1, Size("tiny", 160, 3), ON), lambda done, total: None)
    return owned


@pytest.fixture
def small(owned: str) -> str:
    """The small demo: 600 people with their histories."""
    build(country(1, "small", on=ON), lambda done, total: None)
    return owned
