"""A real PostgreSQL for tests: one private cluster for all workers, one database for each.

The tables are made once, by the owner, in a template. What a test sees is the service's own role,
which owns nothing.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connections
from psycopg import sql

from throughcare.cluster.folder import DataFolder
from throughcare.cluster.roles import OWNER, connect, make_database, make_roles
from throughcare.cluster.server import CARELESS, SUPERUSER, start, stop

TEMPLATE = "template_of_tests"


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """One worker at a time."""
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def shared_cluster(root: Path) -> DataFolder:
    """The cluster of this test run, with its template of tables; made by whoever comes first."""
    root.mkdir(parents=True, exist_ok=True)
    root.chmod(0o711)
    folder = DataFolder(root / "data")
    with _alone(root / "lock"):
        if start(folder, settings=CARELESS):
            make_roles(folder)
            make_database(folder, TEMPLATE)
            migrate(folder, TEMPLATE)
    return folder


def migrate(folder: DataFolder, database: str) -> None:
    """Make the tables as an installation does: as their owner, in a process of its own."""
    environment = {
        **os.environ,
        "THROUGHCARE_DATA": str(folder.root),
        "THROUGHCARE_DATABASE": database,
        "THROUGHCARE_AS_OWNER": "1",
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "THROUGHCARE_SECRET": "only for tests",
    }
    words = [sys.executable, "-m", "throughcare.config.migrating"]
    said = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    if said.returncode:
        raise RuntimeError(said.stderr)


def copy_of_template(folder: DataFolder, name: str, of: str = TEMPLATE) -> None:
    """A fresh database with all tables, empty; or as another database stands, where it is named.

    To that other nobody may be connected.
    """
    with _alone(folder.root.parent / "lock"), connect(folder, "postgres", SUPERUSER) as root:
        drop(folder, name)
        # By files: to log each page of so small a template takes six times as long.
        root.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER {} STRATEGY FILE_COPY").format(
                sql.Identifier(name), sql.Identifier(of), sql.Identifier(OWNER)
            )
        )


def filled_once(folder: DataFolder, name: str, into: str, fill: Callable[[], None]) -> None:
    """Fill the database `into`: by hand for the first of this run, for all others as a copy.

    What is copied is set aside under `name` before any test has touched it.
    """
    kept = folder.root.parent / f"{name}.filled"
    with _alone(kept.with_suffix(".lock")):
        if kept.exists():
            connections.close_all()
            copy_of_template(folder, into, of=name)
            return
        fill()
        connections.close_all()
        copy_of_template(folder, name, of=into)
        kept.touch()


def sweep(folder: DataFolder, name: str) -> None:
    """Take away what tests wrote and rolled back: else each search reads it all once more."""
    with connect(folder, name, SUPERUSER) as root:
        full = root.execute(
            "SELECT relid::regclass::text FROM pg_stat_user_tables WHERE n_dead_tup > 500"
        ).fetchall()
        for (table,) in full:
            root.execute(sql.SQL("VACUUM (ANALYZE) {}").format(sql.SQL(table)))


def drop(folder: DataFolder, name: str) -> None:
    """Forget a database, whoever is connected."""
    with connect(folder, "postgres", SUPERUSER) as root:
        words = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        root.execute(words)


def stop_shared(root: Path) -> None:
    """Stop the cluster of this test run."""
    stop(DataFolder(root / "data"))
