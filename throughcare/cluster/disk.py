"""Room on the disk of the data folder."""

from __future__ import annotations

import shutil
from typing import Final

from throughcare.cluster.errors import CannotStart
from throughcare.cluster.folder import SETTING, DataFolder

# Below this much free room a cluster should not go on; two hundred times a daily backup of a
# small prison's records. Policy of ours, no rule.
LEAST_FREE_BYTES: Final = 2_000_000_000
# Below this PostgreSQL cannot even begin: an empty cluster takes some 60 MB. Measured.
LEAST_TO_START: Final = 100_000_000
MEND: Final = f"make room, or move the data: {SETTING}=/other/folder"


def free_bytes(folder: DataFolder) -> int:
    """What is free where the folder lies, or would lie."""
    place = next((p for p in (folder.root, *folder.root.parents) if p.exists()), folder.root)
    return shutil.disk_usage(place).free


def need_room(folder: DataFolder) -> None:
    """Refuse to start where nothing can be written. Raises CannotStart."""
    free = free_bytes(folder)
    if free < LEAST_TO_START:
        raise CannotStart(
            f"the disk is full: {free / 1e6:.0f} MB are free, and {LEAST_TO_START / 1e6:.0f} MB "
            "are needed to start",
            where=str(folder.root),
            remedy=MEND,
        )
