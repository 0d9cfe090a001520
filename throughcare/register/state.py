"""What a verification leaves for the next one: how far it has come, beside the head it ended with.

The text is the head's own, with the peaks and the trail of the same moment. A state that does not
belong to a true head is refused. What an incremental run sees, and what it does not, is told to
administrators in docs/administrators.md.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from throughcare.register.errors import BadHead, BadState
from throughcare.register.heads import Head, head_in, text_of
from throughcare.register.merkle import WIDTH, tree_from
from throughcare.register.order import NOWHERE, Reached
from throughcare.register.signing import Keys

TITLE: Final = "throughcare register verified up to this head 1"
_ONLY_MINE: Final = 0o600


def write_state(path: Path, reached: Reached) -> None:
    """Write how far a run has come, whole or not at all. Nothing is written at the beginning.

    Raises BadState if the file cannot be written.
    """
    if reached.head is None:
        return
    text = (
        f"{TITLE}\npeaks: {reached.peaks.hex()}\ntrail: {reached.trail.hex()}\n"
        f"{text_of(reached.head)}"
    )
    beside = path.with_name(f"{path.name}.new")
    try:
        beside.unlink(missing_ok=True)
        made = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _ONLY_MINE)
        with os.fdopen(made, "w", encoding="utf-8") as written:
            written.write(text)
        beside.replace(path)
    except OSError as error:
        raise BadState(
            f"how far the verification came cannot be written ({error.strerror})",
            where=str(path),
            remedy="name another file: --resume FILE",
        ) from error


def read_state(path: Path, keys: Keys) -> Reached:
    """Where an earlier run ended; the beginning if there is no such file. Raises BadState."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return NOWHERE
    except (OSError, UnicodeDecodeError) as error:
        raise _bad(path, "cannot be read") from error
    try:
        title, peaks, trail, head = text.split("\n", 3)
        if title != TITLE:
            raise ValueError(title)
        return _reached(
            head_in(head, keys, where=str(path)),
            bytes.fromhex(peaks.removeprefix("peaks: ")),
            bytes.fromhex(trail.removeprefix("trail: ")),
        )
    except (ValueError, BadHead) as error:
        raise _bad(path, "is spoilt or was changed") from error


def _reached(head: Head, peaks: bytes, trail: bytes) -> Reached:
    """The state, if its peaks give the root that the head signs. Raises ValueError."""
    if len(trail) != WIDTH or tree_from(head.size, peaks).root() != head.root:
        raise ValueError("peaks or trail do not belong to the head")
    return Reached(head.size, peaks, trail, head)


def _bad(path: Path, what: str) -> BadState:
    return BadState(
        f"what an earlier verification left {what}",
        where=str(path),
        remedy="look at everything: --whole; and find out who could change the file",
    )
