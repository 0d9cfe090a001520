"""Which database the service speaks to: a server named by DATABASE_URL, or the private cluster."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from throughcare.cluster.errors import CannotReach
from throughcare.cluster.folder import data_folder
from throughcare.cluster.given import OWNER_URL, PATIENCE, URL, Given, place_of
from throughcare.cluster.roles import APP, DATABASE, OWNER

NAME = "THROUGHCARE_DATABASE"
# The walls are functions whose cost PostgreSQL guesses too high. It would compile short questions
# to machine code first, which takes ten times as long as answering them.
_NOT_COMPILED = "-c jit=off"
# Set by commands that change the shape of tables; the service itself never sets it.
AS_OWNER = "THROUGHCARE_AS_OWNER"


def database_settings(environment: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """Django's settings of the one database, for the role that the environment asks for.

    Raises CannotReach for a URL that cannot be read.
    """
    as_owner = environment.get(AS_OWNER) == "1"
    if environment.get(URL):
        setting = OWNER_URL if as_owner and environment.get(OWNER_URL) else URL
        place, further = _named(environment[setting], setting)
    else:
        place, further = {
            "HOST": str(data_folder().socket), "PORT": "", "USER": OWNER if as_owner else APP,
            "PASSWORD": "", "NAME": environment.get(NAME, DATABASE),
        }, {}  # fmt: skip
    return {
        "ENGINE": "django.db.backends.postgresql",
        **place,
        "ATOMIC_REQUESTS": False,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "application_name": "throughcare",
            "prepare_threshold": 1_000_000,
            "options": _NOT_COMPILED,
            **further,
        },
    }


def given_server(environment: Mapping[str, str] = os.environ) -> Given | None:
    """The server that the environment names; None for the private cluster. Raises CannotReach."""
    service = environment.get(URL)
    if not service:
        return None
    owner = environment.get(OWNER_URL)
    if not owner:
        raise CannotReach(
            f"{URL} names a server, and {OWNER_URL} is missing",
            where="the environment",
            remedy=f"set it too: the same address for the role {OWNER}, which owns the tables",
        )
    return Given(service=service, owner=owner)


def _named(url: str, setting: str) -> tuple[dict[str, str], dict[str, Any]]:
    """The parts that Django has words for, and all the others, such as sslmode."""
    given = place_of(url, setting)
    place = {
        "HOST": given.pop("host", ""), "PORT": given.pop("port", ""),
        "USER": given.pop("user", ""), "PASSWORD": given.pop("password", ""),
        "NAME": given.pop("dbname", DATABASE),
    }  # fmt: skip
    return place, {"connect_timeout": PATIENCE, **given}
