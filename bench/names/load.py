"""A database of invented people: made by COPY as the owner of the tables, asked as the service."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random
from typing import Any
from uuid import UUID

from bench.names.people import Pair, people
from throughcare.casework.people.doors import keys_of
from throughcare.cluster.folder import DataFolder
from throughcare.cluster.roles import DATABASE, OWNER, connect, make_database, make_roles
from throughcare.cluster.server import start
from throughcare.config.starting import migrate
from throughcare.kernel.identifiers import read_number, sortable_id
from throughcare.kernel.names import PersonName, as_json, name_of

AT = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
SMALL, LARGE = "small", "large"
_SHARES = {SMALL: 300, LARGE: 10_000}  # held there of 100,000; all others in forty prisons
# The accounts that search: number, role, place.
VIEWERS = {
    "a small prison": (1, "admissions_officer", SMALL),
    "a large prison": (2, "admissions_officer", LARGE),
    "the whole service": (3, "npm_inspector", "service"),
}
Row = tuple[Any, ...]


def prepare(folder: DataFolder, count: int, labelled: list[Pair], seed: int) -> dict[str, UUID]:
    """Make the cluster and fill it. The labelled persons by what their file says."""
    start(folder)
    make_roles(folder)
    make_database(folder)
    os.environ["THROUGHCARE_DATA"] = str(folder.root)
    migrate(folder)
    known, everybody = fillers(count, labelled, seed)
    if not _is_filled(folder):
        copy_all(folder, DATABASE, everybody, seed)
    return known


def fillers(
    count: int, labelled: list[Pair], seed: int
) -> tuple[dict[str, UUID], list[tuple[str, UUID]]]:
    """The labelled persons by what their file says; and everybody, with strangers up to count."""
    named = list(dict.fromkeys(pair.one for pair in labelled if pair.same))
    strangers = people(count - len(named), seed, [name for name in named if not _is_number(name)])
    known = dict(zip(named, ids(len(named), seed=1), strict=True))
    everybody = [*known.items(), *zip(strangers, ids(count - len(named), seed=2), strict=False)]
    return known, everybody


def _is_filled(folder: DataFolder) -> bool:
    with connect(folder, DATABASE, OWNER) as owner:
        return owner.execute("SELECT FROM people_person LIMIT 1").fetchone() is not None


def _is_number(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def ids(count: int, seed: int) -> Iterator[UUID]:
    chance = Random(seed)
    return (sortable_id(AT, chance.randbytes(10)) for _ in range(count))


def copy_all(
    folder: DataFolder, database: str, everybody: list[tuple[str, UUID]], seed: int
) -> None:
    """Write the files, names and keys as the owner of the tables, in one go."""
    chance = Random(seed)
    persons: list[Row] = []
    facts: list[Row] = []
    keys: list[Row] = []
    for text, person in everybody:
        persons.append((person, _place(chance), 1, AT, "1"))
        for kind, value, name in _facts(text):
            fact = sortable_id(AT, chance.randbytes(10))
            facts.append((fact, person, kind, "ID", json.dumps(value), "stated", "", AT, "1", 1))
            keys += [(fact, person, key) for key in sorted(keys_of(name))] if name else []
    with connect(folder, database, OWNER) as owner, owner.cursor() as cursor:
        _copy(cursor, "people_person (id, held_at, version, opened_at, opened_by)", persons)
        columns = "id, person_id, kind, compartment, value, standing, proof, recorded_at"
        _copy(cursor, f"people_fact ({columns}, recorded_by, made_in)", facts)
        _copy(cursor, "people_namekey (fact_id, person_id, key)", keys)
        cursor.execute("VACUUM ANALYZE")


def _copy(cursor: Any, table: str, rows: list[Row]) -> None:
    with cursor.copy(f"COPY {table} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _place(chance: Random) -> str:
    drawn = chance.randrange(100_000)
    if drawn < _SHARES[SMALL]:
        return SMALL
    return LARGE if drawn < sum(_SHARES.values()) else f"prison-{chance.randrange(40)}"


def _facts(text: str) -> Iterator[tuple[str, dict[str, object], PersonName | None]]:
    """The recorded name, then aliases; a spelling in Latin letters stands beside its part."""
    if _is_number(text):
        yield "identifier", {"system": "s", "number": text, "read": read_number(text)}, None
        text = "Unknown"
    home, *others = text.split("|")
    for use, one in [("recorded", home), *(("alias", other) for other in others)]:
        name = name_of(*one.split())
        yield "name", {"use": use, "parts": as_json(name)}, name
