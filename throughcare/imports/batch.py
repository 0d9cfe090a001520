"""The rows of one transaction: those that open a file wait, and are written together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from django.db import DatabaseError, transaction

from throughcare.casework.people.files import Sheaf
from throughcare.imports.cells import Fault
from throughcare.imports.said import Said
from throughcare.imports.taking import Taken, Taker

Done = tuple[Said, Taken | Fault]


class Batch:
    """Takes rows of one transaction. Each is whole or not at all, whichever way it is written.

    A row that opens a file depends on no other, so many of them are written by one statement a
    table. A row that tells more of somebody is taken by itself, once nothing of that person waits.
    """

    def __init__(self, taker: Taker) -> None:
        self._taker = taker
        self._waiting: list[tuple[Said, Taken]] = []

    def take(self, rows: Sequence[Said]) -> Iterator[Done]:
        """What came of each row, once it is written; the first rows of all people come first."""
        for said in _firsts_first(rows):
            if not self._taker.opens(said) or self._waits(said):
                yield from self._write()
                yield said, self._alone(said)
                continue
            try:
                self._waiting.append((said, self._taker.draw_up(said)))
            except Fault as fault:
                yield said, fault
        yield from self._write()

    def _waits(self, said: Said) -> bool:
        waiting = (one for one, _taken in self._waiting)
        return any(said.key == one.key or said.person_key == one.person_key for one in waiting)

    def _write(self) -> Iterator[Done]:
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        try:
            with transaction.atomic():
                _joined(waiting).write()
        except DatabaseError:
            # The database refuses one of them, and alone each says whether it is the one.
            yield from ((said, self._alone(said)) for said, _taken in waiting)
            return
        for said, taken in waiting:
            self._taker.keep(said, taken)
            yield said, taken

    def _alone(self, said: Said) -> Taken | Fault:
        try:
            return self._taker.take(said)
        except Fault as fault:
            return fault


def _joined(waiting: Sequence[tuple[Said, Taken]]) -> Sheaf:
    sheaf = Sheaf()
    for _said, taken in waiting:
        sheaf.join(taken.sheaf)
    return sheaf


def _firsts_first(rows: Sequence[Said]) -> list[Said]:
    """The first row of each person, then the second of each, and so on."""
    seen: Counter[str] = Counter()
    turns = []
    for said in rows:
        turns.append(seen[said.person_key])
        seen[said.person_key] += 1
    return [said for _turn, said in sorted(zip(turns, rows, strict=True), key=lambda one: one[0])]
