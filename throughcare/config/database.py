"""Which database the service speaks to: a server named by DATABASE_URL, or the private cluster."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from psycopg.conninfo import conninfo_to_dict

from throughcare.cluster.folder import data_folder
from throughcare.cluster.roles import APP, DATABASE, OWNER

URL, OWNER_URL, NAME = "DATABASE_URL", "DATABASE_OWNER_URL", "THROUGHCARE_DATABASE"
# Set by commands that change the shape of tables; the service itself never sets it.
AS_OWNER = "THROUGHCARE_AS_OWNER"


def database_settings(environment: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """Django's settings of the one database, for the role that the environment asks for."""
    as_owner = environment.get(AS_OWNER) == "1"
    url = environment.get(OWNER_URL if as_owner else URL) or environment.get(URL)
    if url:
        given = conninfo_to_dict(url)
        place = {"HOST": given.get("host", ""), "PORT": given.get("port", "")}
        who = {"USER": given.get("user", ""), "PASSWORD": given.get("password", "")}
        name = given.get("dbname", DATABASE)
    else:
        place = {"HOST": str(data_folder().socket), "PORT": ""}
        who = {"USER": OWNER if as_owner else APP, "PASSWORD": ""}
        name = environment.get(NAME, DATABASE)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        **place,
        **who,
        "ATOMIC_REQUESTS": False,
        "CONN_MAX_AGE": 0,
        "OPTIONS": {"application_name": "throughcare"},
    }
