"""Make, start and stop the private cluster."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from throughcare.cluster.binaries import Binaries, find_binaries
from throughcare.cluster.disk import need_room
from throughcare.cluster.errors import CannotStart
from throughcare.cluster.folder import DataFolder, server_user

SUPERUSER = "throughcare_root"  # the cluster's own, used only to make roles and databases
SECONDS_TO_START = 60
_SETTINGS = """
# Written by throughcare; changes here are lost.
listen_addresses = ''
unix_socket_directories = '{socket}'
unix_socket_permissions = 0700
timezone = 'UTC'
log_timezone = 'UTC'
max_connections = 60
"""
# For tests: nothing need survive a loss of power.
CARELESS = "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n"


def is_made(folder: DataFolder) -> bool:
    """Is there a cluster under the folder?"""
    return (folder.cluster / "PG_VERSION").exists()


def is_running(folder: DataFolder) -> bool:
    """Does the cluster under the folder run?"""
    if not is_made(folder):
        return False
    return _run(find_binaries(), "pg_ctl", "status", "-D", str(folder.cluster)).returncode == 0


def start(folder: DataFolder, *, settings: str = "") -> bool:
    """Make the cluster if there is none, and start it. True if it was not running before.

    `settings` are further lines for postgresql.conf. Raises NoPostgres, CannotStart.
    """
    binaries = find_binaries()
    folder.make()
    need_room(folder)
    if not is_made(folder):
        _make(binaries, folder)
    _check_version(binaries, folder)
    if is_running(folder):
        return False
    own = folder.cluster / "throughcare.conf"
    own.write_text(_SETTINGS.format(socket=folder.socket) + settings)
    said = _run(
        binaries, "pg_ctl", "start", "-w", "-t", str(SECONDS_TO_START),
        "-D", str(folder.cluster), "-l", str(folder.log), "-s",
    )  # fmt: skip
    if said.returncode != 0:
        raise CannotStart(
            f"PostgreSQL did not start: {_last_words(folder.log) or said.stderr.strip()}",
            where=str(folder.cluster),
            remedy=f"read {folder.log}",
        )
    return True


def stop(folder: DataFolder) -> bool:
    """Stop the cluster. False if it was not running."""
    if not is_running(folder):
        return False
    _run(find_binaries(), "pg_ctl", "stop", "-w", "-m", "fast", "-D", str(folder.cluster), "-s")
    return True


def _make(binaries: Binaries, folder: DataFolder) -> None:
    """Made beside its place and moved there when whole: an interrupted start leaves none half."""
    half = folder.root / "cluster.half-made"
    shutil.rmtree(half, ignore_errors=True)
    said = _run(
        binaries, "initdb", "-D", str(half), "-U", SUPERUSER, "-E", "UTF8",
        "--locale-provider=icu", "--icu-locale=und", "--locale=C.UTF-8",
        "--auth-local=trust", "--auth-host=reject", "--data-checksums",
    )  # fmt: skip
    if said.returncode != 0:
        shutil.rmtree(half, ignore_errors=True)
        raise CannotStart(
            f"the database cluster could not be made: {said.stderr.strip()}",
            where=str(folder.cluster),
            remedy="see that there is room on the disk, and start again",
        )
    with (half / "postgresql.conf").open("a") as written:
        written.write("\ninclude 'throughcare.conf'\n")
    half.rename(folder.cluster)


def _check_version(binaries: Binaries, folder: DataFolder) -> None:
    made_by = (folder.cluster / "PG_VERSION").read_text().strip()
    if made_by != str(binaries.major):
        raise CannotStart(
            f"the cluster was made by PostgreSQL {made_by}, and {binaries.major} is installed",
            where=str(folder.cluster),
            remedy=f"install PostgreSQL {made_by} again, or move the data with pg_upgrade",
        )


def _run(binaries: Binaries, program: str, *words: str) -> subprocess.CompletedProcess[str]:
    user = server_user()
    return subprocess.run(
        [binaries.program(program), *words],
        user=user,
        group=user,
        extra_groups=[] if user is not None else None,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if program != "pg_ctl" else subprocess.DEVNULL,
        stderr=subprocess.PIPE if program != "pg_ctl" else subprocess.DEVNULL,
        text=True,
        check=False,
    )


def _last_words(log: Path) -> str:
    try:
        lines = log.read_text(errors="replace").splitlines()
    except OSError:
        return ""
    fatal = [line for line in lines if "FATAL" in line or "ERROR" in line]
    return (fatal or lines or [""])[-1]
