"""The head: what a checkpoint signs, as a small text to be kept where no administrator reaches.

Whoever holds a head can show later that the register still contains all it contained then.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from throughcare.register.encoding import microseconds
from throughcare.register.errors import BadHead, NotAnInstant
from throughcare.register.models import Checkpoint
from throughcare.register.signing import Keys, SigningKey, is_signed

TITLE: Final = "throughcare register head 1"
FIRST: Final = bytes(32)  # `previous` of the first checkpoint


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Size and root of the register at a moment, signed."""

    size: int
    root: bytes
    previous: bytes
    settled: int
    made_at: datetime
    key: str
    signature: bytes = b""

    def statement(self) -> bytes:
        """What is signed."""
        return (
            f"{TITLE}\nsize {self.size}\nroot {self.root.hex()}\nprevious {self.previous.hex()}\n"
            f"settled {self.settled}\nmade {microseconds(self.made_at)}\nkey {self.key}\n"
        ).encode()

    def digest(self) -> bytes:
        """What the next checkpoint calls `previous`."""
        return sha256(self.statement() + self.signature).digest()

    def signed(self, key: SigningKey) -> Head:
        """The same with its signature."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return Head(**{**values, "signature": key.sign(self.statement())})

    def is_true(self, keys: Keys) -> bool:
        """Does one of the trusted keys stand behind it?"""
        return is_signed(keys, self.key, self.statement(), self.signature)


def head_of(checkpoint: Checkpoint) -> Head:
    """The head that a checkpoint signs."""
    return Head(
        size=checkpoint.size,
        root=bytes(checkpoint.root),
        previous=bytes(checkpoint.previous),
        settled=checkpoint.settled,
        made_at=checkpoint.made_at,
        key=checkpoint.key,
        signature=bytes(checkpoint.signature),
    )


def text_of(head: Head) -> str:
    """The text of a head file."""
    return (
        f"{TITLE}\nsize: {head.size}\nroot: {head.root.hex()}\nprevious: {head.previous.hex()}\n"
        f"settled: {head.settled}\nmade: {head.made_at.isoformat()}\nkey: {head.key}\n"
        f"signature: {head.signature.hex()}\n"
    )


def write_head(path: Path, head: Head) -> None:
    """Write a head file. Raises BadHead if it cannot be written."""
    write_text(path, text_of(head))


def write_text(path: Path, text: str) -> None:
    """Write a file for an outside witness. Raises BadHead if it cannot be written."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadHead(
            f"the head cannot be written ({error.strerror})",
            where=str(path),
            remedy="name a file in a folder that exists and that you may write to",
        ) from error


def read_head(path: Path, keys: Keys) -> Head:
    """A head from its file. Raises BadHead when it cannot be read or its signature is false."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise BadHead(
            f"the head cannot be read ({error.strerror})", where=str(path), remedy="check the path"
        ) from error
    return head_in(text, keys, where=str(path))


def head_in(text: str, keys: Keys, *, where: str) -> Head:
    """A head from its text, found at `where`. Raises BadHead as `read_head`."""
    try:
        head = _parsed(text)
        true = head.is_true(keys)
    except (ValueError, KeyError, NotAnInstant) as error:
        raise BadHead(
            "this is not a head of the register, or a line of it is spoilt",
            where=where,
            remedy="take another copy of the file",
        ) from error
    if not true:
        raise BadHead(
            f"the signature is false, or the key {head.key} is not one of ours",
            where=where,
            remedy="take another copy; if its signature is false as well, the file was changed",
        )
    return head


def _parsed(text: str) -> Head:
    title, *lines = (line.strip() for line in text.strip().splitlines())
    if title != TITLE:
        raise ValueError(title)
    said = dict(line.split(": ", 1) for line in lines if line)
    return Head(
        size=int(said["size"]),
        root=bytes.fromhex(said["root"]),
        previous=bytes.fromhex(said["previous"]),
        settled=int(said["settled"]),
        made_at=datetime.fromisoformat(said["made"]),
        key=said["key"],
        signature=bytes.fromhex(said["signature"]),
    )
