"""Recompute the whole register and name the first thing that is wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Final

from throughcare.register.errors import CannotResume
from throughcare.register.heads import FIRST, Head
from throughcare.register.merkle import LEAF, Tree, tree_from
from throughcare.register.proofs import compare_living
from throughcare.register.reading import (
    Placed,
    Source,
    checkpoints,
    in_order,
    snapshot,
    unsealed,
)
from throughcare.register.signing import Keys
from throughcare.register.trail import BEGINNING
from throughcare.register.trouble import Trouble, What

PROGRESS_EVERY: Final = 20_000
_MISSING = b"\\N"


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a run has come, from which a later run can go on."""

    size: int = 0
    peaks: bytes = b""
    trail: bytes = BEGINNING
    previous: bytes = FIRST


@dataclass(frozen=True, slots=True)
class Verified:
    """What a run found. `trouble` is the first bad entry, or None."""

    sealed: int
    unsealed: int
    compared: int
    trouble: Trouble | None
    reached: Reached


def verify(
    source: Source,
    *,
    keys: Keys,
    head: Head | None = None,
    start: Reached = Reached(),
    tell: Callable[[int], None] = lambda done: None,
) -> Verified:
    """Check every entry, the order, each checkpoint, the head and the announced living tables.

    `source` is a connection in no transaction. `head` was kept elsewhere: the register must still
    contain what it contained then. `start` is where an earlier run ended, whose result is trusted.
    `tell` hears now and then how many entries are done. Raises CannotResume.
    """
    if head is not None and head.size < start.size:
        raise CannotResume(
            f"the earlier run has gone to {start.size}, past the head's {head.size}",
            remedy="verify from the beginning",
        )
    run = _Run(keys, start)
    with snapshot(source):
        marks = _marks(source, start.size, head)
        trouble = next(run.order(source, marks, tell), None)
        waiting, bad = (0, None) if trouble else _unsealed(source)
        compared, false = (0, None) if trouble or bad else compare_living(source)
    return Verified(run.tree.size, waiting, compared, trouble or bad or false, run.reached)


class Kind(StrEnum):
    """From where a head comes."""

    CHECKPOINT = "checkpoint"
    KEPT = "kept head"


@dataclass(frozen=True, slots=True)
class _Mark:
    kind: Kind
    head: Head
    peaks: bytes


def _marks(source: Source, size: int, head: Head | None) -> list[_Mark]:
    marks = [_Mark(Kind.CHECKPOINT, one, peaks) for one, peaks in checkpoints(source, size)]
    if head is not None:
        marks.append(_Mark(Kind.KEPT, head, b""))
    return sorted(marks, key=lambda mark: mark.head.size)


class _Run:
    """The state of one verification."""

    def __init__(self, keys: Keys, start: Reached) -> None:
        self.keys, self.reached = keys, start
        self.tree: Tree = tree_from(start.size, start.peaks)
        self.trail, self.previous = start.trail, start.previous

    def order(
        self, source: Source, marks: list[_Mark], tell: Callable[[int], None]
    ) -> Iterator[Trouble]:
        """All troubles up to the first; the marks are checked as their size is reached."""
        pending = iter(marks)
        mark = next(pending, None)
        for row in in_order(source, self.tree.size):
            while mark is not None and mark.head.size <= self.tree.size:
                yield from self._mark(mark)
                mark = next(pending, None)
            if mark is None:
                what = "it stands in the order, but no checkpoint covers it"
                yield Trouble(What.PUT_IN, row.position, row.entry, what)
            yield from self._row(row)
            if not self.tree.size % PROGRESS_EVERY:
                tell(self.tree.size)
        while mark is not None:
            yield from self._mark(mark)
            mark = next(pending, None)
        tell(self.tree.size)

    def _row(self, row: Placed) -> Iterator[Trouble]:
        expected = self.tree.size
        if row.position != expected:
            yield _out_of_line(row, expected)
        if row.leaf == _MISSING:
            what = "the order names it, and it is no longer there"
            yield Trouble(What.MISSING, row.position, row.entry, what)
        leaf = sha256(LEAF + row.line).digest()
        if leaf.hex().encode() != row.leaf:
            what = "what it says is not what was hashed when it was written"
            yield Trouble(What.CHANGED, row.position, row.entry, what)
        self.trail = sha256(self.trail + leaf).digest()
        if self.trail.hex().encode() != row.trail:
            what = "another entry was sealed at this place"
            yield Trouble(What.NOT_IN_PLACE, row.position, row.entry, what)
        self.tree.append(leaf)

    def _mark(self, mark: _Mark) -> Iterator[Trouble]:
        head, first = mark.head, self.reached.size
        if not head.is_true(self.keys):
            what = f"the {mark.kind} over {head.size} entries has a false signature"
            yield Trouble(What.CHANGED, first, None, what)
        if head.size > self.tree.size:
            what = f"the {mark.kind} covers {head.size} entries, and the order ends before"
            yield Trouble(What.MISSING, self.tree.size, None, what)
        if head.root != self.tree.root():
            what = f"the {mark.kind} over {head.size} entries has another root: from here on"
            yield Trouble(What.CHANGED, first, None, what)
        if mark.kind is Kind.CHECKPOINT:
            yield from self._link(mark, first)

    def _link(self, mark: _Mark, first: int) -> Iterator[Trouble]:
        head = mark.head
        if head.previous != self.previous:
            what = f"the checkpoint before the one over {head.size} entries is gone or another"
            yield Trouble(What.MISSING, first, None, what)
        if mark.peaks != self.tree.packed():
            what = f"the checkpoint over {head.size} entries keeps peaks that are not the tree's"
            yield Trouble(What.CHANGED, first, None, what)
        self.previous = head.digest()
        self.reached = Reached(self.tree.size, self.tree.packed(), self.trail, self.previous)


def _out_of_line(row: Placed, expected: int) -> Trouble:
    if row.position > expected:
        return Trouble(What.MISSING, expected, None, "the order lacks this position")
    return Trouble(What.PUT_IN, row.position, row.entry, "the order has no such position")


def _unsealed(source: Source) -> tuple[int, Trouble | None]:
    """How many entries wait, and the first whose leaf is wrong."""
    count = 0
    for row in unsealed(source):
        count += 1
        if sha256(LEAF + row.line).hexdigest().encode() != row.leaf:
            what = "it waits to be sealed, and what it says is not what was hashed"
            return count, Trouble(What.CHANGED, None, row.entry, what)
    return count, None
