"""What is missing or wrong with the installation, and the one line that mends it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from throughcare.cluster.binaries import INSTALL, Binaries, find_binaries
from throughcare.cluster.disk import LEAST_FREE_BYTES, MEND, free_bytes
from throughcare.cluster.errors import CannotReach, NoPostgres
from throughcare.cluster.folder import DataFolder
from throughcare.cluster.given import Given
from throughcare.cluster.roles import APP, DATABASE, EXTENSIONS, OWNER, connect
from throughcare.cluster.server import SUPERUSER, is_made, is_running

START = "throughcare up"
RESTART = "throughcare down, then throughcare up"
_NO_SECRET = {".pub", ".lock"}


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
    yield from _secrets(folder)
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
    yield _running(folder, binaries)
    yield from _database(folder)


def examine_given(folder: DataFolder, given: Given) -> Iterator[Check]:
    """Look at a server of somebody else's, named by a URL, and at the folder of the keys."""
    yield _room(folder)
    yield from _secrets(folder)
    try:
        given.look()
    except CannotReach as refusal:
        said = f"{refusal.where}: {refusal.what}"
        yield Check("Server", False, said, refusal.remedy)
        return
    yield Check("Server", True, "both roles are let in")


def _running(folder: DataFolder, binaries: Binaries) -> Check:
    """What runs may be older than what was installed under it since."""
    with connect(folder, "postgres", SUPERUSER) as root:
        asked = root.execute("SHOW server_version").fetchone()
    runs, installed = str(asked[0] if asked else "").split(" ")[0], binaries.release()
    if runs != installed:
        said = f"PostgreSQL {runs} runs, and {installed} was installed since"
        return Check("Cluster", False, said, RESTART)
    return Check("Cluster", True, f"running under {folder.cluster}")


def _secrets(folder: DataFolder) -> Iterator[Check]:
    """Keys that others on this machine could read."""
    if not folder.keys.exists():
        return
    open_to_others = [
        path
        for path in (folder.keys, *sorted(folder.keys.iterdir()))
        if path.stat().st_mode & 0o077 and path.suffix not in _NO_SECRET
    ]
    for path in open_to_others:
        remedy = f"run: chmod {700 if path.is_dir() else 600} {path}"
        yield Check("Secrets", False, f"{path} can be read by others", remedy)
    if not open_to_others:
        yield Check("Secrets", True, f"closed to others, in {folder.keys}")


def _room(folder: DataFolder) -> Check:
    free = free_bytes(folder)
    said = f"{free / 1e9:.1f} GB free for {folder.root}"
    if free >= LEAST_FREE_BYTES:
        return Check("Disk", True, said)
    return Check("Disk", False, said, MEND)


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
