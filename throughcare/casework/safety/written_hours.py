"""Which hours are written already, as the door tells it: that, and by whom, never what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from throughcare.casework.safety.day import DayWords
from throughcare.casework.safety.terms import EntryTable


@dataclass(frozen=True, slots=True)
class Standing:
    """A row that an entry meets. `known`: the very same entry; `same`: it says the same."""

    row: UUID
    by: str
    same: bool
    known: bool


def standing_for(
    entries: Sequence[DayWords], wholes: Mapping[UUID, UUID]
) -> dict[UUID, list[Standing]]:
    """What each entry meets, by its key: one question for each kind of entry.

    `wholes`: the file in which each person is read.
    """
    found: dict[UUID, list[Standing]] = {one.key: [] for one in entries}
    for table in EntryTable:
        some = [one for one in entries if one.entry == table]
        if some:
            for key, standing in _asked(table, some, wholes):
                found[key].append(standing)
    return found


def _asked(
    table: EntryTable, some: Sequence[DayWords], wholes: Mapping[UUID, UUID]
) -> list[tuple[UUID, Standing]]:
    kinds = [one.kind if table == EntryTable.CONTACT else "" for one in some]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT place, id, written_by, same, known FROM safety_written("
            "%s, %s::uuid[], %s::timestamptz[], %s::timestamptz[], %s::text[], %s::uuid[])",
            [
                table.value, [wholes[one.person_id] for one in some], [one.since for one in some],
                [one.ends for one in some], kinds, [one.key for one in some],
            ],
        )  # fmt: skip
        return [
            (some[place - 1].key, Standing(row, by, same, known))
            for place, row, by, same, known in cursor.fetchall()
        ]
