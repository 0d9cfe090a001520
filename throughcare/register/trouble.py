"""What verification names: the first bad entry, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class What(StrEnum):
    """What is wrong."""

    CHANGED = "changed"
    MISSING = "missing"
    NOT_IN_PLACE = "not in its place"
    PUT_IN = "put in"


@dataclass(frozen=True, slots=True)
class Trouble:
    """The first bad entry. `position` is its place in the order, `entry` its id, as far as known.

    `where` is a row of a living table, when that and no entry is bad.
    """

    what: What
    position: int | None
    entry: int | None
    why: str
    where: str = ""

    def __str__(self) -> str:
        place = "" if self.position is None else f" at position {self.position}"
        named = "" if self.entry is None else f" entry {self.entry}"
        living = f" row {self.where}" if self.where else ""
        return f"{self.what}:{living}{named}{place}: {self.why}"
