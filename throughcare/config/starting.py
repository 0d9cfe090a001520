"""From nothing to a service that can answer: cluster, roles, database, tables; again in seconds."""

from __future__ import annotations

import fcntl
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from throughcare.cluster import roles, server
from throughcare.cluster.folder import DataFolder
from throughcare.config.database import given_server
from throughcare.config.migrating import NEWER
from throughcare.config.ready import environment
from throughcare.errors import BadInput

Say = Callable[[str], None]


def prepare(folder: DataFolder, say: Say) -> bool:
    """Start the cluster if it is ours, and bring the tables up to date. Raises BadInput.

    True if the cluster was started by this: who started it may stop it.
    """
    given = given_server()
    folder.make()
    with one_at_a_time(folder):
        started = False
        if given is not None:
            say("Looking at the database server")
            given.make_ready()
        else:
            say("Starting the database")
            started = server.start(folder)
            roles.make_roles(folder)
            roles.make_database(folder)
        say("Bringing the tables up to date")
        migrate(folder)
    return started


def migrate(folder: DataFolder) -> None:
    """Change the shape of the tables, as their owner, in a process of its own. Raises BadInput."""
    said = subprocess.run(
        [sys.executable, "-m", "throughcare.config.migrating"],
        env={**os.environ, **environment(folder, as_owner=True)},
        capture_output=True,
        text=True,
        check=False,
    )
    last = (said.stderr.strip().splitlines() or ["it gave no reason"])[-1]
    if said.returncode == NEWER:
        raise BadInput(
            f"the tables were made by a newer Throughcare than this one: it does not know {last}",
            where="the database",
            remedy="install the newer program again (git pull, make install), then start; an older "
            "one could damage what the newer has written",
        )
    if said.returncode:
        raise BadInput(
            f"the tables could not be brought up to date: {last}",
            where="the database",
            remedy="the step that failed left nothing behind, and those before it stand; run "
            "`throughcare doctor`, mend what it names, start again: it goes on from there",
        )


def check_port(host: str, port: int) -> None:
    """Refuse a port that somebody else listens on. Raises BadInput."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except (OSError, OverflowError) as error:
            why = getattr(error, "strerror", None) or "there is no such port"
            raise BadInput(
                f"port {port} cannot be used ({why})",
                where=f"{host}:{port}",
                remedy=f"stop what listens there, or choose another: --port {_another(port)}",
            ) from error


def _another(port: int) -> int:
    return port + 1 if 0 < port < 65_535 else 8000


@contextmanager
def one_at_a_time(folder: DataFolder) -> Iterator[None]:
    """Two starts at once would make the tables twice: the second is told so. Raises BadInput."""
    with (folder.keys / "starting.lock").open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BadInput(
                "another start is under way",
                where=str(folder.root),
                remedy="wait until it has ended; then this one is not needed",
            ) from error
        yield
