"""A register in a database of its own, with a key, and hands that may break it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.register.made import World
from throughcare.cluster.folder import DataFolder
from throughcare.cluster.roles import APP, OWNER, connect
from throughcare.cluster.server import SUPERUSER
from throughcare.register.signing import SigningKey, signing_key

Connection = psycopg.Connection[Any]


@pytest.fixture
def key(tmp_path: Path) -> SigningKey:
    return signing_key(tmp_path)


@pytest.fixture
def app(own_database: str, cluster: DataFolder) -> Iterator[Connection]:
    """A connection of the service beside Django's own."""
    with connect(cluster, own_database, APP) as connection:
        yield connection


@pytest.fixture
def owner(own_database: str, cluster: DataFolder) -> Iterator[Connection]:
    """The owner of the tables."""
    with connect(cluster, own_database, OWNER) as connection:
        yield connection


@pytest.fixture
def intruder(own_database: str, cluster: DataFolder) -> Iterator[Connection]:
    """Somebody who rules the database and has switched off every refusal."""
    with connect(cluster, own_database, SUPERUSER) as connection:
        connection.execute("SET session_replication_role = replica")
        yield connection


@pytest.fixture
def world(owner: Connection, key: SigningKey) -> World:
    """A register to fill, and to verify as the owner of the tables, who sees every row."""
    return World(owner, key)
