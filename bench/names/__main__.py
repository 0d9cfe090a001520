"""`python -m bench.names [--people 100000]`: recall and time of the search, in the database."""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "throughcare.config.settings")
os.environ.setdefault("THROUGHCARE_SECRET", "only for the bench")


def main() -> None:
    """Make the people in a cluster of their own, measure, and take the cluster away."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--people", type=int, default=100_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--missed", action="store_true", help="list what was not found")
    asked.add_argument("--folder", type=Path, help="keep the cluster there, to measure again")
    given = asked.parse_args()
    root = given.folder or Path(tempfile.mkdtemp(prefix="throughcare-bench-"))
    root.mkdir(exist_ok=True)
    root.chmod(0o711)
    os.environ["THROUGHCARE_DATA"] = str(root / "data")
    import django

    django.setup()
    from bench.names.measure import run

    try:
        run(root / "data", given.people, given.seed, missed=given.missed)
    finally:
        from throughcare.cluster.folder import DataFolder
        from throughcare.cluster.server import stop

        stop(DataFolder(root / "data"))
        if given.folder is None:
            shutil.rmtree(root)


if __name__ == "__main__":
    main()
