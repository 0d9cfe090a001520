"""The small demo country in a database of its own, seen as the owner of the tables sees it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from django.db import connections

from tests import service
from throughcare.cli import live
from throughcare.cluster.folder import DataFolder
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
def few(owned: str, cluster: DataFolder) -> str:
    """A country of 160 people in three prisons."""
    made = Country(1, Size("tiny", 160, 3), ON)
    service.filled_once(cluster, "few_people", owned, lambda: build(made, lambda done, total: None))
    return owned


@pytest.fixture
def small(owned: str, cluster: DataFolder) -> str:
    """The small demo: 600 people with their histories."""
    made = country(1, "small", on=ON)
    service.filled_once(cluster, "small_demo", owned, lambda: build(made, lambda done, total: None))
    return owned
