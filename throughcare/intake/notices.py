"""What is odd in rows that were taken in: duplicates and overlapping spells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from standards.records import Record
from throughcare.intake.outcome import Notice
from throughcare.intake.tables import Row

Rows = Mapping[str, tuple[str, int]]


class Duplicates:
    """Finds rows that are equal in every column."""

    def __init__(self) -> None:
        self._seen: dict[int, tuple[str, int]] = {}

    def check(self, file: str, row: Row) -> Notice | None:
        """A notice if an equal row came before."""
        mark = hash(tuple(row.values.items()))
        first = self._seen.setdefault(mark, (file, row.number))
        if first == (file, row.number):
            return None
        return Notice("duplicate", file, row.number, f"equal in every column to {_at(first)}")


def overlaps(records: Iterable[Record], rows: Rows) -> list[Notice]:
    """Spells of one person and type from different rows that share time."""
    spells: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in records:
        if record.since is not None and record.who is not None:
            spells[record.who, record.type].append(record)
    found = []
    for (who, kind), group in spells.items():
        if len(group) > 1:
            found += _overlaps_of(who, kind, group, rows)
    return found


def _overlaps_of(who: str, kind: str, group: list[Record], rows: Rows) -> list[Notice]:
    group.sort(key=lambda record: (record.since or 0, rows[record.id]))
    found, open_until, holder = [], -float("inf"), group[0]
    for record in group:
        file, row = rows[record.id]
        if (record.since or 0) < open_until and rows[holder.id] != (file, row):
            text = f"the {kind} of {who} overlaps that of {_at(rows[holder.id])}"
            found.append(Notice("overlap", file, row, text))
        until = float("inf") if record.until is None else record.until
        if until > open_until:
            open_until, holder = until, record
    return found


def _at(place: tuple[str, int]) -> str:
    return f"{place[0]} row {place[1]}"
