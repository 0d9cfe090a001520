"""Which files are read as one: a merge moves no row, it only lets two files be read together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from django.db import connection

from throughcare.casework.people.asked_once import once

_UP = "SELECT part, people_whole(part) FROM unnest(%s::uuid[]) AS part"
_DOWN = """
    WITH RECURSIVE down(id, whole) AS (
        SELECT asked, asked FROM unnest(%s::uuid[]) AS asked
        UNION
        SELECT m.merged_id, down.whole FROM people_merge m JOIN down ON m.kept_id = down.id
        WHERE m.undone_at IS NULL
    )
    SELECT id, whole FROM down ORDER BY id
"""


def whole_file(person_id: UUID) -> UUID:
    """The id of the file that this one is read in: its own, where it is not merged."""
    return wholes_of({person_id})[person_id]


def wholes_of(person_ids: Collection[UUID]) -> dict[UUID, UUID]:
    """For each file the one that it is read in."""
    if not person_ids:
        return {}
    return dict(once(("wholes", frozenset(person_ids)), lambda: _pairs(_UP, person_ids)))


def parts_of(person_id: UUID) -> list[UUID]:
    """The ids of all files that are read in this one, itself among them."""
    return list(parts_by_whole([person_id]))


def all_parts_of(person_ids: Sequence[UUID]) -> list[UUID]:
    """The ids of all files that are read in these, themselves among them."""
    return list(parts_by_whole(person_ids))


def parts_by_whole(person_ids: Sequence[UUID]) -> dict[UUID, UUID]:
    """Each file that is read in one of these, itself among them, with the one it is read in."""
    return dict(once(("parts", tuple(person_ids)), lambda: _pairs(_DOWN, person_ids)))


def _pairs(question: str, person_ids: Collection[UUID]) -> dict[UUID, UUID]:
    with connection.cursor() as cursor:
        cursor.execute(question, [list(person_ids)])
        return dict(cursor.fetchall())
