"""The two roles of the service, its databases and their extensions.

`throughcare_owner` owns every table and runs migrations. `throughcare_app` is what serves: it owns
nothing, so that it can neither switch off a refusal nor change the shape of a table.
"""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg import sql

from throughcare.cluster.folder import DataFolder
from throughcare.cluster.server import SUPERUSER

OWNER, APP = "throughcare_owner", "throughcare_app"
DATABASE = "throughcare"
EXTENSIONS = ("btree_gist", "pg_trgm", "unaccent")


def connect(folder: DataFolder, database: str, user: str) -> psycopg.Connection[Any]:
    """A connection to a database of the cluster, committing each statement by itself."""
    return psycopg.connect(host=str(folder.socket), dbname=database, user=user, autocommit=True)


def make_roles(folder: DataFolder) -> None:
    """Make the two roles where they are missing."""
    with connect(folder, "postgres", SUPERUSER) as root:
        known = {name for (name,) in root.execute("SELECT rolname FROM pg_roles")}
        for role in (OWNER, APP):
            if role not in known:
                root.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(role)))


def make_database(folder: DataFolder, name: str = DATABASE) -> bool:
    """Make a database with its extensions and grants. False if it was there.

    What an interrupted start left out is put in, so that none stays half-made.
    """
    with connect(folder, "postgres", SUPERUSER) as root:
        asked = root.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        made = asked.fetchone() is None
        if made:
            root.execute(
                sql.SQL("CREATE DATABASE {} OWNER {}").format(
                    sql.Identifier(name), sql.Identifier(OWNER)
                )
            )
    with connect(folder, name, SUPERUSER) as root:
        root.execute("SET client_min_messages = warning")
        for extension in EXTENSIONS:
            words = sql.SQL("CREATE EXTENSION IF NOT EXISTS {}")
            root.execute(words.format(sql.Identifier(extension)))
        for line in GRANTS:
            root.execute(line)
    return made


GRANTS = (
    "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    f"GRANT ALL ON SCHEMA public TO {OWNER}",
    f"GRANT USAGE ON SCHEMA public TO {APP}",
    f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA public "
    f"GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APP}",
    f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA public "
    f"GRANT USAGE, SELECT ON SEQUENCES TO {APP}",
)
