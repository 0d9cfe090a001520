"""The order walked through from a point on: leaves, trail, tree and checkpoints made anew."""

from __future__ import annotations

from binascii import hexlify
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from throughcare.register.heads import FIRST, Head
from throughcare.register.merkle import LEAF, tree_from
from throughcare.register.reading import Placed, Source, checkpoints, extent, stretch
from throughcare.register.signing import Keys
from throughcare.register.trail import BEGINNING
from throughcare.register.trouble import Trouble, What

PROGRESS_EVERY: Final = 20_000
END: Final[list[bytes]] = []  # no row is empty
_MISSING = b"\\N"

Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a run has come, from which a later one can go on: always at a checkpoint's end."""

    size: int = 0
    peaks: bytes = b""
    trail: bytes = BEGINNING
    head: Head | None = None

    @property
    def previous(self) -> bytes:
        """What the next checkpoint must call `previous`."""
        return FIRST if self.head is None else self.head.digest()


NOWHERE: Final = Reached()


class Walk:
    """One walk. Ends at the first trouble; `reached` is the last checkpoint that was in order."""

    def __init__(
        self, source: Source, *, keys: Keys, start: Reached, kept: Head | None,
        tell: Tell, keep: Callable[[Reached], None],
    ) -> None:  # fmt: skip
        self.source, self.keys, self.kept, self.tell, self.keep = source, keys, kept, tell, keep
        self.reached = start
        self.tree = tree_from(start.size, start.peaks)
        self.trail = start.trail
        self.extent = extent(source, start.size)
        self.total = start.size + self.extent.standing

    def trouble(self) -> Trouble | None:
        """The first trouble of the order, if there is one."""
        with closing(self._troubles()) as troubles:
            found = next(troubles, None)
        self.tell(self.tree.size, self.total)
        return found

    def _troubles(self) -> Generator[Trouble, None, None]:
        if self.extent.lowest < 0:
            what = "the order has no such position"
            yield Trouble(What.PUT_IN, self.extent.lowest, None, what)
        size = -1
        while size != self.tree.size:
            size = self.tree.size
            yield from self._stretch()
            self.keep(self.reached)
        for head, _ in checkpoints(self.source, size, 1):
            what = f"the checkpoint covers {head.size} entries, and the order ends before"
            yield Trouble(What.MISSING, size, None, what)
        if self.kept is not None and self.kept.size > size:
            what = f"the kept head covers {self.kept.size} entries, and the order ends before"
            yield Trouble(What.MISSING, size, None, what)

    def _stretch(self) -> Iterator[Trouble]:
        """The next rows, each after the checkpoint that ends before it."""
        pending = iter(checkpoints(self.source, self.tree.size))
        mark = next(pending, None)
        with closing(stretch(self.source, self.tree.size)) as rows:
            while (bad := self._run(rows, mark[0].size if mark else None)) is not END:
                if bad is not None:
                    yield self._bad(Placed._make(bad))
                if mark is not None and mark[0].size == self.tree.size:
                    yield from self._checkpoint(*mark)
                    mark = next(pending, None)
                if not self.tree.size % PROGRESS_EVERY:
                    self.tell(self.tree.size, self.total)

    def _run(self, rows: Iterator[list[bytes]], mark: int | None) -> list[bytes] | None:
        """Take rows in, up to the size `mark` or the next telling: places, leaves, the trail.

        Gives the first bad row, which is not taken in; END where there is no row left. Nothing is
        called in this loop that needs not be: a million rows pass here.
        """
        first = size = self.tree.size
        told = size - size % PROGRESS_EVERY + PROGRESS_EVERY
        stop = min(told, mark if mark is not None and mark > size else told)
        trail, leaves, bad = self.trail, [], None
        for row in rows:
            position, _entry, trail_kept, leaf_kept, line = row
            leaf = sha256(LEAF + line).digest()
            onward = sha256(trail + leaf).digest()
            if (
                int(position) != size or hexlify(leaf) != leaf_kept
                or hexlify(onward) != trail_kept or size >= self.extent.covered
            ):  # fmt: skip
                bad = row
                break
            size, trail = size + 1, onward
            leaves.append(leaf)
            if size == stop:
                break
        self.trail = trail
        self.tree.extend(leaves)
        return END if bad is None and size == first else bad

    def _bad(self, row: Placed) -> Trouble:
        leaf = sha256(LEAF + row.line).digest()
        position, entry, expected = int(row.position), int(row.entry), self.tree.size
        if expected >= self.extent.covered:
            return self._uncovered(position, entry)
        if position != expected:
            return Trouble(What.MISSING, expected, None, "the order lacks this position")
        if row.leaf == _MISSING:
            what = "the order names it, and it is no longer there"
            return Trouble(What.MISSING, position, entry, what)
        if hexlify(leaf) != row.leaf:
            what = "what it says is not what was hashed when it was written"
            return Trouble(What.CHANGED, position, entry, what)
        what = "another entry was sealed at this place"
        return Trouble(What.NOT_IN_PLACE, position, entry, what)

    def _uncovered(self, position: int, entry: int) -> Trouble:
        if self.kept is not None and self.kept.size > position:
            what = f"the checkpoint over {self.kept.size} entries that the kept head shows is gone"
            return Trouble(What.MISSING, position, entry, what)
        what = "it stands in the order, but no checkpoint covers it"
        return Trouble(What.PUT_IN, position, entry, what)

    def _checkpoint(self, head: Head, peaks: bytes) -> Iterator[Trouble]:
        first = self.reached.size
        # Each one, though a later one names its digest: a sealer may have gone on from a false one.
        if not head.is_true(self.keys):
            what = f"the checkpoint over {head.size} entries has a false signature"
            yield Trouble(What.CHANGED, first, None, what)
        if head.previous != self.reached.previous:
            what = f"the checkpoint before the one over {head.size} entries is gone or another"
            yield Trouble(What.MISSING, first, None, what)
        if head.root != self.tree.root():
            what = f"the checkpoint over {head.size} entries has another root: from here on"
            yield Trouble(What.CHANGED, first, None, what)
        if peaks != self.tree.packed():
            what = f"the checkpoint over {head.size} entries keeps peaks that are not the tree's"
            yield Trouble(What.CHANGED, first, None, what)
        self.reached = Reached(self.tree.size, peaks, self.trail, head)
        yield from self._kept(first)

    def _kept(self, first: int) -> Iterator[Trouble]:
        """The kept head must be one of the checkpoints, to the letter."""
        head, kept = self.reached.head, self.kept
        if kept is None or head is None or not first < kept.size <= head.size:
            return
        if kept.digest() != head.digest():
            what = f"the kept head over {kept.size} entries is not a checkpoint: from here on"
            yield Trouble(What.CHANGED, first, None, what)
