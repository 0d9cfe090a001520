"""The Merkle tree of RFC 6962, section 2.1, grown at its right edge.

Only the peaks are kept: the roots of the full subtrees from left to right, one for each bit of the
size. A new leaf costs one further hash on average, whatever the size.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

LEAF, NODE = b"\x00", b"\x01"
WIDTH: Final = 32  # bytes of a hash
EMPTY_ROOT: Final = sha256(b"").digest()


def leaf_hash(data: bytes) -> bytes:
    """The hash of a leaf over its data: 32 bytes."""
    return sha256(LEAF + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash over two subtrees."""
    return sha256(NODE + left + right).digest()


@dataclass(slots=True)
class Tree:
    """A tree of which only the size and the peaks are known."""

    size: int = 0
    peaks: list[bytes] = field(default_factory=list)

    def append(self, leaf: bytes) -> None:
        """Put one more leaf hash at the right edge."""
        self.extend((leaf,))

    def extend(self, leaves: Iterable[bytes]) -> None:
        """Put leaf hashes at the right edge, one after the other."""
        size, peaks = self.size, self.peaks
        for node in leaves:
            size += 1
            rest = size
            while not rest & 1:
                node = sha256(NODE + peaks.pop() + node).digest()
                rest >>= 1
            peaks.append(node)
        self.size = size

    def root(self) -> bytes:
        """The root over all leaves so far."""
        if not self.peaks:
            return EMPTY_ROOT
        root = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            root = node_hash(peak, root)
        return root

    def packed(self) -> bytes:
        """The peaks in a row, 32 bytes each."""
        return b"".join(self.peaks)


def tree_from(size: int, peaks: bytes | Sequence[bytes]) -> Tree:
    """A tree taken up again at a size. Raises ValueError if the peaks do not fit the size."""
    if isinstance(peaks, bytes):
        peaks = [peaks[i : i + WIDTH] for i in range(0, len(peaks), WIDTH)]
    if len(peaks) != size.bit_count() or any(len(peak) != WIDTH for peak in peaks):
        raise ValueError(f"a tree of {size} leaves has {size.bit_count()} peaks of {WIDTH} bytes")
    return Tree(size, list(peaks))


def root_of(leaves: Iterable[bytes]) -> bytes:
    """The root over leaf hashes."""
    tree = Tree()
    for leaf in leaves:
        tree.append(leaf)
    return tree.root()
