"""What came of each row, and of the file as a whole: the reconciliation that a registrar reads."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Result(StrEnum):
    """What came of a row."""

    ACCEPTED = "accepted"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowResult:
    """One row: what came of it, and why it was refused, with the cell.

    `cell` is as a reader finds it ("C7 (born)"), `column` its letters; `notes` say what is odd in a
    row that was taken over nevertheless.
    """

    file: str
    row: int
    result: Result
    person: str = ""
    reason: str = ""
    column: str = ""
    cell: str = ""
    value: str = ""
    remedy: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two numbers of the file, or of the file and the register, that may be of one person."""

    one: str
    other: str
    why: str
    before: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCount:
    """How many rows a file has below its header, and how many of them are blank."""

    name: str
    sha256: str
    rows_in: int
    blank: int
    notes: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Outcome:
    """The whole run. `finished` is False where it was broken off between two batches."""

    source: str
    place: str
    account: str
    at: datetime
    on: date
    dry: bool
    files: list[FileCount] = field(default_factory=list)
    rows: list[RowResult] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    without_order: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    people_in_file: int = 0
    people_new: int = 0
    held_before: int = 0
    held_after: int = 0
    finished: bool = True

    @property
    def rows_in(self) -> int:
        """Rows below the headers, blank ones among them."""
        return sum(one.rows_in for one in self.files)

    @property
    def blank(self) -> int:
        """Rows that say nothing."""
        return sum(one.blank for one in self.files)

    def counts(self) -> Counter[Result]:
        """How many rows came to what."""
        return Counter(one.result for one in self.rows)

    @property
    def adds_up(self) -> bool:
        """Whether every row of the files is accounted for."""
        return self.rows_in == self.blank + len(self.rows)

    def noted(self) -> Counter[str]:
        """How often each kind of note came: its words up to the first colon or digit."""
        return Counter(kind_of(note) for one in self.rows for note in one.notes)

    def reasons(self) -> Counter[str]:
        """How often each reason of refusal came."""
        return Counter(
            f"{one.column + ': ' if one.column else ''}{kind_of(one.reason)}"
            for one in self.rows
            if one.result is Result.REFUSED
        )


def kind_of(note: str) -> str:
    """The words of a note without what differs from row to row."""
    head = note.split(":")[0].split(" (")[0]
    words = [word for word in head.split() if not any(sign.isdigit() for sign in word)]
    return " ".join(words)
