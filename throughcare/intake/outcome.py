"""What came out of reading files: damaged rows, notices, assumptions and the archive."""

from __future__ import annotations

from dataclasses import dataclass, field

from standards.records import Archive

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Damage:
    """A row that could not be taken in. None of its records enters the archive."""

    file: str
    row: int
    reason: str
    column: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something odd in rows that were taken in as they stand. `row` 0 means the whole file."""

    kind: str
    file: str
    row: int
    text: str


@dataclass(frozen=True, slots=True)
class Assumption:
    """A declared assumption, the words shown with it, and how many records it touches."""

    name: str
    text: str
    records_touched: int


@dataclass(slots=True, kw_only=True)
class Intake:
    """Everything that was read. `read` is always `accepted` plus the number of damaged rows.

    `labels` and `source_rows` are by record id; a blank label is the text `unknown`.
    """

    archive: Archive
    read: int = 0
    accepted: int = 0
    damaged: list[Damage] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    assumptions: list[Assumption] = field(default_factory=list)
    labels: dict[str, dict[str, str]] = field(default_factory=dict)
    source_rows: dict[str, tuple[str, int]] = field(default_factory=dict)
    label_names: list[str] = field(default_factory=list)
