"""What lies where under the data folder, and who owns it."""

from __future__ import annotations

import os
import pwd
import shutil
from dataclasses import dataclass
from pathlib import Path

from throughcare.cluster.errors import CannotStart, NoPostgres

SETTING = "THROUGHCARE_DATA"
SERVER_USER = "postgres"  # made by Debian's package; PostgreSQL refuses to run as root


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The data folder of one installation."""

    root: Path

    @property
    def cluster(self) -> Path:
        """PostgreSQL's own files."""
        return self.root / "cluster"

    @property
    def socket(self) -> Path:
        """The folder of the Unix socket: who may open it may connect."""
        return self.root / "socket"

    @property
    def keys(self) -> Path:
        """Keys that never enter the database."""
        return self.root / "keys"

    @property
    def log(self) -> Path:
        """What PostgreSQL says."""
        return self.root / "postgresql.log"

    def make(self) -> None:
        """Make the folders, closed to others. Raises CannotStart."""
        owner = server_user()
        try:
            for folder in (self.root, self.socket):
                folder.mkdir(parents=True, exist_ok=True)
                folder.chmod(0o700)
                if owner is not None:
                    shutil.chown(folder, owner, owner)
            self.keys.mkdir(exist_ok=True)
            self.keys.chmod(0o700)
        except OSError as error:
            raise CannotStart(
                f"the data folder cannot be made ({error.strerror})",
                where=str(self.root),
                remedy=f"name another one: {SETTING}=/path/to/folder",
            ) from error


def data_folder() -> DataFolder:
    """The data folder that the environment names, or the usual one."""
    named = os.environ.get(SETTING)
    if named:
        return DataFolder(Path(named).resolve())
    if os.geteuid() == 0:
        return DataFolder(Path("/var/lib/throughcare"))
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return DataFolder(Path(base) / "throughcare")


def server_user() -> str | None:
    """As whom PostgreSQL runs: None for the present user. Raises NoPostgres."""
    if os.geteuid() != 0:
        return None
    try:
        pwd.getpwnam(SERVER_USER)
    except KeyError as error:
        raise NoPostgres(
            f"there is no user '{SERVER_USER}', as which PostgreSQL must run",
            remedy="install Debian's package postgresql, which makes it",
        ) from error
    return SERVER_USER
