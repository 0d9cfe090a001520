"""The whole import: files in, an outcome out. In batches, or all in one that is rolled back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from django.db import DatabaseError, transaction

from throughcare.access.question import Viewer
from throughcare.access.walls.entering import behind
from throughcare.casework.custody import queries as custody
from throughcare.casework.people import actions as people
from throughcare.casework.people import queries
from throughcare.casework.people.doors import ENTER
from throughcare.errors import BadInput
from throughcare.imports.alike import Alike, Candidate, of_file, of_row
from throughcare.imports.batch import Batch
from throughcare.imports.cells import Fault, Reader
from throughcare.imports.dry import rolled_back
from throughcare.imports.gate import latest_of, need_leave, zone_of
from throughcare.imports.memory import Memory
from throughcare.imports.model import ImportMap
from throughcare.imports.origins import Where, known_rows
from throughcare.imports.outcome import FileCount, Outcome, Pair, Result, RowResult
from throughcare.imports.reading import RowReader
from throughcare.imports.said import Said
from throughcare.imports.sheet import Sheet, open_file
from throughcare.imports.taking import Taken, Taker, need_one_person
from throughcare.imports.writing import Hand

BATCH: Final = 200  # rows of one transaction: what is lost where the machine stops

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be done: which files, by whom, for which establishment, as of which day."""

    files: Sequence[Path]
    mapping: ImportMap
    by: Viewer
    account: str
    place: str
    at: datetime
    on: date
    dry: bool = False
    batch: int = BATCH


class BrokenOff(BadInput):
    """The import stopped between two batches; `outcome` says what is done."""

    def __init__(self, outcome: Outcome, cause: str) -> None:
        self.outcome = outcome
        done = len(outcome.rows)
        super().__init__(
            f"stopped after {done} rows ({cause})",
            remedy="nothing of those rows is lost: mend the cause and run the same command again; "
            "it goes on where it stopped",
        )


def run(order: Order, progress: Progress | None = None) -> Outcome:
    """Take the files over. Raises BadInput before anything is written, and BrokenOff."""
    need_leave(order.by, order.place, at=order.at)
    sheets = [_open(path, order) for path in _in_order(order)]
    outcome = Outcome(
        source=order.mapping.source, place=order.place, account=order.account, at=order.at,
        on=order.on, dry=order.dry,
    )  # fmt: skip
    with rolled_back() if order.dry else nullcontext():
        Run(order, outcome, progress or (lambda done, total: None)).take(sheets)
    return outcome


def _in_order(order: Order) -> list[Path]:
    """The files in the order of the mapping's parts: people before what is about them."""
    parts = list(order.mapping.parts)

    def place(path: Path) -> int:
        part = order.mapping.part_for(path)
        if part is None:
            raise BadInput(
                "no part of the mapping fits this file's name", where=str(path),
                remedy=f"the mapping knows {', '.join(one.glob for one in parts)}",
            )  # fmt: skip
        return parts.index(part)

    return sorted(order.files, key=place)


def _open(path: Path, order: Order) -> Sheet:
    part = order.mapping.part_for(path)
    assert part is not None
    return open_file(path, part, order.mapping.path)


class Run:
    """One import under way."""

    def __init__(self, order: Order, outcome: Outcome, progress: Progress) -> None:
        self._order, self._outcome, self._progress = order, outcome, progress
        self._alike = Alike()
        self._people: set[str] = set()
        self._keys: set[tuple[str, str]] = set()

    def take(self, sheets: Sequence[Sheet]) -> None:
        """Take all rows of all files, and draw up the account."""
        order = self._order
        why = f"before {', '.join(sheet.name for sheet in sheets)} is taken over"
        self._outcome.held_before = queries.count(order.by, at=order.at)
        files = queries.comparable(order.by, at=order.at, why=why)
        self._memory = Memory(known_rows(order.by, order.mapping.source, at=order.at), files)
        for one in files:
            self._alike.add(of_file(one))
        total = sum(len(sheet.rows) for sheet in sheets)
        self._progress(0, total)
        for sheet in sheets:
            self._file(sheet, total)
        self._close(sheets, why)

    def _file(self, sheet: Sheet, total: int) -> None:
        order = self._order
        self._outcome.files.append(
            FileCount(
                name=sheet.name, sha256=sheet.sha256, rows_in=sheet.rows_in, blank=sheet.blank,
                notes=tuple(sheet.notes),
            )
        )  # fmt: skip
        where = Where(
            source=order.mapping.source, part=sheet.part.glob, file=sheet.name,
            sha256=sheet.sha256, known_by=sheet.part.known_by,
        )  # fmt: skip
        hand = Hand(by=order.by, at=order.at, establishment=order.place, why=where.why)
        taker = Taker(hand, where, self._memory, zone_of(order.place, sheet.part.zone))
        read = self._read(sheet)
        for batch in _batches(read, order.batch):
            hand.forget_places()
            try:
                with transaction.atomic(), behind(order.by, at=order.at, enter=ENTER):
                    came = Batch(taker).take(batch)
                    done = [self._row(sheet, hand, said, taken) for said, taken in came]
            except (DatabaseError, KeyboardInterrupt) as error:
                self._outcome.finished = False
                cause = str(error).splitlines()[0] if str(error) else "it was interrupted"
                raise BrokenOff(self._outcome, cause) from error
            self._outcome.rows += done
            self._progress(len(self._outcome.rows), total)

    def _read(self, sheet: Sheet) -> list[Said]:
        """What each row says, those of one person side by side in the order of time."""
        order, part = self._order, sheet.part
        zone = zone_of(order.place, part.zone)
        reader = Reader(part, zone, latest_of(order.on, zone, at=order.at))
        rows = RowReader(part, reader, order.place)
        found: list[Said] = []
        firsts: dict[str, Said] = {}
        for row in sheet.rows:
            try:
                plain, notes = sheet.looked_through(row)
                said = rows.read(plain)
            except Fault as fault:
                self._outcome.rows.append(_refused(sheet, row.number, "", fault))
                continue
            said.notes[:0] = notes
            self._keys.add((part.glob, said.key))
            try:
                need_one_person(said, firsts.setdefault(said.person_key, said), sheet.name)
            except Fault as fault:
                self._outcome.rows.append(_refused(sheet, row.number, said.person_key, fault))
                continue
            found.append(said)
        first = {said.person_key: said.row for said in reversed(found)}
        return sorted(found, key=lambda one: (first[one.person_key], one.begins(), one.row))

    def _row(self, sheet: Sheet, hand: Hand, said: Said, taken: Taken | Fault) -> RowResult:
        if isinstance(taken, Fault):
            return _refused(sheet, said.row, said.person_key, taken)
        self._people.add(said.person_key)
        notes = [*said.notes, *taken.notes]
        if taken.opened is not None:
            self._outcome.people_new += 1
            notes += self._duplicates(hand, taken, said)
        return RowResult(
            file=sheet.name, row=said.row, result=taken.result, person=said.person_key,
            notes=tuple(notes),
        )  # fmt: skip

    def _duplicates(self, hand: Hand, taken: Taken, said: Said) -> Iterator[str]:
        """Propose, within the same transaction, whoever may be the person of a new file."""
        assert taken.opened is not None
        one = of_row(taken.opened, said.person_key, said.facts)
        for other, reason in self._alike.near(one):
            people.propose_duplicate(
                by=hand.by, at=hand.at, one=one.id, other=other.id, why=f"{reason}; {hand.why}"
            )
            self._outcome.pairs.append(_pair(one, other, reason))
            yield f"may be the same person as {other.label}: {reason}"
        self._alike.add(one)

    def _close(self, sheets: Sequence[Sheet], why: str) -> None:
        order, outcome = self._order, self._outcome
        outcome.rows.sort(key=lambda one: ([s.name for s in sheets].index(one.file), one.row))
        outcome.people_in_file = len(self._people)
        outcome.held_after = queries.count(order.by, at=order.at)
        ids = {self._memory.people[key].id: key for key in self._people}
        open_ones = custody.open_without_order(
            order.by, list(ids), at=order.at, why=f"after {why.removeprefix('before ')}"
        )
        outcome.without_order = sorted(ids[one] for one in open_ones if one in ids)
        parts = {sheet.part.glob for sheet in sheets}
        outcome.gone = sorted(
            f"{key} ({one.file} row {one.row})"
            for (part, key), one in self._memory.rows.items()
            if part in parts and (part, key) not in self._keys
        )


def _batches(rows: list[Said], size: int) -> Iterator[list[Said]]:
    """Batches that never part the rows of one person."""
    batch: list[Said] = []
    for said in rows:
        if len(batch) >= size and said.person_key != batch[-1].person_key:
            yield batch
            batch = []
        batch.append(said)
    if batch:
        yield batch


def _refused(sheet: Sheet, row: int, person: str, fault: Fault) -> RowResult:
    return RowResult(
        file=sheet.name, row=row, result=Result.REFUSED, person=person, reason=fault.reason,
        column=fault.column or "", cell=sheet.cell_name(row, fault.column),
        value=fault.value or "", remedy=fault.remedy,
    )  # fmt: skip


def _pair(one: Candidate, other: Candidate, reason: str) -> Pair:
    return Pair(one=one.label, other=other.label, why=reason, before=not other.listed)
