"""A PostgreSQL server named by a URL: looked at, and made ready, before tables are touched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from throughcare.cluster.binaries import OLDEST
from throughcare.cluster.errors import CannotReach
from throughcare.cluster.roles import APP, EXTENSIONS, GRANTS, OWNER

URL: Final = "DATABASE_URL"
OWNER_URL: Final = "DATABASE_OWNER_URL"
PATIENCE: Final = 10  # seconds in which a server must answer
_PAGE: Final = "docs/administrators.md, 'A server of yours', has the lines"


@dataclass(frozen=True, slots=True)
class Given:
    """The two addresses of one database: for the service, and for the owner of the tables."""

    service: str
    owner: str

    def look(self) -> None:
        """See that both roles are let in, each as itself. Raises CannotReach."""
        for url, setting, role in ((self.owner, OWNER_URL, OWNER), (self.service, URL, APP)):
            with reach(url, setting) as connection:
                _need_version(connection, setting)
                _need_role(connection, setting, role)

    def make_ready(self) -> None:
        """Look, then add what the database lacks, as its owner. Raises CannotReach."""
        self.look()
        with reach(self.owner, OWNER_URL) as connection:
            _extend(connection)


def place_of(url: str, setting: str) -> dict[str, Any]:
    """The parts of a URL. Raises CannotReach for one that cannot be read."""
    try:
        return dict(conninfo_to_dict(url))
    except psycopg.ProgrammingError as error:
        raise CannotReach(
            f"it is not written as the address of a database ({str(error).strip()})",
            where=setting,
            remedy=f"write it as postgresql://{APP}:PASSWORD@HOST:5432/throughcare; in it, write "
            "@ as %40, : as %3A, / as %2F",
        ) from error


@contextmanager
def reach(url: str, setting: str) -> Iterator[psycopg.Connection[Any]]:
    """A connection that commits each statement by itself. Raises CannotReach."""
    given = place_of(url, setting)
    try:
        opened = psycopg.connect(url, autocommit=True, connect_timeout=PATIENCE)
    except psycopg.OperationalError as error:
        raise _unreachable(str(error), given, setting) from error
    with opened:
        yield opened


def _unreachable(said: str, given: dict[str, Any], setting: str) -> CannotReach:
    """The server's own words sorted into what can be done about it. None holds the password."""
    user, name = given.get("user", ""), given.get("dbname", "")
    at = f"{given.get('host', 'this machine')}:{given.get('port', 5432)}"
    if "password" in said or "authentication" in said:
        what = f"the server refuses the password of '{user}'"
        remedy = f"put the right one into {setting}; in a URL, write @ as %40, : as %3A, / as %2F"
    elif f'role "{user}" does not exist' in said:
        what, remedy = f"the server knows no role '{user}'", _PAGE
    elif f'database "{name}" does not exist' in said:
        what, remedy = f"there is no database '{name}' on the server", _PAGE
    else:
        what = f"the server does not answer ({said.strip().splitlines()[-1]})"
        remedy = "see that it runs, and that host and port are right"
    return CannotReach(what, where=f"{setting}, {at}", remedy=remedy)


def _need_version(connection: psycopg.Connection[Any], setting: str) -> None:
    major = connection.info.server_version // 10_000
    if major < OLDEST:
        raise CannotReach(
            f"the server is PostgreSQL {major}, and {OLDEST} or newer is needed",
            where=setting,
            remedy="name a newer server",
        )


def _need_role(connection: psycopg.Connection[Any], setting: str, role: str) -> None:
    """Each address signs in as its own role, so that the service owns nothing."""
    user = connection.info.user
    if user != role:
        raise CannotReach(
            f"it signs in as '{user}', and must sign in as '{role}'",
            where=setting,
            remedy=f"use the role {role}; {_PAGE}",
        )


def _extend(connection: psycopg.Connection[Any]) -> None:
    try:
        for extension in EXTENSIONS:
            words = sql.SQL("CREATE EXTENSION IF NOT EXISTS {}")
            connection.execute(words.format(sql.Identifier(extension)))
        for line in GRANTS:
            connection.execute(line)
    except (psycopg.errors.InsufficientPrivilege, psycopg.errors.FeatureNotSupported) as error:
        raise CannotReach(
            f"the database is not ready: {str(error).splitlines()[0]}",
            where=f"{OWNER_URL}, {connection.info.dbname}",
            remedy=f"the database must belong to {OWNER}, and the server must have PostgreSQL's "
            f"contrib modules; {_PAGE}",
        ) from error
