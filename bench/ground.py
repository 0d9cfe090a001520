"""A private cluster for one bench run, with the tables of the service, as safe as in service."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from throughcare.cluster import server
from throughcare.cluster.folder import DataFolder
from throughcare.cluster.roles import make_database, make_roles
from throughcare.config.ready import environment, ready

DATABASE: Final = "throughcare"


@contextmanager
def ground(*, as_owner: bool = False) -> Iterator[DataFolder]:
    """A fresh installation, taken away afterwards.

    This process serves as the service does, or as the owner of the tables, who may fill them.
    """
    root = Path(tempfile.mkdtemp(prefix="throughcare-bench-"))
    root.chmod(0o711)
    folder = DataFolder(root / "data")
    try:
        server.start(folder)
        make_roles(folder)
        make_database(folder, DATABASE)
        words = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
        subprocess.run(words, env={**os.environ, **environment(folder, as_owner=True)}, check=True)
        ready(folder, as_owner=as_owner)
        yield folder
    finally:
        server.stop(folder)
        shutil.rmtree(root, ignore_errors=True)
