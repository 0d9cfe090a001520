"""Since when until when something was known, for rows and for what follows from several.

The engine asks which records counted on a day. So every version of a row is handed over, with the
moment of its entry and, where it no longer stands, of its end. What follows from two rows was known
while both stood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar
from uuid import UUID

from throughcare.casework.rows.record import Record

R = TypeVar("R", bound=Record)
S = TypeVar("S", bound=Record)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Known:
    """Known in [since, until); without an end it still is."""

    since: datetime
    until: datetime | None = None

    def meet(self, other: Known) -> Known | None:
        """While both were known; None where never."""
        since = max(self.since, other.since)
        ends = [end for end in (self.until, other.until) if end is not None]
        until = min(ends, default=None)
        return Known(since, until) if until is None or since < until else None


def known(row: Record) -> Known:
    """While this version of the row stood."""
    return Known(row.recorded_at, row.stood_until)


class Chains(Generic[R]):
    """Rows of one table and one person: which are versions of one another."""

    def __init__(self, rows: Iterable[R]) -> None:
        self._by_id: Mapping[UUID, R] = {row.id: row for row in rows}

    def first(self, row: R) -> R:
        """The earliest version of the row."""
        before = self._before(row)
        while before is not None:
            row, before = before, self._before(before)
        return row

    def root(self, row_id: UUID | None) -> UUID | None:
        """The id of the earliest version, which stays the same whatever is corrected."""
        row = self._by_id.get(row_id) if row_id else None
        return self.first(row).id if row is not None else row_id

    def entered_at(self, row: R, name: str, *, of_value: bool = False) -> datetime:
        """When the field was first filled: correcting a value does not make it late."""
        moment = row.recorded_at
        before = self._before(row)
        while before is not None and _filled(before, name, of_value):
            moment, before = before.recorded_at, self._before(before)
        return moment

    def _before(self, row: R) -> R | None:
        before: UUID | None = vars(row)["replaces_id"]
        return self._by_id.get(before) if before else None


def _filled(row: Record, name: str, of_value: bool) -> bool:
    value = getattr(row, "value", {}).get(name) if of_value else getattr(row, name)
    return value not in (None, "")


def through(
    rows: Iterable[S], answer: Callable[[list[S]], T | None], *, more: Iterable[datetime] = ()
) -> Iterator[tuple[Known, T]]:
    """What follows from several rows together, over the time in which they came to be known.

    `answer` is asked with the rows that stood after each change, and at the moments in `more`;
    neighbours that answer the same are one.
    """
    kept = list(rows)
    turns = {row.recorded_at for row in kept} | {row.stood_until for row in kept}
    before: tuple[datetime, T | None] | None = None
    for moment in sorted({turn for turn in turns if turn is not None} | set(more)):
        now = answer([row for row in kept if _stood(row, moment)])
        if before is not None and before[1] == now:
            continue
        if before is not None and before[1] is not None:
            yield Known(before[0], moment), before[1]
        before = (moment, now)
    if before is not None and before[1] is not None:
        yield Known(before[0]), before[1]


def _stood(row: Record, moment: datetime) -> bool:
    return row.recorded_at <= moment and (row.stood_until is None or moment < row.stood_until)
