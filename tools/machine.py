"""See that the machine has what the service and its tests need beside Python.

    python3 tools/machine.py            # what runs the service: PostgreSQL, Pango
    python3 tools/machine.py --tests    # also what the tests look at pages with: Chromium, letters

Installs Debian's packages where that is allowed; else prints the one line to run, and ends well:
tests that need what is missing say that they are skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from ctypes.util import find_library
from dataclasses import dataclass
from pathlib import Path

DEBIAN = Path("/usr/lib/postgresql")


@dataclass(frozen=True)
class Need:
    """What is needed, Debian's package of it, and whether it is there."""

    what: str
    package: str
    there: bool


def needs(for_tests: bool) -> list[Need]:
    """What this machine should have."""
    postgres = any(DEBIAN.glob("*/bin/initdb")) or shutil.which("initdb") is not None
    found = [
        Need("PostgreSQL", "postgresql", postgres),
        Need("Pango (PDF)", "libpango-1.0-0", find_library("pango-1.0") is not None),
        Need("Pango's letters", "libpangoft2-1.0-0", find_library("pangoft2-1.0") is not None),
    ]
    if for_tests:
        letters = Path("/usr/share/fonts/truetype/noto").exists()
        found += [
            Need("Chromium", "chromium", Path("/usr/bin/chromium").exists()),
            # What drives Chromium brings its own node, which needs this of the machine.
            Need("libatomic", "libatomic1", find_library("atomic") is not None),
            Need("Noto's letters", "fonts-noto-core", letters),
        ]
    return found


def main() -> int:
    missing = [need for need in needs("--tests" in sys.argv) if not need.there]
    if not missing:
        return 0
    what = ", ".join(need.what for need in missing)
    packages = [need.package for need in missing]
    line = f"apt-get update && apt-get install -y {' '.join(packages)}"
    before = may_install()
    if before is None:
        print(f"Missing: {what}. As root, run: {line}", flush=True)
        return 0
    print(f"Installing {what} (Debian's packages) ...", flush=True)
    wrong = install(before, packages)
    if wrong:
        print(f"{wrong}\n{what} could not be installed. As root, run: {line}", file=sys.stderr)
        return 1
    return 0


def install(before: list[str], packages: list[str]) -> str:
    """Install; what went wrong, or nothing."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (
        ["update", "-qq"],
        ["install", "-y", "-qq", "--no-install-recommends", *packages],
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
            return said.stdout + said.stderr
    return ""


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
