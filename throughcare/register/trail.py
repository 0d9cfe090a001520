"""The trail: a digest of all leaves so far, in order, one for each position.

The roots show that something is wrong up to a checkpoint; the trail shows at which position first.
It is made by the sealer, who works alone, so that no writer waits for it.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Final

BEGINNING: Final = bytes(32)


def onward(trail: bytes, leaf: bytes) -> bytes:
    """The trail after one more leaf."""
    return sha256(trail + leaf).digest()
