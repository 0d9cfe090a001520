"""What is missing or wrong with the installation, and the one line that mends it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass

from throughcare.cluster.binaries import INSTALL, find_binaries
from throughcare.cluster.errors import NoPostgres
from throughcare.cluster.folder import DataFolder
from throughcare.cluster.roles import APP, DATABASE, EXTENSIONS, OWNER, connect
from throughcare.cluster.server import SUPERUSER, is_made, is_running

# Below this much free room a cluster should not go on; two hundred times a daily backup of a
# small prison's records. Policy of ours, no rule.
LEAST_FREE_BYTES = 2_000_000_000
START = "throughcare up"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: fine, or what is wrong and how to mend it."""

    what: str
    fine: bool
    said: str
    remedy: str = ""


def examine(folder: DataFolder) -> Iterator[Check]:
    """Look at one thing after the other; what cannot be looked at any more is left out."""
    try:
        binaries = find_binaries()
    except NoPostgres as missing:
        yield Check("PostgreSQL", False, missing.what, missing.remedy or INSTALL)
        return
    yield Check("PostgreSQL", True, f"version {binaries.major}, in {binaries.folder}")
    yield _room(folder)
    if not is_made(folder):
        yield Check("Cluster", False, f"none yet under {folder.root}", START)
        return
    made_by = (folder.cluster / "PG_VERSION").read_text().strip()
    if made_by != str(binaries.major):
        said = f"made by PostgreSQL {made_by}, while {binaries.major} is installed"
        yield Check("Cluster", False, said, f"install PostgreSQL {made_by} again, or pg_upgrade")
        return
    if not is_running(folder):
        yield Check("Cluster", False, "it does not run", START)
        return
    yield Check("Cluster", True, f"running under {folder.cluster}")
    yield from _database(folder)


def _room(folder: DataFolder) -> Check:
    place = next((p for p in (folder.root, *folder.root.parents) if p.exists()), folder.root)
    free = shutil.disk_usage(place).free
    said = f"{free / 1e9:.1f} GB free for {folder.root}"
    if free >= LEAST_FREE_BYTES:
        return Check("Disk", True, said)
    return Check("Disk", False, said, "make room, or move the data: THROUGHCARE_DATA=/other/folder")


def _database(folder: DataFolder) -> Iterator[Check]:
    with connect(folder, "postgres", SUPERUSER) as root:
        roles = {name for (name,) in root.execute("SELECT rolname FROM pg_roles")}
        missing = [role for role in (OWNER, APP) if role not in roles]
        if missing:
            yield Check("Roles", False, f"missing: {', '.join(missing)}", START)
            return
        yield Check("Roles", True, f"{OWNER} owns the tables, {APP} serves")
        found = root.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
        if found.fetchone() is None:
            yield Check("Database", False, f"there is no database '{DATABASE}'", START)
            return
    with connect(folder, DATABASE, SUPERUSER) as root:
        there = {name for (name,) in root.execute("SELECT extname FROM pg_extension")}
        lacking = [name for name in EXTENSIONS if name not in there]
        if lacking:
            said = f"extensions are missing: {', '.join(lacking)}"
            yield Check("Database", False, said, "install Debian's postgresql-contrib, then up")
            return
    yield Check("Database", True, f"'{DATABASE}' with {', '.join(EXTENSIONS)}")
