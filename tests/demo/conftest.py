"""A database of its own, seen as the owner of the tables sees it, who builds the demo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connections

from tests import service
from throughcare.cluster.folder import DataFolder
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


@pytest.fixture(scope="session")
def built_once() -> list[str]:
    """The name of the database in which the tiny country was built, once somebody has."""
    return []


@pytest.fixture
def peopled(empty: str, built_once: list[str], cluster: DataFolder, worker_id: str) -> str:
    """A database with a tiny country, built for the first and copied for all. Its owner sees all.

    What is copied is set aside before any test has touched it.
    """
    if not built_once:
        build(tiny(), lambda done, total: None)
        connections.close_all()
        service.copy_of_template(cluster, f"country_{worker_id}", of=empty)
        built_once.append(f"country_{worker_id}")
    else:
        connections.close_all()
        service.copy_of_template(cluster, empty, of=built_once[0])
    return empty


@pytest.fixture
def served(peopled: str) -> str:
    """The same as the service sees it: what its walls let through."""
    act_as(APP)
    return peopled
