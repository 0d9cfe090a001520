"""Refresh the vendored styles and scripts: `python3 tools/vendor.py` (needs npm and a network).

Each file is compared with its hash below before it is written. To take a newer version, change
version and hashes together: the message of a refusal shows the hash that came.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "throughcare" / "static" / "vendor"
# package: {file in the package: (name here, SHA-256)}
FILES = {
    "bootstrap@5.3.9": {
        "dist/css/bootstrap.min.css": (
            "bootstrap.min.css",
            "9caac977a0af0c2229abd397eee3345899c4020da2a1a0b711c1cc543fe3719d",
        ),
        "dist/css/bootstrap.rtl.min.css": (
            "bootstrap.rtl.min.css",
            "9eaaeda632b9153c5574293ef02c2bcaeeefa14a81771c6e25fd46eb3aad3a0b",
        ),
        "LICENSE": (
            "bootstrap.LICENSE",
            "bc0cd18d94c028f1c0b62ec9fdaddcb9921c1e07c29cf52dc7df8cca9daf2488",
        ),
    },
    "htmx.org@2.0.11": {
        "dist/htmx.min.js": (
            "htmx.min.js",
            "d6fdc75f204e6bdefa99b69bf1e6d4ac69b8a364f77929f45c13476b4000f717",
        ),
        "LICENSE": (
            "htmx.LICENSE",
            "d3d2456f76414f2456104660ebd65aff1c04cd7966b942bdabd63f3cdb316a38",
        ),
    },
}


def main() -> int:
    """Fetch, compare, write. Status 1 when a hash differs; then nothing of it is written."""
    for package, files in FILES.items():
        for name, content in fetch(package, list(files)).items():
            target, expected = files[name]
            came = hashlib.sha256(content).hexdigest()
            if came != expected:
                print(f"{package}: {name} has the hash {came}, not {expected}", file=sys.stderr)
                return 1
            (TARGET / target).write_bytes(content)
    return 0


def fetch(package: str, names: list[str]) -> dict[str, bytes]:
    """The named files of an npm package."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as packed:
            read = {name: packed.extractfile(f"package/{name}") for name in names}
            return {name: opened.read() for name, opened in read.items() if opened}


if __name__ == "__main__":
    sys.exit(main())
