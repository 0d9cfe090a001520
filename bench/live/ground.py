"""A private cluster with the demo country in it, taken away afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from throughcare.cluster import server
from throughcare.cluster.folder import DataFolder
from throughcare.cluster.roles import make_database, make_roles
from throughcare.config.ready import environment, ready

DATABASE = "throughcare"


@contextmanager
def country_of(size: str, on: datetime) -> Iterator[None]:
    """A fresh installation with the country; this process is the owner of the tables."""
    root = Path(tempfile.mkdtemp(prefix="throughcare-bench-"))
    root.chmod(0o711)
    folder = DataFolder(root / "data")
    try:
        server.start(folder)
        make_roles(folder)
        make_database(folder, DATABASE)
        words = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
        subprocess.run(words, env={**os.environ, **environment(folder, as_owner=True)}, check=True)
        ready(folder, as_owner=True)
        from throughcare.demo.country import country
        from throughcare.demo.loading import build

        build(country(1, size, on=on), lambda done, total: None)
        yield
    finally:
        server.stop(folder)
        shutil.rmtree(root, ignore_errors=True)
