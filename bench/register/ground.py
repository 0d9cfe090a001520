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

from throughcare.cluster import server
from throughcare.cluster.folder import DataFolder
from throughcare.cluster.roles import OWNER, connect, make_database, make_roles
from throughcare.config.ready import environment, ready

DATABASE = "throughcare"
# What the plain side writes: a row of an ordinary change, with its key and an index.
VISIT = """
CREATE TABLE visit (
  id uuid PRIMARY KEY, person uuid NOT NULL, place text NOT NULL, said text NOT NULL,
  held_at timestamptz NOT NULL, written_by text NOT NULL
);
CREATE INDEX visit_of_person ON visit (person, held_at);
"""


@contextmanager
def ground() -> Iterator[DataFolder]:
    """A fresh installation, taken away afterwards; this process serves as the service does."""
    root = Path(tempfile.mkdtemp(prefix="throughcare-bench-"))
    root.chmod(0o711)
    folder = DataFolder(root / "data")
    try:
        server.start(folder)
        make_roles(folder)
        make_database(folder, DATABASE)
        words = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
        subprocess.run(words, env={**os.environ, **environment(folder, as_owner=True)}, check=True)
        with connect(folder, DATABASE, OWNER) as owner:
            owner.execute(VISIT)
        ready(folder)
        yield folder
    finally:
        server.stop(folder)
        shutil.rmtree(root, ignore_errors=True)
