"""See that the machine has what the service needs beside Python: PostgreSQL.

Installs Debian's package where that is allowed; else prints the one line to run, and ends well:
what needs no database works without it, and tests that need it say that they are skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

LINE = "apt-get update && apt-get install -y postgresql"
PACKAGES = ["postgresql"]
DEBIAN = Path("/usr/lib/postgresql")


def main() -> int:
    if has_postgresql():
        return 0
    before = may_install()
    if before is None:
        print(f"PostgreSQL is missing. As root, run: {LINE}", flush=True)
        return 0
    print("Installing PostgreSQL (Debian's package) ...", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (
        ["update", "-qq"],
        ["install", "-y", "-qq", "--no-install-recommends", *PACKAGES],
    ):
        said = subprocess.run(
            [*before, "apt-get", *words],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if said.returncode:
            print(said.stdout + said.stderr, file=sys.stderr)
            print(f"PostgreSQL could not be installed. As root, run: {LINE}", file=sys.stderr)
            return 1
    return 0


def has_postgresql() -> bool:
    return any(DEBIAN.glob("*/bin/initdb")) or shutil.which("initdb") is not None


def may_install() -> list[str] | None:
    """The words before apt-get, where this user may install; None where not."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    asked = ["sudo", "-n", "true"]
    if (
        shutil.which("sudo")
        and subprocess.run(asked, check=False, capture_output=True).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


if __name__ == "__main__":
    sys.exit(main())
