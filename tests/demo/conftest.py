"""A database of its own, seen as the owner of the tables sees it, who builds the demo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connections

from throughcare.cluster.roles import APP, OWNER
from throughcare.demo.loading import build

from .made import tiny


def act_as(role: str) -> None:
    connections.close_all()
    connections["default"].settings_dict["USER"] = role


@pytest.fixture
def empty(own_database: str) -> Iterator[str]:
    """An empty database."""
    act_as(OWNER)
    yield own_database
    act_as(APP)


@pytest.fixture
def peopled(empty: str) -> str:
    """A database with a tiny country. Its owner sees every row."""
    build(tiny(), lambda done, total: None)
    return empty


@pytest.fixture
def served(peopled: str) -> str:
    """The same as the service sees it: what its walls let through."""
    act_as(APP)
    return peopled
