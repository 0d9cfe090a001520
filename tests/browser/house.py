"""The service as it runs, over the invented country, for a browser to look at."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from psycopg import Connection

from tests import service
from throughcare.cluster.folder import DataFolder
from throughcare.cluster.roles import connect
from throughcare.cluster.server import SUPERUSER
from throughcare.demo.keys import DEMO_KEY, SETTING

DATABASE = "seen_by_a_browser"
PATIENCE = 30.0


@dataclass(frozen=True)
class House:
    """Where the service answers, and its rows for whoever needs an example."""

    address: str
    rows: Connection[Any]

    def one(self, words: str, *given: object) -> Any:
        """The first value of a query that finds something."""
        found = self.rows.execute(words, given).fetchone()
        assert found is not None, f"the demo country has no example: {words}"
        return found[0]


@contextmanager
def house(cluster: DataFolder) -> Iterator[House]:
    """Start the service over the country; whoever comes first builds it."""
    lock = Path(os.environ["THROUGHCARE_TEST_ROOT"]) / "country.built"
    with service._alone(lock.with_suffix(".lock")):
        if not lock.exists():
            service.copy_of_template(cluster, DATABASE)
            _run(cluster, "tests.browser.country", as_owner=True)
            lock.touch()
    port = _free_port()
    words = ["gunicorn", "throughcare.config.wsgi:application", "--bind", f"127.0.0.1:{port}",
             "--workers", "1", "--threads", "4", "--log-level", "warning"]  # fmt: skip
    process = subprocess.Popen([sys.executable, "-m", *words], env=_environment(cluster))
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(address)
        with connect(cluster, DATABASE, SUPERUSER) as rows:
            yield House(address, rows)
    finally:
        process.terminate()
        process.wait(10)


def _environment(cluster: DataFolder, *, as_owner: bool = False) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "throughcare.config.settings",
        "THROUGHCARE_DATA": str(cluster.root),
        "THROUGHCARE_DATABASE": DATABASE,
        "THROUGHCARE_SECRET": "only for tests",
        "THROUGHCARE_DEMO": "1",
        SETTING: DEMO_KEY,
        "THROUGHCARE_SECOND_FACTOR_FOR": "",
        "THROUGHCARE_AS_OWNER": "1" if as_owner else "0",
    }


def _run(cluster: DataFolder, module: str, *, as_owner: bool) -> None:
    said = subprocess.run(
        [sys.executable, "-m", module], env=_environment(cluster, as_owner=as_owner),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if said.returncode:
        raise RuntimeError(said.stderr)


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _wait(address: str) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(f"{address}/health", timeout=5):
                return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
