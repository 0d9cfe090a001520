"""Where PostgreSQL's programs are. Debian keeps them outside the path, by major version."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from throughcare.cluster.errors import NoPostgres

OLDEST = 15
DEBIAN = Path("/usr/lib/postgresql")
INSTALL = "apt-get update && apt-get install -y postgresql"


@dataclass(frozen=True, slots=True)
class Binaries:
    """The folder of PostgreSQL's programs and their major version."""

    folder: Path
    major: int

    def program(self, name: str) -> str:
        """The path of a program such as initdb or pg_ctl."""
        return str(self.folder / name)

    def release(self) -> str:
        """The whole number of what is installed, such as 15.14."""
        return _number(self.program("postgres"))


def find_binaries(debian: Path = DEBIAN) -> Binaries:
    """The newest PostgreSQL of the machine. Raises NoPostgres."""
    found = sorted(
        (Binaries(path.parent, int(path.parents[1].name)) for path in debian.glob("*/bin/initdb")),
        key=lambda one: one.major,
    )
    on_path = shutil.which("initdb")
    if not found and on_path is not None:
        found = [Binaries(Path(on_path).parent, _major(on_path))]
    if not found:
        raise NoPostgres(
            "PostgreSQL is not installed on this machine", remedy=f"as root, run: {INSTALL}"
        )
    newest = found[-1]
    if newest.major < OLDEST:
        raise NoPostgres(
            f"PostgreSQL {newest.major} is installed, and {OLDEST} or newer is needed",
            where=str(newest.folder),
            remedy=f"as root, run: {INSTALL}",
        )
    return newest


def _major(program: str) -> int:
    return int(_number(program).partition(".")[0] or 0)


def _number(program: str) -> str:
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    number = re.search(r"\d+(\.\d+)*", said.stdout)
    return number[0] if number else ""
