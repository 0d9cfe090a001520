"""A private cluster with one prison and its admissions officer, taken away afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from throughcare.cluster import server
from throughcare.cluster.folder import DataFolder
from throughcare.cluster.roles import make_database, make_roles
from throughcare.config.ready import environment, ready

DATABASE: Final = "throughcare"
PRISON: Final = "north"
OFFICER: Final = 1
LONG_BEFORE: Final = timedelta(days=4000)


@contextmanager
def prison(cells: tuple[str, ...], at: datetime) -> Iterator[None]:
    """A fresh installation as safe as in service; afterwards this process serves as it does."""
    root = Path(tempfile.mkdtemp(prefix="throughcare-bench-"))
    root.chmod(0o711)
    folder = DataFolder(root / "data")
    try:
        server.start(folder)
        make_roles(folder)
        make_database(folder, DATABASE)
        words = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
        subprocess.run(words, env={**os.environ, **environment(folder, as_owner=True)}, check=True)
        ready(folder)
        _furnish(cells, at - LONG_BEFORE)
        yield
    finally:
        server.stop(folder)
        shutil.rmtree(root, ignore_errors=True)


def _furnish(cells: tuple[str, ...], since: datetime) -> None:
    from throughcare.access.models import Account, Post
    from throughcare.access.terms import Role
    from throughcare.kernel.models import Place

    account = Account.objects.create(pk=OFFICER, name="amel")
    Post.objects.create(
        account=account, role=Role.ADMISSIONS_OFFICER, establishment=PRISON, begins=since
    )
    made: dict[str, Place] = {}
    kinds = ("establishment", "premises", "unit", "cell")
    for cell in cells:
        steps = [PRISON, *cell.split("/")]
        for depth, code in enumerate(steps):
            path, parent = "/".join(steps[: depth + 1]), made.get("/".join(steps[:depth]))
            if path not in made:
                made[path] = Place.objects.create(
                    kind=kinds[depth], parent=parent, code=code, path=path,
                    time_zone="Africa/Tunis" if parent is None else None,
                    certified_capacity=2, floor_area=12, used_from=since,
                )  # fmt: skip
