"""Recompute the whole register and name the first thing that is wrong in it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256

from throughcare.register.errors import CannotResume
from throughcare.register.heads import Head
from throughcare.register.merkle import LEAF
from throughcare.register.order import NOWHERE, Reached, Tell, Walk
from throughcare.register.proofs import compare_living
from throughcare.register.reading import Source, head_at, snapshot, unsealed
from throughcare.register.signing import Keys
from throughcare.register.trouble import Trouble, What

__all__ = ["NOWHERE", "Reached", "Verified", "verify"]


@dataclass(frozen=True, slots=True)
class Verified:
    """What a run found. `trouble` is the first bad entry, or None; `start` where it began."""

    sealed: int
    unsealed: int
    compared: int
    trouble: Trouble | None
    reached: Reached
    start: int = 0


def verify(
    source: Source,
    *,
    keys: Keys,
    head: Head | None = None,
    start: Reached = NOWHERE,
    tell: Tell = lambda done, total: None,
    keep: Callable[[Reached], None] = lambda reached: None,
) -> Verified:
    """Check every entry, the order, each checkpoint, the head and the announced living tables.

    `source` is a connection in no transaction, that sees every row. `head` was kept elsewhere: the
    register must still contain what it contained then. `start` is where an earlier run ended, whose
    result is trusted for all before. `tell` hears now and then how many entries of how many are
    done, `keep` how far the run has come in order. Raises CannotResume.
    """
    if head is not None and head.size < start.size:
        raise CannotResume(
            f"the earlier run has gone to {start.size}, past the head's {head.size}",
            remedy="verify from the beginning",
        )
    with snapshot(source):
        gone = _start_is_there(source, start)
        walk = Walk(source, keys=keys, start=start, kept=head, tell=tell, keep=keep)
        trouble = gone or walk.trouble()
        waiting, bad = (0, None) if trouble else _unsealed(source, walk.reached)
        compared, false = (0, None) if trouble or bad else compare_living(source)
    found = trouble or bad or false
    return Verified(walk.tree.size, waiting, compared, found, walk.reached, start.size)


def _start_is_there(source: Source, start: Reached) -> Trouble | None:
    """Where an earlier run ended there must still be the checkpoint that it saw."""
    if start.head is None:
        return None
    found = head_at(source, start.size)
    if found is not None and found.digest() == start.head.digest():
        return None
    what = f"the checkpoint over {start.size} entries that an earlier run saw is gone or another"
    return Trouble(What.MISSING, start.size - 1, None, what)


def _unsealed(source: Source, reached: Reached) -> tuple[int, Trouble | None]:
    """How many entries wait, and the first that is wrong."""
    settled = reached.head.settled if reached.head else 0
    count = 0
    with closing(unsealed(source)) as rows:
        for row in rows:
            count += 1
            entry = int(row.entry)
            if sha256(LEAF + row.line).hexdigest().encode() != row.leaf:
                what = "it waits to be sealed, and what it says is not what was hashed"
                return count, Trouble(What.CHANGED, None, entry, what)
            if entry <= settled:
                what = f"all entries up to {settled} were sealed, and this one is not among them"
                return count, Trouble(What.PUT_IN, None, entry, what)
    return count, None
