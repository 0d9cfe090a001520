"""Bring the tables up to date, in a process of its own: `python -m throughcare.config.migrating`.

Each migration is one transaction: it is there as a whole, or not at all.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Final

import django

NEWER: Final = 4  # exit status: the tables are of a newer program than this one


@dataclass(frozen=True, slots=True)
class Standing:
    """How the tables compare with the program: steps still to do, and steps it does not know."""

    pending: tuple[str, ...]
    unknown: tuple[str, ...]


def standing() -> Standing:
    """Compare what was applied to the database with what this program brings."""
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connection)
    brought = set(loader.disk_migrations or ())
    older = {step for made in brought for step in loader.disk_migrations[made].replaces}
    done = set(loader.applied_migrations or ())
    return Standing(
        pending=tuple(sorted(f"{app}.{name}" for app, name in set(loader.graph.nodes) - done)),
        unknown=tuple(sorted(f"{app}.{name}" for app, name in done - brought - older)),
    )


def main() -> int:
    """Migrate, unless the tables are of a newer program; the words go to the error stream."""
    django.setup()
    from django.core.management import call_command

    from throughcare.config.additions import added_in_place

    found = standing()
    if found.unknown:
        print(", ".join(found.unknown), file=sys.stderr)
        return NEWER
    with added_in_place():
        call_command("migrate", verbosity=0, interactive=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
