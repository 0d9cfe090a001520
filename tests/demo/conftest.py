"""A database of its own, seen as the owner of the tables sees it, who builds the demo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connections

from tests import service
from throughcare.cluster.folder import DataFolder
from throughcare.cluster.roles import APP, OWNER
from throughcare.demo.country import country
from throughcare.demo.loading import build
from throughcare.duties import actions

from .made import AT, tiny


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
def peopled(empty: str, cluster: DataFolder) -> str:
    """A database with a tiny country. Its owner sees all."""
    service.filled_once(
        cluster, "tiny_country", empty, lambda: build(tiny(), lambda done, total: None)
    )
    return empty


@pytest.fixture
def smalls(empty: str, cluster: DataFolder) -> str:
    """The small country with all its stories."""
    made = country(1, "small", on=AT)
    service.filled_once(
        cluster, "small_country", empty, lambda: build(made, lambda done, total: None)
    )
    return empty


@pytest.fixture
def judged(smalls: str, cluster: DataFolder) -> None:
    """The small country, judged as the demo is when it is built."""
    service.filled_once(cluster, "judged_country", smalls, _judge)


def _judge() -> None:
    actions.judge_everybody(at=AT, tell=lambda done, total: None)


@pytest.fixture
def served(peopled: str) -> str:
    """The same as the service sees it: what its walls let through."""
    act_as(APP)
    return peopled
