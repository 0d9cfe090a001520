"""Make Django ready in this process, for the role that the command needs."""

from __future__ import annotations

import os

import django

from throughcare.cluster.folder import DataFolder
from throughcare.config.database import AS_OWNER
from throughcare.config.secret import secret_key

SETTINGS = "throughcare.config.settings"


def ready(folder: DataFolder, *, as_owner: bool = False) -> None:
    """Settings for this installation. Once in a process: a role cannot be changed afterwards."""
    os.environ.update(environment(folder, as_owner=as_owner))
    django.setup()


def environment(folder: DataFolder, *, as_owner: bool = False) -> dict[str, str]:
    """What a process of the service needs in its environment."""
    return {
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "THROUGHCARE_DATA": str(folder.root),
        "THROUGHCARE_SECRET": os.environ.get("THROUGHCARE_SECRET") or secret_key(folder.keys),
        AS_OWNER: "1" if as_owner else "0",
    }
