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
from throughcare.config.database import URL
from throughcare.config.ready import environment
from throughcare.errors import BadInput

Say = Callable[[str], None]


def prepare(folder: DataFolder, say: Say) -> None:
    """Start the cluster if it is ours, and bring the tables up to date. Raises BadInput."""
    folder.make()
    with one_at_a_time(folder):
        if not os.environ.get(URL):
            say("Starting the database")
            server.start(folder)
            roles.make_roles(folder)
            roles.make_database(folder)
        say("Bringing the tables up to date")
        migrate(folder)


def migrate(folder: DataFolder) -> None:
    """Change the shape of the tables, as their owner, in a process of its own. Raises BadInput."""
    said = subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--verbosity", "0", "--no-input"],
        env={**os.environ, **environment(folder, as_owner=True)},
        capture_output=True,
        text=True,
        check=False,
    )
    if said.returncode:
        last = said.stderr.strip().splitlines()[-1:] or ["it gave no reason"]
        raise BadInput(
            f"the tables could not be brought up to date: {last[0]}",
            where="the database",
            remedy="nothing was half-changed; run `throughcare doctor`, mend what it names, start "
            "again",
        )


def check_port(host: str, port: int) -> None:
    """Refuse a port that somebody else listens on. Raises BadInput."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            raise BadInput(
                f"port {port} cannot be used ({error.strerror})",
                where=f"{host}:{port}",
                remedy=f"stop what listens there, or choose another: --port {port + 1}",
            ) from error


@contextmanager
def one_at_a_time(folder: DataFolder) -> Iterator[None]:
    """Two starts at once would make the tables twice: the second is told so."""
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
