"""What goes in: sentences as pronounced, and days by which they are changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """How a sentence is measured; the values are those of the room's closed list."""

    FIXED = "fixed"
    LIFE = "life"
    FINE_DEFAULT = "fine_default"
    OTHER = "other"


class ChangeKind(StrEnum):
    """What shortens or lengthens; the values are those of the room's closed list."""

    REMAND = "remand"
    REMISSION = "remission"
    REMISSION_LOST = "remission_lost"
    AT_LARGE = "at_large"
    PARDON = "pardon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A sentence of years, months and days. With `after` it begins where that one ends."""

    id: str
    kind: Kind
    starts_on: date
    years: int = 0
    months: int = 0
    days: int = 0
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """So many days. `from_on` says on which day a credited period began, where it is known.

    `term` names the sentence that is changed; without one, all of them are.
    """

    kind: ChangeKind
    days: int
    from_on: date | None = None
    term: str | None = None
